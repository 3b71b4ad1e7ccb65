import type { TestApp } from './app.ts';

export type Route = { readonly method: string; readonly url: string };

/** What Fastify itself says is mounted, whatever our own lists say: `GET /api/files/:id`. HEAD is left out. */
export function mountedRoutes({ app }: TestApp): Route[] {
  const lines = app.printRoutes({ commonPrefix: false }).split('\n');
  const at: string[] = [];
  return lines.flatMap((line) => {
    const found = /^(.*?)[├└]── (\S+)(?: \(([^)]+)\))?/.exec(line);
    if (found === null) return [];
    const [, indent = '', part = '', methods = ''] = found;
    const depth = indent.length / 4;
    at.splice(depth, at.length, part);
    const url = at.join('').replace(/^\/\//, '/');
    return methods
      .split(', ')
      .flatMap((method) => (method === '' || method === 'HEAD' ? [] : [{ method, url }]));
  });
}
