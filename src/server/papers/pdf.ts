import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';

/**
 * Makes a PDF of a paper, to be looked at before it is taken along. @throws AppError `conflict` when too many wait,
 * OfficeTrouble when the office program gives nothing
 */
export type MakePdf = (docx: Buffer) => Promise<Buffer>;

/** The office program did not do its part; no fault of who asks. */
export class OfficeTrouble extends Error {
  constructor(said: string) {
    super(`office: ${said}`);
    this.name = 'OfficeTrouble';
  }
}

const MOST_WAITING = 8;

/** One paper at a time, since each takes a processor for a second or two; undefined where the program is not there. */
export function openPdfMaker(program: string, patienceMs = 60_000): MakePdf | undefined {
  const found = findProgram(program);
  if (found === undefined) return undefined;
  let before: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return (docx) => {
    if (waiting >= MOST_WAITING) throw new AppError('conflict', [fault([], 'preview_busy')]);
    waiting += 1;
    const made = before
      .then(() => convert(found, docx, patienceMs))
      .finally(() => {
        waiting -= 1;
      });
    before = made.catch(() => undefined);
    return made;
  };
}

function findProgram(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = isAbsolute(program) ? [program] : folders.map((folder) => join(folder, program));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  });
}

async function convert(program: string, docx: Buffer, patienceMs: number): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'minhchung-paper-'));
  try {
    const source = join(folder, 'paper.docx');
    await writeFile(source, docx, { mode: 0o600 });
    // A profile of its own: two programs on one profile wait for each other, and nothing of a paper is left behind.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const plain = ['--headless', '--norestore', '--nolockcheck', '--nologo'];
    const told = [...plain, profile, '--convert-to', 'pdf:writer_pdf_Export', '--outdir', folder, source];
    const office = spawn(program, told, {
      cwd: folder,
      detached: true,
      stdio: 'ignore',
      env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8' },
    });
    await ended(office, patienceMs);
    return await readFile(join(folder, 'paper.pdf'));
  } catch (error) {
    throw error instanceof OfficeTrouble ? error : new OfficeTrouble(String(error));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function ended(office: ChildProcess, patienceMs: number): Promise<void> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => {
      failed(new OfficeTrouble('no answer in time'));
      stopAll(office);
    }, patienceMs);
    office.on('error', (error) => failed(new OfficeTrouble(error.message)));
    office.on('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) done();
      else failed(new OfficeTrouble(`ended with ${code}`));
    });
  });
}

/** The program starts others; all of them are one group. */
function stopAll({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}
