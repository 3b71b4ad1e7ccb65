import { destination, type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

/** One JSON object a line on standard error; standard output is for sentences. Addresses of requests are kept without their query, which may name people. */
export function createLog(level: Config['logLevel']): Logger {
  const options = {
    level,
    serializers: {
      err: (error: unknown) => (error instanceof Error ? described(error) : { message: String(error) }),
      req: ({ method, url, ip }: { method: string; url: string; ip: string }) => ({
        method,
        url: url.split('?')[0],
        ip,
      }),
    },
  };
  return pino(options, destination(2));
}

/** Drivers hang whole connections on their errors; only what tells the cause is kept. */
function described(error: Error): Record<string, unknown> {
  const code = 'code' in error ? error.code : undefined;
  const cause = error.cause instanceof Error ? described(error.cause) : undefined;
  return { type: error.name, message: error.message, code, cause, stack: error.stack };
}
