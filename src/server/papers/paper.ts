import type { Day } from '../../domain/kernel/time/day.ts';

/** A piece of a paragraph; a bare text is plain. */
export type Span = string | { readonly text: string; readonly bold?: boolean; readonly italic?: boolean };

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  | {
      readonly kind: 'table';
      readonly columns: readonly TableColumn[];
      readonly rows: readonly string[][];
      /** In points; 13 where it is left out, less for a table of many columns. */
      readonly size?: number;
    };

export type TableColumn = {
  readonly title: string;
  /** Of the width of the page, all columns together 100. */
  readonly percent: number;
  readonly align?: 'left' | 'center' | 'right';
};

/** Phụ lục: on pages of its own, numbered by themselves. */
export type Annex = {
  readonly title: string;
  /** `(Kèm theo Thông báo số …)`. */
  readonly reference: string;
  /** The page lies, for a table of many columns. */
  readonly landscape: boolean;
  readonly body: readonly Block[];
};

/** One of the 29 kinds of Điều 7 with the parts of Điều 8.2; a `kind` of null is a công văn. */
export type OfficialPaper = {
  /** Null for an agency that has none above it in the letterhead. */
  readonly superior: string | null;
  readonly agency: string;
  /** Null until the number is given: room is left for it. */
  readonly number: number | null;
  /** `BC-SNV`, of a công văn `SNV-CCHC`. */
  readonly symbol: string;
  readonly place: string;
  /** Null until it is signed. */
  readonly date: Day | null;
  readonly kind: string | null;
  readonly abstract: string;
  /** To whom a công văn or a tờ trình is addressed. */
  readonly addressees?: readonly string[];
  readonly body: readonly Block[];
  readonly signer: {
    /** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`: on whose behalf, a line each. */
    readonly authority: readonly string[];
    readonly title: string;
    readonly name: string;
  };
  /** `Như trên`, `Lưu: VT, CCHC`. */
  readonly recipients: readonly string[];
  /** Not issued yet, which is said below the number. */
  readonly draft?: boolean;
  readonly annexes?: readonly Annex[];
  /** Stands small at the foot of every page, such as the seal of what is announced. */
  readonly foot?: string;
};
