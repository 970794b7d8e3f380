/** The files of the GraphiQL page, which `scripts/build-graphiql.mjs` builds. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** The built package has the bundle beside this file; the source file finds the same one in `dist`. */
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
 * @param path - a folder and a name; other paths name no file and cannot leave the folder
 * @param isCompressed - whether to answer the stored gzip file
 */
export async function readGraphiQLFile(path: string, isCompressed: boolean): Promise<GraphiQLFile | undefined> {
  const type = TYPES.get(extname(path));
  if (!FOLDER || !type || !/^[0-9a-f]+\/[\w.-]+$/.test(path)) return undefined;
  const bytes = await readFile(new URL(`assets/${path}.gz`, FOLDER)).catch(() => undefined);
  return bytes && { type, bytes: new Uint8Array(isCompressed ? bytes : await promisify(gunzip)(bytes)) };
}
