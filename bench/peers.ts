/** The packages under `peers/`: installed when they are missing or not those of the lock file. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('peers', import.meta.url));
const LOCK = `${FOLDER}/package-lock.json`;
/** npm writes it last. */
const INSTALLED = `${FOLDER}/node_modules/.package-lock.json`;

export function installPeers(): void {
  if (existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs) return;
  console.error('Installing the peers under bench/peers (about a minute, once) …');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['ci', ...options], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** A file of ours or of a package. */
export function peerPath(file: string): string {
  return `${FOLDER}/${file}`;
}

export function peerVersion(packageName: string): string {
  return versionIn(`${FOLDER}/node_modules/${packageName}`);
}

/** @param folder - of a package */
export function versionIn(folder: string): string {
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { readonly version: string };
  return manifest.version.replace(/^v/, '');
}

/** The newest Tailcall that this system can run: its programs want a C library at least as new as where they were built. */
export function findTailcall(): { readonly file: string; readonly version: string } | undefined {
  const packages = ['@tailcallhq/core-linux-x64-gnu', 'tailcall-for-older-systems'];
  const found = packages.find((name) => canRun(tailcallFile(name)));
  return found === undefined ? undefined : { file: tailcallFile(found), version: peerVersion(found) };
}

function tailcallFile(packageName: string): string {
  return `${FOLDER}/node_modules/${packageName}/bin/tailcall`;
}

function canRun(file: string): boolean {
  try {
    execFileSync(file, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
