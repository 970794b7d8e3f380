/** The files of the GraphiQL page, which `scripts/build-graphiql.mjs` builds as modules: bundlers take them along. */
import { gunzip } from 'node:zlib';

/** Loaded on use: the files are ten times as long as the gateway. */
const loadBuild = () => import('../graphiql-build/files.js').catch(() => undefined);

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
  return (await loadBuild())?.page;
}

/**
 * A file below `assets`; `undefined` when there is no such file.
 *
 * @param path - a folder, which the build names, and a name
 * @param isCompressed - whether to answer the stored gzip file
 */
export async function readGraphiQLFile(path: string, isCompressed: boolean): Promise<GraphiQLFile | undefined> {
  const build = await loadBuild();
  const load = build && Object.hasOwn(build.files, path) ? build.files[path] : undefined;
  const type = TYPES.get(path.slice(path.lastIndexOf('.')));
  if (!load || !type) return undefined;
  const bytes = Buffer.from((await load()).default, 'base64');
  return { type, bytes: new Uint8Array(isCompressed ? bytes : await inflated(bytes)) };
}

function inflated(bytes: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    gunzip(bytes, (error, result) => (error ? reject(error) : resolve(result)));
  });
}
