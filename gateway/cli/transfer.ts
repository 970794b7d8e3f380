/** `astra-graphql export` and `import`: keyspaces and namespaces of the emulator's data as JSON lines. */
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ConfigError } from '../config/config-error.ts';
import type { TransferConfig } from '../config/emulate-config.ts';
import type { EmulatorPort } from './emulator-port.ts';
import { createProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** Lines are written in chunks of about this size. */
const CHUNK_CHARACTERS = 64 * 1024;

/** Writes lines to standard output and progress to standard error. Ends without an error when the reader closes the pipe. */
export async function exportKeyspace(
  name: string,
  { quiet, ...location }: TransferConfig,
  emulator: EmulatorPort,
  { stdout, stderr }: Terminal,
): Promise<void> {
  const database = await emulator.open({ ...location, mayBeNew: false });
  const progress = createProgress(stderr, { label: 'Exporting', quiet, plainLines: true });
  try {
    await pipeline(Readable.from(chunksOf(database.exportKeyspace(name, progress.show))), stdout, { end: false });
    progress.end('Exported');
  } catch (error) {
    if (!isClosedPipe(error)) throw error;
  } finally {
    await database.close();
  }
}

/** @param path - of a file; absent: standard input, whose length is unknown */
export async function importLines(
  path: string | undefined,
  { quiet, ...location }: TransferConfig,
  emulator: EmulatorPort,
  { stdin, stderr }: Terminal,
): Promise<void> {
  const file = path === undefined ? undefined : await openFile(path);
  const size = (await file?.stat())?.size;
  const source = file?.createReadStream({ highWaterMark: CHUNK_CHARACTERS }) ?? stdin;
  const database = await emulator.open({ ...location, mayBeNew: true });
  const progress = createProgress(stderr, { label: 'Importing', quiet, plainLines: true });
  try {
    await database.importLines(textOf(source), ({ done, bytes }) =>
      progress.show({ done, ...(size ? { share: Math.min(1, bytes / size) } : {}) }),
    );
  } finally {
    progress.end('Imported');
    await database.close();
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    const file = await open(path);
    if ((await file.stat()).isFile()) return file;
    await file.close();
    throw new ConfigError(`${path} is no file that can be imported: name one that export has written.`);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

async function* textOf(source: NodeJS.ReadableStream): AsyncGenerator<string, void> {
  for await (const chunk of source.setEncoding('utf8')) yield String(chunk);
}

async function* chunksOf(lines: AsyncIterable<string>): AsyncGenerator<string, void> {
  let chunk = '';
  for await (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && ['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'].includes(String(Reflect.get(error, 'code')));
}
