/**
 * What a column holds: `number` whole numbers, `count` whole ones ≥ 0 of any length as text, `decimal` exact ones as text
 * `12.5`, `day` ISO days.
 */
export type ColumnKind = 'text' | 'number' | 'count' | 'decimal' | 'day' | 'choice';

export type Column = {
  readonly kind: ColumnKind;
  readonly title: string;
  /** Other titles under which the column is taken, such as the one in another language. */
  readonly aliases?: readonly string[];
  /** `true`: in every row. `'column'`: the sheet must have the column, its cells may be blank. */
  readonly required?: boolean | 'column';
  /** In characters. */
  readonly width?: number;
  /** Shown by Excel beside the cell that is being filled in. */
  readonly help?: string;
  /** Of a `choice`: what the program keeps, and what people read. Either is taken, and other titles. */
  readonly choices?: readonly Choice[];
  /** What may stand in a cell instead of what the column holds, such as `không phát sinh`; never offered in a list. */
  readonly words?: readonly Choice[];
  /** Stands above the title, over all columns side by side that have the same. */
  readonly band?: string;
  /** Long texts that are shown whole, on several lines. */
  readonly wrap?: boolean;
};

export type Choice = {
  readonly value: string;
  readonly title: string;
  readonly aliases?: readonly string[];
};

export type Columns = Readonly<Record<string, Column>>;

/** Columns stand in the order in which they are written. */
export type SheetDefinition<C extends Columns = Columns> = {
  readonly name: string;
  readonly columns: C;
  /** So many columns stay in sight. */
  readonly frozen?: number;
};

export type CellValue = string | number | null;

type ValueOf<C extends Column> = C['kind'] extends 'number' ? number : string;

/** A row as the program has it; a column that is not required may be null. */
export type RowOf<C extends Columns> = {
  readonly [Key in keyof C]: C[Key] extends { readonly required: true }
    ? ValueOf<C[Key]>
    : ValueOf<C[Key]> | null;
};

/**
 * `row` as Excel numbers it and `column` by its title; both are left out for the file as a whole. `sheet` is named only
 * where a workbook has several.
 */
export type SheetFault = {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly code: string;
  readonly detail?: Readonly<Record<string, string | number>>;
};

/** Keeps the kinds of the columns as types, so that rows have them. */
export function defineSheet<const C extends Columns>(definition: SheetDefinition<C>): SheetDefinition<C> {
  return definition;
}
