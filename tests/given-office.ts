import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program that takes the place of LibreOffice: its last argument is the paper, its folder is where the PDF belongs. */
export function givenOffice(script: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'minhchung-office-')), 'office');
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}
