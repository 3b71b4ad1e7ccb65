const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup that is safe to send: only the `html` tag makes it. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in a template: text is escaped, markup is kept, what is absent or `false` prints nothing. */
export type Content = string | number | Html | false | undefined | null | readonly Content[];

/** ``html`<p>${name}</p>` ``: whatever is put in is escaped, unless it is itself markup made here. */
export function html(strings: TemplateStringsArray, ...contents: Content[]): Html {
  const printed = strings.map((text, at) => text + (at < contents.length ? print(contents[at]) : ''));
  return new Html(printed.join(''));
}

function print(content: Content): string {
  if (content === false || content === undefined || content === null) return '';
  if (content instanceof Html) return content.toString();
  if (typeof content === 'object') return content.map(print).join('');
  return String(content).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
