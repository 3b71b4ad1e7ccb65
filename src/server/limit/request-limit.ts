import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { signedSession } from './session-cookie.ts';

/** Behind one address without a session stand whole offices that are about to sign in. */
const PEOPLE_AT_AN_ADDRESS = 5;

/** Sessions and addresses that are remembered at once; the one seen longest ago is forgotten first. */
const REMEMBERED = 20_000;

/** More requests within a minute than one session, or one address without a session, may send. */
export class TooManyRequests extends Error {
  readonly statusCode = 429;
  /** Until the next is answered. */
  readonly seconds: number;

  constructor(seconds: number) {
    super('too many requests');
    this.name = 'TooManyRequests';
    this.seconds = seconds;
  }
}

/**
 * A limit to what one session asks of the API in a minute, so that a program that has lost its way does not slow
 * everybody. Each process counts for itself. The portal, the workspace's own files and the health of the process are free.
 */
export async function mountRequestLimit(app: FastifyInstance, config: Config): Promise<void> {
  const most = config.apiRequestsPerMinute;
  if (most === 0) return;
  await app.register(rateLimit, {
    timeWindow: 60_000,
    cache: REMEMBERED,
    max: (_request, key) => (key.startsWith('session ') ? most : most * PEOPLE_AT_AN_ADDRESS),
    allowList: ({ url }) => !url.startsWith('/api/'),
    keyGenerator: ({ headers, ip }) => {
      const session = signedSession(headers.cookie, config.secret);
      return session === undefined ? `address ${normalizeIP(ip)}` : `session ${session}`;
    },
    errorResponseBuilder: (_request, { ttl }) => new TooManyRequests(Math.ceil(ttl / 1000)),
    addHeadersOnExceeding: NO_HEADERS,
    addHeaders: { ...NO_HEADERS, 'retry-after': true },
  });
}

/** What is left is nobody's business until nothing is. */
const NO_HEADERS = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
};
