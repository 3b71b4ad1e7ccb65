import type { OpenAPI } from '@orpc/openapi';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Access, STATUS } from '../../domain/kernel/operation.ts';

/**
 * A way in or out for bytes. It stands beside the operations of the contract and says the same of itself, in the `config`
 * of its route; the description of the API is made of both.
 */
export type Stream = {
  /** In Vietnamese, as operations are named. */
  readonly summary: string;
  readonly tag: string;
  readonly permission: Access;
  readonly query?: z.ZodType;
  /** Media types of the body that is sent in. */
  readonly takes?: readonly string[];
  /** Media types of the answer; JSON where none is named. */
  readonly gives?: readonly string[];
  /** Of the answer that is no refusal; 200 where none is named. */
  readonly status?: 200 | 201;
};

declare module 'fastify' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be merged into the framework's own
  interface FastifyContextConfig {
    readonly stream?: Stream;
  }
}

export type MountedRoute = {
  readonly method: string;
  readonly url: string;
  readonly stream: Stream | undefined;
};

/** Every route below `/api` that is mounted from here on, in the order of mounting. */
export function watchRoutes(app: FastifyInstance): readonly MountedRoute[] {
  const mounted: MountedRoute[] = [];
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!url.startsWith('/api/')) return;
    for (const one of [method].flat())
      if (one !== 'HEAD') mounted.push({ method: one, url, stream: config?.stream });
  });
  return mounted;
}

/** Path and method of each stream with what OpenAPI says of it, paths without `/api`. */
export function describeStreams(
  mounted: readonly MountedRoute[],
): { path: `/${string}`; method: string; operation: OpenAPI.OperationObject }[] {
  return mounted.flatMap(({ method, url, stream }) => {
    if (stream === undefined) return [];
    const path = url.replace(/^\/api/, '').replace(/:(\w+)/g, '{$1}');
    const operation = describe(stream, path, `${method.toLowerCase()}${path}`);
    return [{ path: `/${path.slice(1)}` as const, method: method.toLowerCase(), operation }];
  });
}

function describe(stream: Stream, path: string, operationId: string): OpenAPI.OperationObject {
  const { summary, tag, permission, takes, gives = ['application/json'], status = 200 } = stream;
  const answer = { description: 'OK', content: bytes(gives) };
  return {
    operationId,
    summary,
    tags: [tag],
    parameters: [...pathParameters(path), ...queryParameters(stream.query)],
    ...(takes !== undefined && { requestBody: { required: true, content: bytes(takes) } }),
    responses: { [status]: answer, ...REFUSALS },
    ...{ 'x-permission': permission, 'x-stream': true },
  };
}

function bytes(kinds: readonly string[]): Record<string, OpenAPI.MediaTypeObject> {
  const schema = (kind: string) =>
    kind === 'application/json' ? { type: 'object' as const } : { type: 'string' as const, format: 'binary' };
  return Object.fromEntries(kinds.map((kind) => [kind, { schema: schema(kind) }]));
}

function pathParameters(path: string): OpenAPI.ParameterObject[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

const Properties = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
});

function queryParameters(query: z.ZodType | undefined): OpenAPI.ParameterObject[] {
  if (query === undefined) return [];
  const { properties, required } = Properties.parse(
    z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' }),
  );
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

/** The body of every refusal. */
const REFUSAL: OpenAPI.SchemaObject = {
  type: 'object',
  required: ['code', 'faults'],
  properties: {
    code: { type: 'string' },
    faults: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code'],
        properties: {
          path: { type: 'array', items: {} },
          code: { type: 'string' },
          detail: { type: 'object' },
        },
      },
    },
  },
};

/** What anything below `/api` may answer that is asked too often. */
export const TOO_FAST: OpenAPI.ResponsesObject = {
  429: {
    description: 'forbidden',
    headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } },
    content: { 'application/json': { schema: REFUSAL } },
  },
};

const REFUSALS: OpenAPI.ResponsesObject = {
  ...Object.fromEntries(
    [...Object.entries(STATUS), ['internal', 503] as const].map(([code, status]) => [
      String(status),
      { description: code, content: { 'application/json': { schema: REFUSAL } } },
    ]),
  ),
  ...TOO_FAST,
};
