import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';

/** What may be evidence: papers, sheets, pictures, signed and packed forms of them, sound and film of a meeting. */
const ACCEPTED: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/x-cfb',
  'application/rtf',
  'application/zip',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/tiff',
  'image/heic',
  'audio/mpeg',
  'audio/x-m4a',
  'video/mp4',
  'text/plain',
]);

const HEAD_BYTES = 64 * 1024;

/**
 * The type by the contents, whatever the sender calls it. Contents are looked at, never unpacked. Pages, pictures and
 * programs that a browser or a computer would run are refused. @throws AppError `invalid_input`
 */
export async function sniff(file: string): Promise<string> {
  const known = (await fileTypeFromFile(file))?.mime;
  const type = known ?? ((await isPlainText(file)) ? 'text/plain' : 'application/octet-stream');
  if (!ACCEPTED.has(type)) throw new AppError('invalid_input', [fault(['file'], 'file_type', { type })]);
  return type;
}

/** Category Cc without tab, line feed and their like. */
const CONTROL_SIGNS = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u;
const MARKUP = /<\s*(!doctype|\?xml|html|svg|script|body|iframe)/i;

/** UTF-8 without control signs, and no markup that a browser would take for a page. */
async function isPlainText(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead), {
      stream: bytesRead === HEAD_BYTES,
    });
    return !CONTROL_SIGNS.test(text) && !MARKUP.test(text);
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
