import { createInflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { DamagedWorkbook } from './damaged.ts';
import { MOST_ENTRIES, MOST_INFLATION, type SheetLimits } from './limits.ts';
import { scanXml, type XmlHandler } from './scan-xml.ts';

/** The parts of a workbook by name. */
export type Archive = {
  readonly has: (name: string) => boolean;
  readonly names: () => readonly string[];
  /** @throws DamagedWorkbook also while the chunks come, when they are not what the archive says or too many */
  readonly read: (name: string) => AsyncIterable<Buffer>;
};

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** Excel before 2007, and every workbook with a password. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Looks into the archive without inflating anything yet. @throws DamagedWorkbook */
export async function openArchive(bytes: Buffer, limits: SheetLimits): Promise<Archive> {
  if (bytes.length > limits.fileBytes) throw new DamagedWorkbook('file_too_large');
  if (bytes.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE))
    throw new DamagedWorkbook('old_or_locked_xls');
  if (!bytes.subarray(0, ZIP.length).equals(ZIP)) throw new DamagedWorkbook('not_xlsx');
  const { zip, entries } = await openZip(bytes);
  let left = limits.inflatedBytes;
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    read: async function* (name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new DamagedWorkbook('damaged_xlsx');
      const most = Math.max(1024 * 1024, entry.compressedSize * MOST_INFLATION);
      let inflated = 0;
      for await (const chunk of openEntry(zip, entry)) {
        inflated += chunk.length;
        left -= chunk.length;
        if (inflated > most || left < 0) throw new DamagedWorkbook('inflates_too_much');
        yield chunk;
      }
    },
  };
}

export async function scanPart(archive: Archive, name: string, handler: XmlHandler): Promise<void> {
  const scanner = scanXml(handler);
  for await (const chunk of archive.read(name)) scanner.push(chunk);
  scanner.end();
}

async function openZip(bytes: Buffer): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
    return { zip, entries: await listEntries(zip) };
  } catch {
    throw new DamagedWorkbook('damaged_xlsx');
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName) || entries.size === MOST_ENTRIES)
      throw new DamagedWorkbook('damaged_xlsx');
    entries.set(entry.fileName, entry);
  }
  return entries;
}

/** Larger pieces than the usual 16 KB: each piece is a trip to another thread and back. */
const INFLATED_PIECE = 128 * 1024;

async function* openEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let inflated = 0;
  try {
    const deflated = entry.compressionMethod === 8;
    const stream = await zip.openReadStreamPromise(entry, deflated ? { decodeFileData: false } : {});
    const inflate = createInflateRaw({ chunkSize: INFLATED_PIECE });
    const pieces = deflated ? stream.on('error', (error) => inflate.destroy(error)).pipe(inflate) : stream;
    for await (const piece of pieces) {
      inflated += piece.length;
      yield piece;
    }
  } catch {
    throw new DamagedWorkbook('damaged_xlsx');
  }
  if (inflated !== entry.uncompressedSize) throw new DamagedWorkbook('damaged_xlsx');
}
