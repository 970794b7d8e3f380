/** Runs a folder of `examples/` as its reader does, but with the packages that are installed here. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = new URL('../../../', import.meta.url);
/** Below the packages of the clients, so that they are found, and with schema and program where they are from an example. */
const WORK = new URL('test/ecosystem/.work/', ROOT);

export interface Example {
  readonly folder: URL;
  /** Runs one of the commands in its `package.json`, and answers what it printed. @throws when it fails, with all of that */
  run(command: string, environment?: Readonly<Record<string, string>>): Promise<string>;
}

/** A fresh copy, as after a clone and `npm install`. */
export function copyExample(name: string): Example {
  const folder = new URL(`examples/${name}/`, WORK);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ['schema.graphql', 'schema.subgraph.graphql']) cpSync(new URL(file, ROOT), new URL(file, WORK));
  if (!existsSync(new URL('dist', WORK))) symlinkSync(new URL('dist', ROOT), new URL('dist', WORK));
  cpSync(new URL(`examples/${name}/`, ROOT), folder, { recursive: true });
  return { folder, run: (command, environment = {}) => run(folder, command, environment) };
}

async function run(folder: URL, command: string, environment: Readonly<Record<string, string>>): Promise<string> {
  // npm puts each node_modules/.bin above the folder before the path: those of the clients, and then the project's.
  const options = { cwd: fileURLToPath(folder), env: { ...process.env, ...environment } };
  try {
    return (await promisify(execFile)('npm', ['run', '--silent', command], options)).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`npm run ${command} failed:\n${stdout}\n${stderr}`);
  }
}
