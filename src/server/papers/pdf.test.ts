import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { givenOffice } from '../../../tests/given-office.ts';
import { OfficeTrouble, openPdfMaker } from './pdf.ts';

const COPIES = 'for paper; do :; done; { printf "%%PDF-1.7 "; cat "$paper"; } > paper.pdf';

describe('a paper as PDF', () => {
  it('is what the office program makes of it, each of several in its turn', async () => {
    const makePdf = openPdfMaker(givenOffice(`${COPIES}; sleep 0.1`));
    const made = await Promise.all(['một', 'hai', 'ba'].map((text) => makePdf?.(Buffer.from(text))));
    expect(made.map((pdf) => pdf?.toString())).toEqual(['%PDF-1.7 một', '%PDF-1.7 hai', '%PDF-1.7 ba']);
  });

  it('is not offered where the program is not there', () => {
    expect(openPdfMaker('no-such-office-program')).toBeUndefined();
    expect(openPdfMaker('/nowhere/soffice')).toBeUndefined();
    expect(openPdfMaker(tmpdir())).toBeUndefined();
  });

  it.each([
    ['fails', 'exit 3'],
    ['makes nothing', 'exit 0'],
    ['does not end, nor what it started', 'sleep 60 & sleep 60'],
  ])('a program that %s is a trouble and not the end of the next paper', async (_, script) => {
    const once = join(mkdtempSync(join(tmpdir(), 'minhchung-office-')), 'asked');
    const office = givenOffice(`if [ -e ${once} ]; then ${COPIES}; else touch ${once}; ${script}; fi`);
    const makePdf = openPdfMaker(office, 1500);
    await expect(makePdf?.(Buffer.from('một'))).rejects.toThrow(OfficeTrouble);
    expect((await makePdf?.(Buffer.from('hai')))?.toString()).toBe('%PDF-1.7 hai');
  });

  it('who comes when many wait is told so', async () => {
    const makePdf = openPdfMaker(givenOffice(`${COPIES}; sleep 0.05`));
    const waiting = Array.from({ length: 8 }, () => makePdf?.(Buffer.from('một')));
    expect(() => makePdf?.(Buffer.from('hai'))).toThrow('conflict');
    await Promise.all(waiting);
    expect((await makePdf?.(Buffer.from('hai')))?.toString()).toBe('%PDF-1.7 hai');
  });
});
