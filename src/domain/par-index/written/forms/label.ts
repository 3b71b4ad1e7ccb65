import { fold } from '../../../kernel/fold.ts';
import { readName, writeName } from '../piece.ts';

/** Something that people read, and the id by which figures name it. */
export type Labeled = { readonly id: string; readonly label: string };

/** `Không tổ chức` as `khong_to_chuc`: the id of a label that is written without one. */
function idOf(label: string): string {
  return fold(label)
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}

/** `[day_du] Đủ quy chế`, or the label alone; `at` numbers a label out of which no id can be made. */
export function readLabel(head: string, at: number): { id: string; label: string } {
  const [, written, rest] = /^\[\s*("(?:[^"]|"")*"|[^\]"]*)\s*\](.*)$/su.exec(head) ?? [];
  if (written !== undefined) return { id: readName(written), label: readName(rest ?? '') };
  const label = readName(head);
  return { id: idOf(label) || `muc_${at + 1}`, label };
}

/** With its id only where the label does not give it. */
export function writeLabel({ id, label }: Labeled): string {
  if (label !== '' && idOf(label) === id) return writeName(label);
  const said = `[${writeName(id, CLEAR_ID)}]`;
  return label === '' ? said : `${said} ${writeName(label)}`;
}

const CLEAR_ID = /^[\p{L}\p{N}_.-]+$/u;
