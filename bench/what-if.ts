import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installed } from './installed.ts';
import { machine } from './machine.ts';
import { synthetic } from './synthetic.ts';
import type { Samples, Task } from './what-if-page.ts';

/** Times one unit's what-if in Chromium, in the code that the workspace ships. */

type Bundler = {
  readonly build: (
    options: object,
  ) => Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
};
type Page = {
  readonly addScriptTag: (script: { readonly content: string }) => Promise<unknown>;
  readonly evaluate: (run: (task: Task) => Samples, task: Task) => Promise<Samples>;
};
type Browser = { readonly newPage: () => Promise<Page>; readonly close: () => Promise<void> };
type Playwright = { readonly chromium: { readonly launch: (options: object) => Promise<Browser> } };

const TARGET_MS = 5;
const WARM_UP = 50;
const TIMES = 500;
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking ' +
  '--disable-component-update --disable-sync';

const script = await bundled();
console.log(`${machine()}, bundle ${(script.length / 1024).toFixed(0)} KB, minified`);
const { chromium }: Playwright = await import(
  installed('playwright-core').replace(/index\.js$/, 'index.mjs')
);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: FLAGS.split(' '),
});
try {
  for (const [units, leaves] of [
    [100, 60],
    [100, 150],
  ] as const) {
    const { score, readAndScore } = await measured(units, leaves);
    console.log(`\n${leaves} criteria, ${TIMES} what-ifs`);
    print('score one unit', score);
    print('read its figures and score', readAndScore);
  }
} finally {
  await browser.close();
}

async function bundled(): Promise<string> {
  const { build }: Bundler = await import(installed('esbuild'));
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('what-if-page.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

async function measured(units: number, leaves: number): Promise<Samples> {
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  const { scorecardText, figuresText } = synthetic(units, leaves);
  const calendarText = readFileSync(new URL('../data/holidays.json', import.meta.url), 'utf8');
  const task = { scorecardText, figuresText, calendarText, times: WARM_UP + TIMES };
  const { score, readAndScore } = await page.evaluate((asked) => globalThis.whatIf(asked), task);
  return { score: score.slice(WARM_UP), readAndScore: readAndScore.slice(WARM_UP) };
}

function print(name: string, samples: readonly number[]): void {
  const sorted = [...samples].sort((a, b) => a - b);
  const [p50, p95] = [0.5, 0.95].map((share) => sorted[Math.floor(sorted.length * share)] ?? 0);
  const verdict = (p95 ?? 0) <= TARGET_MS ? 'within' : 'ABOVE';
  console.log(
    `  ${name.padEnd(27)} p50 ${p50?.toFixed(2)} ms, p95 ${p95?.toFixed(2)} ms: ${verdict} ${TARGET_MS} ms`,
  );
}
