import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import type { Letter } from './letters.ts';

/** Hands a letter to the outside; throws when it was not taken. */
export type Transport = (letter: Letter) => Promise<void>;

/** By SMTP where it is configured; else into a folder, as files that mail programs open. */
export function openTransport({ smtpUrl, mailFrom, dataFolder }: Config): Transport {
  if (smtpUrl === undefined) return toFolder(join(dataFolder, 'mail'), mailFrom);
  const smtp = createTransport(smtpUrl);
  return async ({ recipient, subject, body }) => {
    await smtp.sendMail({ from: mailFrom, to: recipient, subject, text: body });
  };
}

function toFolder(folder: string, from: string): Transport {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async ({ recipient, subject, body }) => {
    const { message } = await writer.sendMail({ from, to: recipient, subject, text: body });
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${Date.now()}-${randomUUID()}.eml`), message, { mode: 0o600 });
  };
}
