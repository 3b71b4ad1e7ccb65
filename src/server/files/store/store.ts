import type { Readable } from 'node:stream';

/** What contents are known by. */
export type Stored = { readonly sha256: string; readonly size: number };

/** Contents that have come whole, to be read as often as their store needs. */
export type Contents = Stored & { readonly blob: Blob };

/**
 * Contents by their SHA-256: the same contents are kept once, can never change under their name and are never removed.
 * Every call throws `StoreTrouble` when the store does not do its part.
 */
export type FileStore = {
  /** Kept whole and safely when this returns, or not at all. */
  readonly put: (contents: Contents) => Promise<void>;
  /** @throws StoreTrouble `lost` when the store does not have them */
  readonly open: (sha256: string) => Promise<Readable>;
  /** Undefined when the store does not have them. */
  readonly stat: (sha256: string) => Promise<{ readonly size: number } | undefined>;
  /** Whether the store can be reached and takes our keys. */
  readonly check: () => Promise<void>;
};

/** What is wrong with a store; `lost` is what it should have and has not. */
export type StoreReason = 'unreachable' | 'keys' | 'bucket' | 'answer' | 'lost';

/** Outside our power and no fault of who asks; says where, never with which keys. */
export class StoreTrouble extends Error {
  readonly reason: StoreReason;
  /** Address or folder of the store. */
  readonly place: string;

  constructor(reason: StoreReason, place: string, said = '') {
    super(`file store ${place}: ${reason} ${said}`.trimEnd());
    this.name = 'StoreTrouble';
    this.reason = reason;
    this.place = place;
  }
}
