import { fold } from '../../../kernel/fold.ts';

/** What a column of a table of results says. `points`, `percent` and `max` are of one part of the whole. */
export const ROLES = [
  'rank',
  'of',
  'total',
  'applicable',
  'index',
  'band',
  'previous',
  'change',
  'points',
  'percent',
  'max',
  'skip',
] as const;
export type ColumnRole = (typeof ROLES)[number];

/** `part` is the name of the part; of other columns it is empty. */
export type TableColumn = { readonly title: string; readonly role: ColumnRole; readonly part: string };

const GUESSES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(stt|tt|so tt|no\.?|ghi chu|ma|ma don vi|notes?|nhom:.*)$/, 'skip'],
  [/^(so don vi( xep hang)?|tren tong so|units ranked)$/, 'of'],
  [/^(hang|xep hang|thu hang|vi tri|vi thu|rank)$/, 'rank'],
  [/^(diem ap dung|applicable( points)?)$/, 'applicable'],
  [/^(tong|tong diem|tong cong|tong so diem|diem tong|total( points)?)$/, 'total'],
  [/^(chi so|chi so cchc|par index|index|ty le|ty le dat|ket qua)( ?\(?%\)?)?$/, 'index'],
  [/^(xep loai|nhom|loai|phan loai|muc xep loai|band)$/, 'band'],
  [/^(chi so )?nam truoc|^(chi so|nam|index)( nam)? (19|20)\d\d|year before/, 'previous'],
  [/^(tang|giam|tang, ?giam|tang\/giam|tang \(giam\)|thay doi|chenh lech|change)$/, 'change'],
  [/(toi da|diem chuan|maximum)\)?$/, 'max'],
  [/%\)?$/, 'percent'],
];

/** Told from its title; a column of which nothing is known holds the points of a part. */
export function guessColumn(title: string): TableColumn {
  const plain = fold(title);
  const role = GUESSES.find(([pattern]) => pattern.test(plain))?.[1] ?? 'points';
  return columnOf(title, role);
}

export function columnOf(title: string, role: ColumnRole): TableColumn {
  return { title, role, part: ['points', 'percent', 'max'].includes(role) ? partOf(title) : '' };
}

/** `Cải cách thể chế (%)` and `Cải cách thể chế (tối đa)` are figures of one part. */
function partOf(title: string): string {
  const bare = title.replace(
    /\s*\((?:%|tỷ lệ|tỷ lệ %|tối đa|điểm tối đa|điểm chuẩn|maximum|điểm)\)\s*$/iu,
    '',
  );
  return bare.replace(/\s*%\s*$/, '').trim() || title;
}
