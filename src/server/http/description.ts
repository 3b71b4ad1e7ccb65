import { type OpenAPI, OpenAPIGenerator, toOpenAPIPath } from '@orpc/openapi';
import { resolveContractProcedures } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance } from 'fastify';
import { reference } from '../../text/vi/reference.ts';
import type { ApiRouter } from './api.ts';
import { accessOf } from './operation.ts';
import { renderReference } from './reference.ts';
import { REFERENCE_STYLES } from './reference-styles.ts';

/** The API described by its own contract: `/api/openapi.json` for programs, `/api/docs` for people. */
export async function mountDescription(app: FastifyInstance, router: ApiRouter): Promise<void> {
  const description = await describeApi(router);
  const pages = { vi: renderReference(description, 'vi'), en: renderReference(description, 'en') };
  app.get('/api/openapi.json', async () => description);
  app.get<{ Querystring: { lang?: string } }>('/api/docs', async ({ query }, reply) =>
    reply.type('text/html; charset=utf-8').send(pages[query.lang === 'en' ? 'en' : 'vi']),
  );
  app.get('/api/docs.css', async (_request, reply) => reply.type('text/css').send(REFERENCE_STYLES));
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
    if (typeof operation === 'object') Object.assign(operation, { 'x-permission': accessOf(meta) });
  });
  return description;
}
