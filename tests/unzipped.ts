import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** The parts of an office document as text, by name. */
export async function unzipped(bytes: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  return parts;
}
