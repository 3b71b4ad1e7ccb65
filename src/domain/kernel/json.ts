import { type Fault, fault, MOST_FAULTS, type Step } from './fault.ts';

/** What a document holds once read: integers outside ±2^53 are bigint; objects have no prototype. */
export type Json = null | boolean | number | bigint | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

/** Deeper nesting is refused: no scorecard needs it, and code that walks a tree stays within its stack. */
const MAX_DEPTH = 500;

type Frame = { readonly container: Json[] | JsonObject; key: string | undefined };

/**
 * Reads JSON more strictly than `JSON.parse`: a number with a point or an exponent and a key given twice in one
 * object are faults (so is the key `__proto__`, which libraries drop in silence), and reading goes on after them so that all are reported; such a number stands as NaN. Integers keep every digit. Text
 * that is not JSON yields one fault with its line and column. Does not recurse.
 */
export function readJson(text: string): { value: Json; faults: Fault[] } {
  return new Reader(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).read();
}

/** Whether the text could not be read to its end: what it means is then not worth asking. */
export function isUnreadable(faults: readonly Fault[]): boolean {
  return faults.some(({ code }) => ['json_syntax', 'too_deep', 'too_many_faults'].includes(code));
}

class SyntaxFault extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

class Reader {
  readonly #text: string;
  readonly #faults: Fault[] = [];
  readonly #frames: Frame[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): { value: Json; faults: Fault[] } {
    try {
      const value = this.#document();
      return { value, faults: this.#faults };
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
      const before = this.#text.slice(0, this.#at).split('\n');
      const detail = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
      return { value: null, faults: [...this.#faults, fault(this.#path(), error.code, detail)] };
    }
  }

  #document(): Json {
    let root: Json = null;
    let started = false;
    while (!started || this.#frames.length > 0) {
      const value = this.#valueOrEnd();
      if (value !== undefined) {
        if (this.#frames.length === 0) root = value;
        else this.#put(value);
        if (typeof value === 'object' && value !== null) this.#open(value);
      }
      started = true;
    }
    this.#blank();
    if (this.#at < this.#text.length) throw new SyntaxFault('json_syntax');
    return root;
  }

  /** The next value of the open container, or undefined when the container ends here. */
  #valueOrEnd(): Json | undefined {
    const frame = this.#frames.at(-1);
    this.#blank();
    if (frame === undefined) return this.#value();
    const list = Array.isArray(frame.container);
    const empty = frame.key === undefined && (!list || frame.container.length === 0);
    if (this.#take(list ? ']' : '}')) {
      this.#frames.pop();
      return undefined;
    }
    if (!empty) {
      this.#expect(',');
      this.#blank();
    }
    if (!list) this.#key(frame);
    return this.#value();
  }

  #key(frame: Frame): void {
    if (this.#text[this.#at] !== '"') throw new SyntaxFault('json_syntax');
    frame.key = this.#string();
    if (Object.hasOwn(frame.container, frame.key)) this.#fault('duplicate_key');
    if (frame.key === '__proto__') this.#fault('unknown_key');
    this.#blank();
    this.#expect(':');
    this.#blank();
  }

  #put(value: Json): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    if (Array.isArray(frame.container)) frame.container.push(value);
    else if (frame.key !== undefined) frame.container[frame.key] = value;
  }

  #open(container: Json[] | JsonObject): void {
    if (this.#frames.length === MAX_DEPTH) throw new SyntaxFault('too_deep');
    this.#frames.push({ container, key: undefined });
  }

  #value(): Json {
    const next = this.#text.charCodeAt(this.#at);
    if (next === 0x7b) return this.#skip(1, Object.create(null));
    if (next === 0x5b) return this.#skip(1, []);
    if (next === 0x22) return this.#string();
    if (next > 0x39) {
      for (const [word, value] of WORDS)
        if (this.#text.startsWith(word, this.#at)) return this.#skip(word.length, value);
    }
    return this.#shortInteger() ?? this.#number();
  }

  /** Most numbers of a document: some digits without sign, point or exponent. */
  #shortInteger(): number | undefined {
    let end = this.#at;
    let value = 0;
    for (;;) {
      const digit = this.#text.charCodeAt(end) - 0x30;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
      end += 1;
    }
    const length = end - this.#at;
    if (length === 0 || length > 15 || (length > 1 && this.#text.charCodeAt(this.#at) === 0x30))
      return undefined;
    const next = this.#text.charCodeAt(end) | 0x20;
    return next === 0x2e || next === 0x65 ? undefined : this.#skip(length, value);
  }

  #number(): Json {
    NUMBER.lastIndex = this.#at;
    const written = NUMBER.exec(this.#text)?.[0];
    if (written === undefined) throw new SyntaxFault('json_syntax');
    if (/[.eE]/.test(written)) {
      this.#told(fault(this.#childPath(), 'float', { written: short(written) }));
      return this.#skip(written.length, Number.NaN);
    }
    this.#at += written.length;
    const value = Number(written);
    if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
    return written.length > MAX_INTEGER_DIGITS ? value : BigInt(written);
  }

  #string(): string {
    const start = this.#at;
    let end = start + 1;
    let escaped = false;
    for (;;) {
      const code = this.#text.charCodeAt(end);
      if (Number.isNaN(code) || code < 0x20) {
        this.#at = Math.min(end, this.#text.length);
        throw new SyntaxFault('json_syntax');
      }
      if (code === 0x22) break;
      if (code === 0x5c) escaped = true;
      end += code === 0x5c ? 2 : 1;
    }
    if (!escaped) return this.#skip(end + 1 - start, this.#text.slice(start + 1, end));
    try {
      const value: string = JSON.parse(this.#text.slice(start, end + 1));
      this.#at = end + 1;
      return value;
    } catch {
      throw new SyntaxFault('json_syntax');
    }
  }

  #blank(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }

  #take(symbol: string): boolean {
    if (this.#text[this.#at] !== symbol) return false;
    this.#at += 1;
    return true;
  }

  #expect(symbol: string): void {
    if (!this.#take(symbol)) throw new SyntaxFault('json_syntax');
  }

  #skip<T>(length: number, value: T): T {
    this.#at += length;
    return value;
  }

  #fault(code: string): void {
    this.#told(fault(this.#path(), code));
  }

  #told(found: Fault): void {
    this.#faults.push(found);
    if (this.#faults.length === MOST_FAULTS) throw new SyntaxFault('too_many_faults');
  }

  #path(): Step[] {
    const path: Step[] = [];
    this.#frames.forEach((frame, depth) => {
      if (!Array.isArray(frame.container)) path.push(frame.key ?? '');
      else if (depth < this.#frames.length - 1) path.push(frame.container.length - 1);
    });
    if (path.at(-1) === '') path.pop();
    return path;
  }

  #childPath(): Step[] {
    const open = this.#frames.at(-1)?.container;
    return Array.isArray(open) ? [...this.#path(), open.length] : this.#path();
  }
}

const NUMBER = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const MAX_INTEGER_DIGITS = 10_000;
const WORDS: readonly [string, Json][] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

function short(written: string): string {
  return written.length > 40 ? `${written.slice(0, 40)}…` : written;
}

/** The value as JSON text, every digit of an integer kept. */
export function writeJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(writeJson).join(', ')}]`;
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${writeJson(member)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
