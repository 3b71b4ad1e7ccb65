import { z } from 'zod';
import { type Fault, fault } from '../../../domain/kernel/fault.ts';
import { zodFaults } from '../../../domain/kernel/zod-faults.ts';
import type { S3Settings } from './s3.ts';

/** Where contents are kept, and what looks into them first. */
export type FileSettings = {
  readonly files: { readonly kind: 'folder' } | ({ readonly kind: 's3' } & S3Settings);
  readonly scanner: ScannerSettings | undefined;
};

export type ScannerSettings = {
  readonly host: string;
  readonly port: number;
  /** Whether a file is taken unscanned, and marked so, while the scanner does not answer. */
  readonly acceptsUnscanned: boolean;
  readonly patienceMs: number;
};

const Bucket = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, {
  error: ({ input }) => (input === undefined ? 'required' : 's3_bucket'),
});

const S3 = z.object({
  S3_ENDPOINT: z.url({
    protocol: /^https?$/,
    error: ({ input }) => (input === undefined ? 'required' : 's3_endpoint'),
  }),
  S3_BUCKET: Bucket,
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY: z.string().min(1),
  S3_SECRET_KEY: z.string().min(1),
  S3_TIMEOUT_SECONDS: z.coerce.number().min(0.1).max(300).default(10),
});

const Files = z.object({
  FILES: z.enum(['folder', 's3']).default('folder'),
  /** `host:port` of a clamd; unset, nothing is scanned. */
  CLAMD: z
    .string()
    .regex(/^[^\s:]+:\d{1,5}$/, { error: 'clamd' })
    .optional(),
  CLAMD_DOWN: z.enum(['refuse', 'accept']).default('refuse'),
  CLAMD_TIMEOUT_SECONDS: z.coerce.number().min(0.1).max(600).default(60),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings, with everything that is wrong with them; usable only when nothing is. */
export function readFileSettings(given: Environment): {
  readonly settings: FileSettings;
  readonly faults: readonly Fault[];
} {
  const read = Files.safeParse(given);
  if (!read.success)
    return { settings: { files: { kind: 'folder' }, scanner: undefined }, faults: zodFaults(read.error) };
  const { FILES, CLAMD, CLAMD_DOWN, CLAMD_TIMEOUT_SECONDS } = read.data;
  const [host = '', port = ''] = CLAMD?.split(':') ?? [];
  const scanner =
    CLAMD === undefined
      ? undefined
      : {
          host,
          port: Number(port),
          acceptsUnscanned: CLAMD_DOWN === 'accept',
          patienceMs: CLAMD_TIMEOUT_SECONDS * 1000,
        };
  if (FILES === 'folder') return { settings: { files: { kind: 'folder' }, scanner }, faults: [] };
  const s3 = readS3(given);
  return { settings: { files: s3.files, scanner }, faults: s3.faults };
}

function readS3(given: Environment): { files: FileSettings['files']; faults: readonly Fault[] } {
  const read = S3.safeParse(given);
  if (!read.success) return { files: { kind: 'folder' }, faults: zodFaults(read.error) };
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY, S3_SECRET_KEY, S3_TIMEOUT_SECONDS } = read.data;
  const { username, password, search } = new URL(S3_ENDPOINT);
  if (username !== '' || password !== '' || search !== '')
    return { files: { kind: 'folder' }, faults: [fault(['S3_ENDPOINT'], 's3_endpoint')] };
  return {
    files: {
      kind: 's3',
      endpoint: S3_ENDPOINT,
      bucket: S3_BUCKET,
      region: S3_REGION,
      accessKey: S3_ACCESS_KEY,
      secretKey: S3_SECRET_KEY,
      patienceMs: S3_TIMEOUT_SECONDS * 1000,
    },
    faults: [],
  };
}
