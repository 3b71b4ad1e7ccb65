import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';

/**
 * What may be evidence: papers, sheets, pictures, signed and packed forms of them, sound and film of a meeting; each with
 * the endings that a name of it may have.
 */
const ACCEPTED: ReadonlyMap<string, readonly string[]> = new Map([
  ['application/pdf', ['pdf']],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx']],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx']],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', ['pptx']],
  ['application/vnd.oasis.opendocument.text', ['odt']],
  ['application/vnd.oasis.opendocument.spreadsheet', ['ods']],
  ['application/x-cfb', ['doc', 'xls', 'ppt']],
  ['application/rtf', ['rtf', 'doc']],
  ['application/zip', ['zip']],
  ['image/png', ['png']],
  ['image/jpeg', ['jpg', 'jpeg']],
  ['image/webp', ['webp']],
  ['image/gif', ['gif']],
  ['image/tiff', ['tif', 'tiff']],
  ['image/heic', ['heic', 'heif']],
  ['audio/mpeg', ['mp3']],
  ['audio/x-m4a', ['m4a']],
  ['video/mp4', ['mp4']],
  ['text/plain', ['txt', 'csv', 'tsv', 'md', 'log', 'json']],
]);

const HEAD_BYTES = 64 * 1024;

/**
 * The type by the contents, whatever the sender calls it. Contents are looked at, never unpacked. Pages, pictures and
 * programs that a browser or a computer would run are refused, and so is a name by which a computer would take harmless
 * contents for a program: `báo cáo.pdf.bat`. @throws AppError `invalid_input`
 */
export async function sniff(file: string, name: string): Promise<string> {
  const known = (await fileTypeFromFile(file))?.mime;
  const type = known ?? ((await isPlainText(file)) ? 'text/plain' : 'application/octet-stream');
  const endings = ACCEPTED.get(type);
  if (endings === undefined) throw new AppError('invalid_input', [fault(['file'], 'file_type', { type })]);
  if (!endsRightly(name, endings)) {
    const detail = { endings: endings.map((ending) => `.${ending}`).join(', ') };
    throw new AppError('invalid_input', [fault(['name'], 'file_ending', detail)]);
  }
  return type;
}

/** A name without any ending is nothing that a computer runs. */
function endsRightly(name: string, endings: readonly string[]): boolean {
  return !name.includes('.') || endings.includes(name.split('.').at(-1)?.toLowerCase() ?? '');
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
