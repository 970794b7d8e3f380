/** Compresses the answers of GraphQL for clients that accept it. */
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import type { Plugin } from 'graphql-yoga';
import { requestStateOf } from '../shared/request-state.ts';
import { chooseCoding } from './accept-encoding.ts';
import { addVary } from './vary.ts';

/** A shorter answer fits into one packet or two as it is. */
const MIN_BYTES = 1024;
const JSON_TYPE = /^application\/(graphql-response\+)?json\b/;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Off the main thread. The levels are the cheapest that are worth their time: `npm run bench:compression`. */
const COMPRESSORS = {
  br: (bytes: Uint8Array) =>
    brotli(bytes, {
      params: { [zlib.BROTLI_PARAM_QUALITY]: 4, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
    }),
  gzip: (bytes: Uint8Array) => deflate(bytes, { level: 6 }),
};
const CODINGS = ['br', 'gzip'] as const;

/** First in the pipeline, so that the time is part of the request's. */
export function useCompression(): Plugin {
  return {
    onResponse({ request, response, setResponse, fetchAPI }) {
      const { status, headers } = response;
      if (!(Number(headers.get('content-length')) >= MIN_BYTES) || headers.has('content-encoding')) return undefined;
      if (!JSON_TYPE.test(headers.get('content-type') ?? '') || holdsSecrets(request)) return undefined;
      addVary(headers, 'Accept-Encoding');
      const coding = chooseCoding(request.headers.get('accept-encoding'), CODINGS);
      if (coding === undefined || request.method === 'HEAD') return undefined;
      return compress(response, coding).then((bytes) => {
        const compressed = new fetchAPI.Response(bytes, { status, headers });
        compressed.headers.set('content-encoding', coding);
        compressed.headers.set('content-length', String(bytes.byteLength));
        setResponse(compressed);
      });
    },
  };
}

async function compress(response: Response, coding: (typeof CODINGS)[number]): Promise<Buffer<ArrayBuffer>> {
  return COMPRESSORS[coding](new Uint8Array(await response.arrayBuffer()));
}

/**
 * The length of a compressed answer tells something of a secret that stands beside texts of the client (BREACH). Mutations alone
 * answer secrets: tokens and passwords that they have made.
 */
function holdsSecrets(request: Request): boolean {
  return requestStateOf(request).operation?.type === 'mutation';
}
