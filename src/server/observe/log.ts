import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

/** One JSON object a line on standard error; standard output is for sentences. What tells of people or opens doors is left out. */
export function createLog(level: Config['logLevel'], output: DestinationStream = destination(2)): Logger {
  const options = {
    level,
    serializers: {
      err: (error: unknown) => (error instanceof Error ? described(error) : { message: String(error) }),
      req: ({ method, url, ip }: { method: string; url: string; ip: string }) => ({
        method,
        url: withoutSecrets(url),
        ip,
      }),
    },
  };
  return pino(options, output);
}

/** Without the query, which may name people, and without the long tokens of links that work once. */
function withoutSecrets(url: string): string {
  return (url.split('?')[0] ?? '').replace(/[\w-]{40,}/g, '…');
}

/** Drivers hang whole connections on their errors; only what tells the cause is kept. */
function described(error: Error): Record<string, unknown> {
  const code = 'code' in error ? error.code : undefined;
  const cause = error.cause instanceof Error ? described(error.cause) : undefined;
  return { type: error.name, message: error.message, code, cause, stack: error.stack };
}
