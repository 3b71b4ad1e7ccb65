import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { FileId } from '../../domain/files/contract.ts';
import type { PersonId } from '../../domain/kernel/id.ts';
import type { Day } from '../../domain/kernel/time/day.ts';
import { addDocument, addVersion, type Kept } from '../files/service.ts';
import type { FileStore } from '../files/store/store.ts';
import { officialPaper } from '../papers/official-paper.ts';
import { XLSX } from '../sheets/http.ts';
import { writeSheet } from '../sheets/write-sheet.ts';
import { type Paper, readDocumentsFile, type Sheet, type WrittenVersion } from './documents-file.ts';
import { at, type Deed, type IndexPlace } from './index-load.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Where the documents go, and in whose names. */
export type DocumentsPlace = IndexPlace & {
  readonly files: FileStore;
  readonly personOf: (login: string) => PersonId;
  readonly pathOf: (code: string) => string;
};

/** A few documents of some units, added on their days through the same service as a person's. */
export function deedsOfDocuments(place: DocumentsPlace): Deed[] {
  const { mark, documents } = readDocumentsFile();
  return documents.flatMap(({ unit, by, versions }) => {
    let first: FileId | undefined;
    return versions.map((version): Deed => {
      const does = async () => {
        const { trx, now, actor: keeper } = at(place, version.day);
        const actor = { ...keeper, personId: place.personOf(by) };
        const kept = await keep(place.files, version, mark);
        const added = { name: version.name, now, kept };
        if (first === undefined) {
          const path = place.pathOf(unit);
          first = (await addDocument(trx, actor, path, { ...added, keepBoth: false })).fileId;
        } else await addVersion(trx, actor, first, { ...added, reason: version.reason ?? '' });
      };
      return { day: version.day, does };
    });
  });
}

async function keep(files: FileStore, version: WrittenVersion, mark: string): Promise<Kept> {
  const { mediaType, bytes } = await write(version, mark);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await files.put({ sha256, size: bytes.length, blob: new Blob([Uint8Array.from(bytes)]) });
  return { sha256, size: bytes.length, mediaType, scan: 'not_asked' };
}

async function write(
  { day, name, paper, sheet, note }: WrittenVersion,
  mark: string,
): Promise<{ readonly mediaType: string; readonly bytes: Buffer }> {
  if (paper !== undefined) return { mediaType: DOCX, bytes: await writePaper(paper, day, mark) };
  if (sheet !== undefined) return { mediaType: XLSX, bytes: await writeTable(sheet, mark) };
  if (note === undefined) throw new Error(`the demonstration's document ${name} is empty`);
  return { mediaType: 'text/plain', bytes: Buffer.from(`${mark}\n\n${note.join('\n')}\n`) };
}

function writePaper({ paragraphs, title, authority, signer, ...paper }: Paper, date: Day, mark: string) {
  return officialPaper({
    ...paper,
    place: 'Trường Giang',
    date,
    body: paragraphs.map((text) => ({ kind: 'paragraph', spans: [text] })),
    signer: { authority, title, name: signer },
    foot: mark,
  });
}

/** What marks it as invented stands in its last row. */
function writeTable({ name, columns, rows }: Sheet, mark: string): Promise<Buffer> {
  const keyed = columns.map((title, position): [string, { kind: 'text'; title: string; width: number }] => [
    `c${position}`,
    { kind: 'text', title, width: position === 0 ? 44 : 28 },
  ]);
  const table = [...rows, [mark]].map((row) =>
    Object.fromEntries(columns.map((_, position) => [`c${position}`, row[position] ?? null])),
  );
  return buffer(writeSheet({ name, columns: Object.fromEntries(keyed) }, table));
}
