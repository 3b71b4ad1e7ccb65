import { type Role, startProduct } from '../server/main.ts';
import { printOperation } from '../text/print-operation.ts';
import { type Command, parse, UsageError } from './command.ts';
import { operate } from './operator.ts';

/** `minhchung serve [--role web|worker|all]`: runs until told to stop, then finishes what is in hand. */
export const command: Command = async (args, language) => {
  const { values } = parse(args, { role: { type: 'string', default: 'all' } });
  const { role } = values;
  if (!isRole(role)) throw new UsageError('--role web|worker|all');
  return operate(language, async (config) => {
    const { address, stop } = await startProduct(config, role);
    const running =
      address === undefined
        ? printOperation('started_worker', language)
        : printOperation('started', language, { address });
    process.stdout.write(`\n  ${running}\n  ${printOperation('how_to_stop', language)}\n\n`);
    await askedToStop();
    process.stdout.write(`${printOperation('stopping', language)}\n`);
    await stop();
    return 0;
  });
};

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
