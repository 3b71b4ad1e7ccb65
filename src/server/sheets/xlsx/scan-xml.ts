import { DamagedWorkbook } from './damaged.ts';

/** Names and values by turns, names without their prefix. */
export type Attributes = readonly string[];

/** Names come without their prefix; a text may come in several pieces. */
export type XmlHandler = {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text: (piece: string) => void;
  readonly close: (name: string) => void;
};

export type XmlScanner = {
  readonly push: (chunk: Buffer) => void;
  /** @throws DamagedWorkbook when an element is still open */
  readonly end: () => void;
};

/** No tag and no cell of a workbook is longer. */
const MOST_PENDING = 1024 * 1024;
const MOST_DEPTH = 64;

const SPACE = 32;
const QUOTE = 34;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const GREATER = 62;
const LAST_ASCII = 127;
const SLASH = 47;

/**
 * Reads the XML of workbook parts as it comes out of the archive. Markup is looked for in the bytes taken as Latin-1,
 * where every index is an index of the bytes; only names, attributes and texts are decoded as UTF-8. A document type
 * is refused, so that no entity but the five of XML is ever known.
 */
export function scanXml(handler: XmlHandler): XmlScanner {
  const open: string[] = [];
  let pending: Buffer = Buffer.alloc(0);

  const take = (bytes: Buffer): number => {
    const markup = bytes.toString('latin1');
    let at = 0;
    for (;;) {
      const tag = markup.indexOf('<', at);
      if (tag === -1) return at;
      const end = endOfMarkup(markup, tag);
      if (end === -1) return at;
      if (tag > at) handler.text(textOf(bytes, markup, at, tag));
      takeMarkup(bytes, markup, tag, end);
      at = end + 1;
    }
  };

  const takeMarkup = (bytes: Buffer, markup: string, from: number, end: number): void => {
    const second = markup.charCodeAt(from + 1);
    if (second === SLASH) {
      const name = localName(markup.slice(from + 2, end).trim());
      if (open.pop() !== name) throw new DamagedWorkbook('damaged_xlsx');
      handler.close(name);
    } else if (markup.startsWith('<![CDATA[', from)) {
      handler.text(bytes.toString('utf8', from + 9, end - 2));
    } else if (markup.startsWith('<!--', from) || markup.startsWith('<?', from)) {
      return;
    } else if (markup.startsWith('<!', from)) {
      throw new DamagedWorkbook('damaged_xlsx');
    } else {
      const empty = markup.charCodeAt(end - 1) === SLASH;
      const { name, attributes } = readTag(bytes, markup, from + 1, empty ? end - 1 : end);
      handler.open(name, attributes);
      if (empty) handler.close(name);
      else if (open.push(name) > MOST_DEPTH) throw new DamagedWorkbook('damaged_xlsx');
    }
  };

  return {
    push: (chunk) => {
      const bytes = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      pending = bytes.subarray(take(bytes));
      if (pending.length > MOST_PENDING) throw new DamagedWorkbook('damaged_xlsx');
    },
    end: () => {
      const rest = pending.toString('latin1').trim();
      if (open.length > 0 || rest !== '') throw new DamagedWorkbook('damaged_xlsx');
    },
  };
}

/** The value of an attribute, or undefined. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  for (let at = 0; at < attributes.length; at += 2) if (attributes[at] === name) return attributes[at + 1];
  return undefined;
}

/** Where the `>` stands that closes the markup begun at `from`; -1 when it has not come yet. */
function endOfMarkup(markup: string, from: number): number {
  if (markup.startsWith('<!--', from)) return endAfter(markup, '-->', from + 4);
  if (markup.startsWith('<![CDATA[', from)) return endAfter(markup, ']]>', from + 9);
  if (markup.charCodeAt(from + 1) === SLASH) return markup.indexOf('>', from);
  for (let at = from + 1; at < markup.length; at += 1) {
    const code = markup.charCodeAt(at);
    if (code === GREATER) return at;
    if (code !== QUOTE && code !== APOSTROPHE) continue;
    at = markup.indexOf(code === QUOTE ? '"' : "'", at + 1);
    if (at === -1) return -1;
  }
  return -1;
}

function endAfter(markup: string, mark: string, from: number): number {
  const at = markup.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length - 1;
}

function readTag(
  bytes: Buffer,
  markup: string,
  from: number,
  end: number,
): { name: string; attributes: string[] } {
  let at = from;
  while (at < end && markup.charCodeAt(at) > SPACE) at += 1;
  const element = localName(markup.slice(from, at));
  const attributes: string[] = [];
  for (;;) {
    while (at < end && markup.charCodeAt(at) <= SPACE) at += 1;
    if (at >= end) return { name: element, attributes };
    const equals = markup.indexOf('=', at);
    let opening = equals + 1;
    while (opening < end && markup.charCodeAt(opening) <= SPACE) opening += 1;
    const closing = markup.indexOf(markup.charCodeAt(opening) === QUOTE ? '"' : "'", opening + 1);
    if (equals === -1 || closing === -1 || closing >= end) throw new DamagedWorkbook('damaged_xlsx');
    const name = localName(markup.slice(at, equals).trimEnd());
    attributes.push(name, textOf(bytes, markup, opening + 1, closing));
    at = closing + 1;
  }
}

/** Longer pieces cut out of a text keep the whole text alive, in V8. */
const COPIED = 12;

/** Most values are short plain ASCII, for which the Latin-1 text is the text. */
function textOf(bytes: Buffer, markup: string, from: number, to: number): string {
  if (to - from <= COPIED) {
    const text = markup.slice(from, to);
    if (isPlain(text)) return text;
  }
  return withoutEntities(bytes.toString('utf8', from, to));
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > LAST_ASCII || code === AMPERSAND) return false;
  }
  return true;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

const ENTITIES = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]*)(;?)/g, (_, name: string, closed: string) => {
    const known = closed === '' ? undefined : (ENTITIES.get(name) ?? numbered(name));
    if (known === undefined) throw new DamagedWorkbook('damaged_xlsx');
    return known;
  });
}

function numbered(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
