import { createHmac, timingSafeEqual } from 'node:crypto';

/** Behind TLS the name is prefixed with `__Secure-`. */
const COOKIE = /(?:^|;\s*)(?:__Secure-)?minhchung\.session_token=([^;]+)/;

/**
 * The token of a session that was given out here, told from its signature alone, without a look into the database: it
 * may have ended since. Undefined for what anybody could have written.
 */
export function signedSession(cookies: string | undefined, secret: string): string | undefined {
  const [, written = ''] = COOKIE.exec(cookies ?? '') ?? [];
  const value = decoded(written);
  const at = value.lastIndexOf('.');
  if (at < 1) return undefined;
  const token = value.slice(0, at);
  const right = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(value.slice(at + 1), 'base64');
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined;
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return '';
  }
}
