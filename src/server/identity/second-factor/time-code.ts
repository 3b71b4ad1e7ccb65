import { createHmac, timingSafeEqual } from 'node:crypto';

/** The code of a secret for one step of thirty seconds since 1970: six digits, HMAC-SHA-1 (RFC 4226, RFC 6238). */
export function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = digest.readUInt8(19) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

export function stepAt(milliseconds: number): number {
  return Math.floor(milliseconds / 30_000);
}

/** The latest of the steps whose code this is. */
export function stepOfCode(secret: string, code: string, steps: readonly number[]): number | undefined {
  const given = Buffer.from(code);
  return steps.findLast((step) => {
    const right = Buffer.from(codeOfStep(secret, step));
    return right.length === given.length && timingSafeEqual(right, given);
  });
}
