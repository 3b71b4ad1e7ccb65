import { fold } from '../../../kernel/fold.ts';

/**
 * What a column of a table of results says. `points`, `percent` and `max` are of one part of the whole; those of a group
 * are of parts taken together, with `group_all` of every part of the unit.
 */
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
  'group',
  'group_all',
  'group_percent',
  'group_max',
  'skip',
] as const;
export type ColumnRole = (typeof ROLES)[number];

/** `part` is the name of the part or group; of other columns it is empty. */
export type TableColumn = {
  readonly title: string;
  readonly role: ColumnRole;
  readonly part: string;
  /** Of a group: whether it holds every part of the unit. */
  readonly all?: boolean;
  /** Of the year before, where the title says which. */
  readonly year?: number;
};

const GUESSES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(stt|tt|so tt|no\.?|ghi chu|ma|ma don vi|notes?)$/, 'skip'],
  [/^(so don vi( xep hang)?|tren tong so|units ranked)$/, 'of'],
  [/^(hang|xep hang|thu hang|vi tri|vi thu|rank)$/, 'rank'],
  [/^(diem ap dung|applicable( points)?)$/, 'applicable'],
  [/^(tong|tong diem|tong cong|tong so diem|diem tong|total( points)?)$/, 'total'],
  [/^(chi so|chi so cchc|par index|index|ty le|ty le dat|ket qua)( ?\(?%\)?)?$/, 'index'],
  [/^(xep loai|nhom|loai|phan loai|muc xep loai|band)$/, 'band'],
  [/^(chi so )?nam truoc|^(chi so|nam|index)( nam)? (19|20)\d\d|year before/, 'previous'],
  [/^(tang|giam|tang, ?giam|tang\/giam|tang \(giam\)|thay doi|chenh lech|change)$/, 'change'],
  [
    /^((nhom|group)( .*)?: .*|nhom ([0-9]+|[ivx]+)\b.*|(cong|tong) (cac|moi|[0-9]+) (linh vuc|phan|tieu chi).*)$/,
    'group',
  ],
  [/(toi da|diem chuan|maximum)\)?$/, 'max'],
  [/%\)?$/, 'percent'],
];

/** Told from its title; a column of which nothing is known holds the points of a part. */
export function guessColumn(title: string): TableColumn {
  const plain = fold(title);
  const role = GUESSES.find(([pattern]) => pattern.test(plain))?.[1] ?? 'points';
  return columnOf(title, role === 'group' ? groupRole(plain) : role);
}

function groupRole(plain: string): ColumnRole {
  if (/(toi da|diem chuan|maximum)\)$/.test(plain)) return 'group_max';
  if (/%\)?$/.test(plain)) return 'group_percent';
  return HOLDS_ALL.test(plain) ? 'group_all' : 'group';
}

/** `Nhóm gồm mọi phần: …`; a sum of all fields is one by its words. */
const HOLDS_ALL =
  /^(nhom gom moi phan|group of all parts):|^(cong|tong) (cac|moi|[0-9]+) (linh vuc|phan|tieu chi)/;

export function columnOf(title: string, role: ColumnRole): TableColumn {
  if (role === 'previous') return { title, role, part: '', ...yearOf(title) };
  if (!role.startsWith('group'))
    return { title, role, part: ['points', 'percent', 'max'].includes(role) ? partOf(title) : '' };
  const part = partOf(title).replace(GROUP_PREFIX, '').trim() || title;
  return { title, role, part, all: role === 'group_all' || HOLDS_ALL.test(fold(title)) };
}

const GROUP_PREFIX = /^(?:nhóm(?: gồm mọi phần)?|group(?: of all parts)?):/iu;

function yearOf(title: string): { year?: number } {
  const [, year] = /\b((?:19|20)\d\d)\b/.exec(title) ?? [];
  return year === undefined ? {} : { year: Number(year) };
}

/** `Cải cách thể chế (%)` and `Cải cách thể chế (tối đa)` are figures of one part. */
function partOf(title: string): string {
  const bare = title.replace(
    /\s*\((?:%|tỷ lệ|tỷ lệ %|tối đa|điểm tối đa|điểm chuẩn|maximum|điểm)\)\s*$/iu,
    '',
  );
  return bare.replace(/\s*%\s*$/, '').trim() || title;
}
