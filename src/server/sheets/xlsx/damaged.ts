/** Why a file is not taken as a workbook; the sentences stand in `text`. */
export type Damage =
  | 'not_xlsx'
  | 'old_or_locked_xls'
  | 'has_macros'
  | 'damaged_xlsx'
  | 'file_too_large'
  | 'inflates_too_much';

/** Thrown while a workbook is read, and turned into a fault where its bytes came in. */
export class DamagedWorkbook extends Error {
  readonly damage: Damage;

  constructor(damage: Damage) {
    super(damage);
    this.name = 'DamagedWorkbook';
    this.damage = damage;
  }
}
