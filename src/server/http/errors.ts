import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { fault } from '../../domain/kernel/fault.ts';
import { INTERNAL, type Refusal, refusalOf } from './answer.ts';

const NOT_FOUND: Refusal = { code: 'not_found', faults: [fault([], 'no_such_address')] };

type Page = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** What somebody reads who asked for a page: there is none, or it cannot be shown now. */
export type ErrorPages = { readonly notFound: Page; readonly broken: Page };

/** One place where whatever was thrown becomes an answer; what we did not foresee is logged and says nothing of itself. */
export function mountErrors(app: FastifyInstance, pages: ErrorPages): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal === undefined || refusal.status >= 500) request.log.error({ err: error }, 'request failed');
    return answer(pages, request, reply, refusal ?? { status: 500, body: INTERNAL });
  });
  app.setNotFoundHandler((request, reply) =>
    asksForPage(request) ? pages.notFound(request, reply) : reply.status(404).send(NOT_FOUND),
  );
}

/** The answers to what is refused before any route or hook of ours is reached: an address that cannot be read, no HTTP. */
export function errorsBeforeRoutes(
  headers: Readonly<Record<string, string>>,
  pages: ErrorPages,
): Pick<FastifyServerOptions, 'frameworkErrors' | 'clientErrorHandler'> {
  return {
    frameworkErrors: (error, request, reply) =>
      void answer(
        pages,
        request,
        reply.headers(headers),
        refusalOf(error) ?? { status: 500, body: INTERNAL },
      ),
    clientErrorHandler: (error, socket) => {
      if (error.code === 'ECONNRESET' || socket.destroyed) return;
      const [status, code] = CLIENT_ERRORS[error.code] ?? ['400 Bad Request', 'malformed_request'];
      const body: Refusal = { code: 'invalid_input', faults: [fault([], code)] };
      if (socket.writable) socket.write(written(status, headers, JSON.stringify(body)));
      socket.destroy(error);
    },
  };
}

function answer(
  { notFound, broken }: ErrorPages,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, body }: { readonly status: number; readonly body: Refusal },
): Promise<FastifyReply> | FastifyReply {
  if (!asksForPage(request)) return reply.status(status).send(body);
  return status < 500 ? notFound(request, reply) : broken(request, reply.status(status));
}

const CLIENT_ERRORS: Readonly<Record<string, readonly [status: string, code: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'request_slow'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'head_too_large'],
};

function written(status: string, headers: Readonly<Record<string, string>>, body: string): string {
  const all = {
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
}
