import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { type FileStore, StoreTrouble } from './store.ts';

export type S3Settings = {
  /** `https://s3.ap-southeast-1.amazonaws.com`, `http://minio:9000`; the bucket follows in the path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** How long the store may take to begin its answer. */
  readonly patienceMs: number;
};

/** Contents are sent at no less than this, in bytes a second; a slower line counts as broken. */
const SLOWEST = 64 * 1024;
const RETRIES = 2;

type Ask = {
  readonly method: 'HEAD' | 'GET' | 'PUT';
  readonly key?: string;
  readonly body?: { readonly sha256: string; readonly blob: Blob };
};

/**
 * In a bucket of any S3 API: `files/abcd…`. The hash of the contents is part of the signature, so the store refuses what
 * did not arrive whole.
 */
export function openS3Store(settings: S3Settings): FileStore {
  const place = `${settings.endpoint.replace(/\/$/, '')}/${encodeURIComponent(settings.bucket)}`;
  const ask = asking(settings, place);
  const stat = async (sha256: string) => {
    const answer = await ask({ method: 'HEAD', key: keyOf(sha256) });
    if (answer.ok) return { size: Number(answer.headers.get('content-length')) };
    if (answer.status === 404) return undefined;
    throw await troubleOf(answer, place);
  };
  return {
    stat,
    open: async (sha256) => {
      const answer = await ask({ method: 'GET', key: keyOf(sha256) });
      if (!answer.ok || answer.body === null) throw await troubleOf(answer, place);
      return Readable.fromWeb(answer.body);
    },
    put: async ({ sha256, blob }) => {
      if ((await stat(sha256)) !== undefined) return;
      const answer = await ask({ method: 'PUT', key: keyOf(sha256), body: { sha256, blob } });
      if (!answer.ok) throw await troubleOf(answer, place);
      await answer.body?.cancel();
    },
    check: async () => {
      const answer = await ask({ method: 'HEAD' });
      if (answer.status === 404) throw new StoreTrouble('bucket', place);
      if (!answer.ok) throw await troubleOf(answer, place);
    },
  };
}

function keyOf(sha256: string): string {
  return `files/${sha256}`;
}

/** Waits for the head of the answer only; the contents behind it come at the reader's pace. */
function asking(settings: S3Settings, place: string): (ask: Ask) => Promise<Response> {
  const { region, accessKey: accessKeyId, secretKey: secretAccessKey, patienceMs } = settings;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    retries: RETRIES,
    initRetryMs: 100,
  });
  return async ({ method, key, body }) => {
    const giveUp = new AbortController();
    const most = patienceMs + ((body?.blob.size ?? 0) / SLOWEST) * 1000;
    const timer = setTimeout(() => giveUp.abort(), most);
    try {
      return await client.fetch(key === undefined ? place : `${place}/${key}`, {
        method,
        redirect: 'manual',
        signal: giveUp.signal,
        ...(body === undefined ? {} : { body: body.blob, headers: { 'x-amz-content-sha256': body.sha256 } }),
      });
    } catch (error) {
      throw new StoreTrouble('unreachable', place, causeOf(error));
    } finally {
      clearTimeout(timer);
    }
  };
}

/** What the store said, by its status and the code in its body; a `HEAD` has none. */
async function troubleOf(answer: Response, place: string): Promise<StoreTrouble> {
  const body = await answer.text().catch(() => '');
  const code = /<Code>(\w{1,60})<\/Code>/.exec(body)?.[1] ?? '';
  const said = `${answer.status} ${code}`.trim();
  if (code === 'NoSuchBucket') return new StoreTrouble('bucket', place, said);
  if (answer.status === 404) return new StoreTrouble('lost', place, said);
  if (answer.status === 401 || answer.status === 403) return new StoreTrouble('keys', place, said);
  return new StoreTrouble('answer', place, said);
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.name;
  return '';
}
