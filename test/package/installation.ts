/** The package, installed in a folder of its own as its users do it, and without a network. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface PackedPackage {
  readonly filename: string;
  /** Bytes of the archive, and of what is in it. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

interface LockedPackage {
  readonly dev?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
}

/** Runs npm with nothing of the surrounding npm: no configuration, no cache, no network. */
export function npm(folder: string, home: string, words: readonly string[]): string {
  const settings = { npm_config_offline: 'true', npm_config_audit: 'false', npm_config_update_notifier: 'false' };
  const env = { PATH: process.env.PATH, HOME: home, npm_config_cache: join(home, '.npm'), ...settings };
  return execFileSync('npm', [...words], { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Makes the archive from what is built. */
export function pack(folder: string): PackedPackage {
  const [packed] = JSON.parse(npm(ROOT, folder, ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]));
  return packed;
}

/**
 * Makes `folder` a project that has the archive as its only dependency. What that depends upon is put there first, as the
 * lock says it; npm would have to download whatever is not declared, and fail.
 */
export function install(folder: string, archive: string): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module' }));
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  for (const [path, locked] of Object.entries<LockedPackage>(packages)) {
    if (path !== '' && !locked.dev) copyPackage(folder, path, locked);
  }
  npm(folder, folder, ['install', '--ignore-scripts', archive]);
}

/** Packages of other platforms are in the lock alone. */
export function copyPackage(folder: string, path: string, { bin = {} }: LockedPackage = {}): void {
  if (!existsSync(join(ROOT, path))) return;
  cpSync(join(ROOT, path), join(folder, path), { recursive: true, dereference: true });
  const bins = join(folder, path.slice(0, path.lastIndexOf('node_modules/')), 'node_modules/.bin');
  for (const [name, file] of Object.entries(bin)) {
    mkdirSync(bins, { recursive: true });
    symlinkSync(join(relative(bins, join(folder, path)), file), join(bins, basename(name)));
  }
}
