/** The files of the GraphiQL page, as `scripts/build-graphiql.mjs` leaves them. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** In the built package the bundle is beside this file; this file run from its source finds the same one. */
const FOLDER = ['../graphiql/', '../../dist/gateway/graphiql/']
  .map((path) => new URL(path, import.meta.url))
  .find((folder) => existsSync(new URL('assets', folder)));

const TYPES = new Map([
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.ttf', 'font/ttf'],
  ['.txt', 'text/plain; charset=utf-8'],
]);

export interface GraphiQLFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** With `{endpoint}` where the path of the GraphQL endpoint belongs; `undefined` when there is no build. */
export async function readGraphiQLPage(): Promise<string | undefined> {
  return FOLDER && readFile(new URL('index.html', FOLDER), 'utf8');
}

/**
 * A file below `assets`; `undefined` when there is no such file.
 *
 * @param path - of a folder and a name; what else a path can be names no file here, and cannot climb out
 * @param isCompressed - whether to answer it in gzip, which costs nothing
 */
export async function readGraphiQLFile(path: string, isCompressed: boolean): Promise<GraphiQLFile | undefined> {
  const type = TYPES.get(extname(path));
  if (!FOLDER || !type || !/^[0-9a-f]+\/[\w.-]+$/.test(path)) return undefined;
  const bytes = await readFile(new URL(`assets/${path}.gz`, FOLDER)).catch(() => undefined);
  return bytes && { type, bytes: new Uint8Array(isCompressed ? bytes : await promisify(gunzip)(bytes)) };
}
