import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export type Environment = Readonly<Record<string, string>>;

/** What a command printed, and how it ended. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

export type Served = { readonly address: string; readonly out: string; readonly child: ChildProcess };

/** Runs `minhchung …` to its end, with nothing in its environment but this. */
export async function run(environment: Environment, ...args: string[]): Promise<Ended> {
  const child = launch(environment, args);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return { code: child.exitCode, out, err };
}

/** Starts `minhchung serve` and waits until it says where. Rejects with what it printed when it ends before. */
export function serve(environment: Environment, ...args: string[]): Promise<Served> {
  const child = launch(environment, ['serve', ...args]);
  return new Promise((started, failed) => {
    let out = '';
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (out.includes('Ctrl+C')) started({ address: /http:\S+/.exec(out)?.[0] ?? '', out, child });
    });
    child.on('exit', () => failed(new Error(err)));
  });
}

export async function end(
  { child }: Served,
  signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM',
): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, 'exit');
  }
  return child.exitCode;
}

function launch(environment: Environment, args: readonly string[]) {
  return spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
