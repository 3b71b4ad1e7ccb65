import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';

/** Everything from ourselves, nothing inline that runs, no framing. Mantine writes style attributes. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Of every answer, also of those that no route gives. */
export function securityHeaders(publicUrl: string | undefined): Readonly<Record<string, string>> {
  const secure = publicUrl?.startsWith('https:') ?? false;
  if (!secure) return HEADERS;
  return { ...HEADERS, 'strict-transport-security': 'max-age=31536000; includeSubDomains' };
}

/** Headers on every answer, and no change of state on the word of another site. */
export function mountSecurity(app: FastifyInstance, publicUrl: string | undefined): void {
  const headers = securityHeaders(publicUrl);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    if (isForgeable(request, publicUrl)) throw new AppError('forbidden', [fault([], 'cross_site')]);
  });
}

/** A browser always says where a request with side effects comes from; a program that is no browser says nothing. */
function isForgeable(request: FastifyRequest, publicUrl: string | undefined): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return origin !== publicUrl && hostOf(origin) !== request.headers.host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
