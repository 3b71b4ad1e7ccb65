import { createServer, type Socket } from 'node:net';

/** The harmless text that every scanner takes for a virus, so that scanners can be tried. */
export const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

/** What the product speaks of clamd's protocol: `zINSTREAM`, parts with their length, an empty one, a verdict. */
export type Clamd = {
  readonly address: string;
  /** Every contents it was shown. */
  readonly seen: string[];
  mood: 'well' | 'silent' | 'hurried' | 'full';
  readonly close: () => Promise<void>;
};

export async function startClamd(): Promise<Clamd> {
  const sockets = new Set<Socket>();
  const seen: string[] = [];
  const state: { mood: Clamd['mood'] } = { mood: 'well' };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (state.mood === 'hurried') socket.end();
    else if (state.mood === 'full') socket.end('INSTREAM size limit exceeded. ERROR\0');
    else if (state.mood === 'well') void judge(socket, seen);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    address: `127.0.0.1:${address.port}`,
    seen,
    get mood() {
      return state.mood;
    },
    set mood(mood) {
      state.mood = mood;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

async function judge(socket: Socket, seen: string[]): Promise<void> {
  let bytes = Buffer.alloc(0);
  for await (const part of socket.iterator({ destroyOnReturn: false })) {
    bytes = Buffer.concat([bytes, part]);
    const contents = contentsOf(bytes);
    if (contents === undefined) continue;
    seen.push(contents);
    socket.end(contents.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    return;
  }
}

/** Undefined until the empty part has come. */
function contentsOf(bytes: Buffer): string | undefined {
  const command = 'zINSTREAM\0';
  if (bytes.length < command.length) return undefined;
  if (bytes.toString('utf8', 0, command.length) !== command) return 'another command';
  const parts: Buffer[] = [];
  let at = command.length;
  while (at + 4 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts).toString('utf8');
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
