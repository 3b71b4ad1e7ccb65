import { connect } from 'node:net';
import { Readable } from 'node:stream';
import type { ScanState } from '../../domain/files/contract.ts';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import type { ScannerSettings } from './store/settings.ts';

/** The scanner did not do its part; no fault of who asks. */
export class ScannerTrouble extends Error {
  constructor(said: string) {
    super(`scanner: ${said}`);
    this.name = 'ScannerTrouble';
  }
}

/**
 * What the scanner says of contents that nobody can see yet. @throws AppError `invalid_input` when it names something
 * in them, ScannerTrouble when it says nothing and the installation takes no file unscanned
 */
export async function scan(blob: Blob, settings: ScannerSettings | undefined): Promise<ScanState> {
  if (settings === undefined) return 'not_asked';
  const answer = await ask(blob, settings).catch((error: unknown) => {
    if (settings.acceptsUnscanned) return undefined;
    throw new ScannerTrouble(error instanceof Error ? error.message : String(error));
  });
  if (answer === undefined) return 'missed';
  const name = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (name !== undefined) throw new AppError('invalid_input', [fault(['file'], 'file_infected', { name })]);
  if (answer === 'stream: OK') return 'clean';
  if (settings.acceptsUnscanned) return 'missed';
  throw new ScannerTrouble(answer);
}

/** clamd's `INSTREAM`: parts with their length before them, an empty one last, the verdict back up to a NUL. */
async function ask(blob: Blob, { host, port, patienceMs }: ScannerSettings): Promise<string> {
  const socket = connect({ host, port });
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('no answer in time')));
  const answer = new Promise<string>((told, failed) => {
    const said: Buffer[] = [];
    socket.on('data', (part: Buffer) => said.push(part));
    socket.on('error', failed);
    socket.on('close', () => {
      const text = Buffer.concat(said).toString('utf8').replace(/\0.*$/s, '').trim();
      if (text === '') failed(new Error('closed without an answer'));
      else told(text);
    });
  });
  // Whoever refuses in the middle has already said why; the answer is what counts.
  Readable.from(parts(blob))
    .on('error', () => socket.destroy())
    .pipe(socket, { end: false });
  return answer;
}

async function* parts(blob: Blob): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const part of Readable.fromWeb(blob.stream())) {
    const bytes = Buffer.from(part);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    yield Buffer.concat([length, bytes]);
  }
  yield Buffer.alloc(4);
}
