import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Reader } from '../../portal/frame.ts';
import { isLanguage, type Language } from '../../text/language.ts';
import type { Tenant } from '../tenants/queries.ts';

const A_YEAR = 31_536_000;

/** What the reader has chosen, from the two cookies that the switches set. */
export function readerOf(request: FastifyRequest, tenant: Pick<Tenant, 'name' | 'demo'>): Reader {
  const cookies = cookiesOf(request.headers.cookie ?? '');
  const chosen = cookies.get('ngon-ngu') ?? '';
  const language: Language = isLanguage(chosen) ? chosen : 'vi';
  return {
    language,
    largeText: cookies.get('chu') === 'lon',
    tenant: tenant.name,
    demo: tenant.demo,
    here: request.url,
  };
}

/** Keeps the choice for a year and goes back to where the reader was; never to another site. */
export function keepChoice(reply: FastifyReply, query: Readonly<Record<string, string>>): FastifyReply {
  const size = query.chu;
  const language = query['ngon-ngu'];
  if (size === 'lon' || size === 'thuong') reply.header('set-cookie', cookie('chu', size));
  if (language !== undefined && isLanguage(language))
    reply.header('set-cookie', cookie('ngon-ngu', language));
  return reply.redirect(ownPath(query.ve ?? '/'), 303);
}

function cookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax; HttpOnly`;
}

/** `//elsewhere`, `/\elsewhere` and `/.//elsewhere` lead to another site in a browser's eyes. */
function ownPath(written: string): string {
  const ours = 'http://portal.invalid';
  if (!written.startsWith('/') || !URL.canParse(written, ours)) return '/';
  const url = new URL(written, ours);
  const inside = url.origin === ours && !url.pathname.startsWith('//');
  return inside ? `${url.pathname}${url.search}` : '/';
}

function cookiesOf(header: string): Map<string, string> {
  return new Map(
    header.split(';').map((one): [string, string] => {
      const [name = '', value = ''] = one.split('=');
      return [name.trim(), value.trim()];
    }),
  );
}
