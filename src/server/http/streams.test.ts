import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { visitor } from '../../../tests/given.ts';
import { mountedRoutes } from '../../../tests/routes.ts';

type Described = {
  parameters?: { name: string; in: string; required: boolean }[];
  requestBody?: { content: object };
  responses: Record<string, { content?: object }>;
  'x-permission': string;
  'x-stream'?: boolean;
};

let app: TestApp;
let paths: Record<string, Record<string, Described>>;
beforeAll(async () => {
  app = await startTestApp();
  paths = (await visitor(app).get('/openapi.json')).body.paths ?? {};
});
afterAll(() => app.close());

/** The described paths as routes; an operation of the contract is one that is no stream. */
function described(streams: boolean): string[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => (operation['x-stream'] === true) === streams)
      .map(([method]) => `${method.toUpperCase()} /api${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
}

test('every route below /api that is no operation of the contract is described', () => {
  // An operation with a larger body than others has a route of its own; it is described as an operation.
  const operations = new Set(described(false));
  const routes = mountedRoutes(app)
    .filter(({ url }) => url.startsWith('/api/'))
    .map(({ method, url }) => `${method} ${url}`)
    .filter((route) => !operations.has(route) && !/\/api\/(\*|docs|docs\.css|openapi\.json)$/.test(route));
  expect(routes.length).toBeGreaterThan(8);
  expect(described(true).sort()).toEqual(routes.sort());
});

test('a way in for files tells its parameters, its media type, its refusals and its permission', () => {
  const operation = paths['/files']?.post;
  expect(operation).toMatchObject({
    parameters: [
      { name: 'name', in: 'query', required: true },
      { name: 'unit', in: 'query', required: true },
      { name: 'keepBoth', in: 'query', required: false },
    ],
    requestBody: { content: { 'application/octet-stream': {} } },
    'x-permission': 'file.add',
  });
  expect(Object.keys(operation?.responses ?? {})).toEqual([
    '201',
    '400',
    '401',
    '403',
    '404',
    '409',
    '422',
    '429',
    '503',
  ]);
});

test('an import of a workbook takes a workbook and gives JSON or the same workbook with its faults', () => {
  const operation = paths['/invitations/import.xlsx']?.post;
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  expect(Object.keys(operation?.requestBody?.content ?? {})).toEqual([xlsx]);
  expect(Object.keys(operation?.responses['200']?.content ?? {})).toEqual(['application/json', xlsx]);
  expect(operation?.parameters?.map(({ name, required }) => [name, required])).toEqual([
    ['from', true],
    ['dryRun', false],
    ['language', false],
  ]);
});

test('what may be shown in place is listed by media type, and no page is among it', () => {
  const kinds = Object.keys(paths['/files/{id}/view']?.get?.responses['200']?.content ?? {});
  expect(kinds).toContain('application/pdf');
  expect(kinds.filter((kind) => /html|svg|xml/.test(kind))).toEqual([]);
});
