import { AppError } from '../domain/kernel/app-error.ts';
import { isLanguage, type Language } from '../text/language.ts';
import { printFault } from '../text/print-fault.ts';
import { type Command, UsageError } from './command.ts';

/** Each command is loaded only when asked for, so that the process starts at once. */
const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {
  score: () => import('./score.ts'),
  check: () => import('./check.ts'),
  due: () => import('./due.ts'),
  serve: () => import('./operator/serve.ts'),
  migrate: () => import('./operator/migrate.ts'),
  init: () => import('./operator/init.ts'),
  demo: () => import('./operator/demo.ts'),
  verify: () => import('./operator/verify.ts'),
  backup: () => import('./operator/backup.ts'),
  restore: () => import('./operator/restore.ts'),
};

const [name = 'help', ...args] = process.argv.slice(2);
process.exitCode = await main(name, args);

async function main(name: string, args: string[]): Promise<number> {
  const language = languageOf(args);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    const { help } = await import('./help.ts');
    const asked = ['help', '--help', '-h'].includes(name);
    process[asked ? 'stdout' : 'stderr'].write(help(language));
    return asked ? 0 : 2;
  }
  try {
    const { command } = await load();
    return await command(args, language);
  } catch (error) {
    if (error instanceof AppError) return say(error.faults.map((fault) => printFault(fault, language)));
    if (error instanceof UsageError) return say([error.message]);
    throw error;
  }
}

/** Faults go to standard error, one a line; nothing goes to standard output. */
function say(lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`);
  return 2;
}

function languageOf(args: readonly string[]): Language {
  const written = args[args.indexOf('--lang') + 1];
  return args.includes('--lang') && written !== undefined && isLanguage(written) ? written : 'vi';
}
