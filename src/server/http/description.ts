import { type OpenAPI, OpenAPIGenerator, toOpenAPIPath } from '@orpc/openapi';
import { resolveContractProcedures } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance } from 'fastify';
import { reference } from '../../text/vi/reference.ts';
import type { ApiRouter } from './api.ts';
import { accessOf } from './operation.ts';
import { renderReference } from './reference.ts';
import { REFERENCE_STYLES } from './reference-styles.ts';
import { describeStreams, type MountedRoute, TOO_FAST } from './streams.ts';

/**
 * The API described by its own contract and by its streams: `/api/openapi.json` for programs, `/api/docs` for people.
 * Made on the first request, when every route is mounted.
 */
export function mountDescription(
  app: FastifyInstance,
  router: ApiRouter,
  mounted: readonly MountedRoute[],
): void {
  let made: Promise<{ description: OpenAPI.Document; vi: string; en: string }> | undefined;
  const make = async () => {
    const description = addStreams(await describeApi(router), mounted);
    return {
      description,
      vi: renderReference(description, 'vi'),
      en: renderReference(description, 'en'),
    };
  };
  const ready = () => {
    made ??= make();
    return made;
  };
  app.get('/api/openapi.json', async () => (await ready()).description);
  app.get<{ Querystring: { lang?: string } }>('/api/docs', async ({ query }, reply) =>
    reply.type('text/html; charset=utf-8').send((await ready())[query.lang === 'en' ? 'en' : 'vi']),
  );
  app.get('/api/docs.css', async (_request, reply) => reply.type('text/css').send(REFERENCE_STYLES));
}

function addStreams(description: OpenAPI.Document, mounted: readonly MountedRoute[]): OpenAPI.Document {
  const paths = { ...description.paths };
  for (const { path, method, operation } of describeStreams(mounted))
    paths[path] = { ...paths[path], [method]: operation };
  return { ...description, paths };
}

async function describeApi(router: ApiRouter): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const description = await generator.generate(router, {
    info: {
      title: 'Minh Chứng',
      version: '1',
      description: reference.intro.join(' '),
    },
    servers: [{ url: '/api' }],
  });
  await resolveContractProcedures({ path: [], router }, ({ contract }) => {
    const { route, meta } = contract['~orpc'];
    const item = description.paths?.[toOpenAPIPath(route.path ?? '/')];
    const operation = Object.entries(item ?? {}).find(
      ([method]) => method === route.method?.toLowerCase(),
    )?.[1];
    if (typeof operation !== 'object' || !('responses' in operation)) return;
    const responses = { ...operation.responses, ...TOO_FAST };
    Object.assign(operation, { responses, 'x-permission': accessOf(meta) });
  });
  return description;
}
