import { DEMO_PASSWORD, listDemoAccounts } from '../../server/demo/load.ts';
import { type Role, startProduct } from '../../server/main.ts';
import type { Language } from '../../text/language.ts';
import { printOperation } from '../../text/print-operation.ts';
import { type Command, parse, UsageError } from '../command.ts';
import { operate } from './operate.ts';

/** `minhchung serve [--role web|worker|all]`: runs until told to stop, then finishes what is in hand. */
export const command: Command = async (args, language) => {
  const { values } = parse(args, { role: { type: 'string', default: 'all' } });
  const { role } = values;
  if (!isRole(role)) throw new UsageError('--role web|worker|all');
  return operate(language, async (config) => {
    const { address, demo, stop } = await startProduct(config, role);
    const running =
      address === undefined
        ? printOperation('started_worker', language)
        : printOperation('started', language, { address });
    process.stdout.write(`\n  ${running}\n  ${printOperation('how_to_stop', language)}\n\n`);
    if (demo) process.stdout.write(demoAccounts(language));
    await askedToStop();
    process.stdout.write(`${printOperation('stopping', language)}\n`);
    await stop();
    return 0;
  });
};

function demoAccounts(language: Language): string {
  const listed = listDemoAccounts();
  const width = Math.max(...listed.map(({ email }) => email.length));
  const accounts = listed.map(({ email, title }) => `    ${email.padEnd(width)}  ${title}`);
  const heading = printOperation('demo_accounts', language, { password: DEMO_PASSWORD });
  return `  ${heading}\n${accounts.join('\n')}\n\n`;
}

function isRole(written: string): written is Role {
  return ['web', 'worker', 'all'].includes(written);
}

/** A second signal ends the process at once. */
function askedToStop(): Promise<void> {
  return new Promise((asked) => {
    process.once('SIGINT', () => asked());
    process.once('SIGTERM', () => asked());
  });
}
