/** Decompresses the bodies of answers while they arrive. */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, constants as zlib } from 'node:zlib';

/** Takes what there is of a stream without an end, as other clients do. */
const LENIENT = { flush: zlib.Z_SYNC_FLUSH, finishFlush: zlib.Z_SYNC_FLUSH };

type Open = (incoming: IncomingMessage) => Promise<Transform>;

const gunzip: Open = async () => createGunzip(LENIENT);
const inflate: Open = async (incoming) => ((await hasZlibHeader(incoming)) ? createInflate() : createInflateRaw());
const DECODERS: Readonly<Record<string, Open>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate: inflate,
  'x-deflate': inflate,
  br: async () => createBrotliDecompress(),
};

/** The body as it is for codings that no call asks for. Its errors have zlib's `code`. */
export async function decompress(incoming: IncomingMessage, coding: string): Promise<Readable> {
  const open = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
  if (!open) return incoming;
  const decoder = await open(incoming);
  // The decoder has the error of either.
  return pipeline(incoming, decoder, () => {});
}

/** Old servers leave it out. */
async function hasZlibHeader(incoming: IncomingMessage): Promise<boolean> {
  await once(incoming, 'readable');
  const first: Buffer | null = incoming.read();
  if (first === null) return true;
  incoming.unshift(first);
  return ((first[0] ?? 0) & 0x0f) === 0x08;
}
