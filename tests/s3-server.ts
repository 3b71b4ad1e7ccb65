import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

export const S3_KEYS = { accessKey: 'AKIATEST', secretKey: 'bi-mat/+trong=thu' };

/**
 * The part of the S3 API that the product speaks, for one bucket, as Amazon describes it: signatures of version 4 are
 * computed anew from the request, and contents must have the hash that was signed.
 */
export type S3Server = {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** What the server does beside its work. */
  mood: 'well' | 'silent' | 'failing';
  readonly close: () => Promise<void>;
};

export async function startS3Server(bucket: string): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const state: { mood: S3Server['mood'] } = { mood: 'well' };
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    if (state.mood === 'silent') return;
    if (state.mood === 'failing') return void say(response, 500, 'InternalError');
    const refused = refusalOf(request, body);
    if (refused !== undefined)
      return void say(response, refused === 'XAmzContentSHA256Mismatch' ? 400 : 403, refused);
    const [, asked, ...rest] = new URL(request.url ?? '/', 'http://s3').pathname.split('/');
    if (asked !== bucket) return void say(response, 404, 'NoSuchBucket');
    answer(objects, request.method ?? '', rest.join('/'), body, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    objects,
    get mood() {
      return state.mood;
    },
    set mood(mood) {
      state.mood = mood;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

function answer(
  objects: Map<string, Buffer>,
  method: string,
  key: string,
  body: Buffer,
  response: ServerResponse,
): void {
  if (method === 'PUT') {
    objects.set(key, body);
    response.writeHead(200).end();
    return;
  }
  const found = objects.get(key);
  if (key === '') response.writeHead(200).end();
  else if (found === undefined) say(response, 404, 'NoSuchKey');
  else response.writeHead(200, { 'content-length': found.length }).end(found);
}

/** Why the request is not taken, by Amazon's names. */
function refusalOf(request: IncomingMessage, body: Buffer): string | undefined {
  const { authorization = '' } = request.headers;
  const said =
    /Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
      authorization,
    );
  if (said === null) return 'AccessDenied';
  const [, accessKey = '', day = '', region = '', names = '', signature = ''] = said;
  if (accessKey !== S3_KEYS.accessKey) return 'InvalidAccessKeyId';
  const hash = String(request.headers['x-amz-content-sha256']);
  if (request.method === 'PUT' && hash !== createHash('sha256').update(body).digest('hex'))
    return 'XAmzContentSHA256Mismatch';
  const url = new URL(request.url ?? '/', 'http://s3');
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, url.pathname, '', headers.join(''), names, hash].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (above, part) => createHmac('sha256', above).update(part).digest(),
    `AWS4${S3_KEYS.secretKey}`,
  );
  const expected = createHmac('sha256', key).update(toSign).digest('hex');
  return signature === expected ? undefined : 'SignatureDoesNotMatch';
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function say(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}
