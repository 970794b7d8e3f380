/** Who may sign in at the auth service of a database. */
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { CheckPassword } from '../../core/auth.ts';
import type { Tokens } from '../../core/tokens.ts';
import type { PasswordHash } from './database-record.ts';
import type { Registry } from './registry.ts';

const HASH_BYTES = 32;
const derive = promisify<string, Uint8Array, number, Buffer>(scrypt);

export interface PasswordCheckOptions {
  /** Who may sign in at every database. */
  readonly user: string;
  readonly password: string;
  readonly registry: Registry;
  readonly tokens: Tokens;
}

/**
 * Three kinds of pairs are right, in this order: one set with `resetPassword` for that database, the one that
 * the emulator was started with, and client id and secret of an application.
 */
export function createPasswordCheck({ user, password, registry, tokens }: PasswordCheckOptions): CheckPassword {
  return async (databaseId, name, given) => {
    const passwords = registry.find(databaseId)?.record.passwords ?? {};
    const reset = Object.hasOwn(passwords, name) ? passwords[name] : undefined;
    if (reset) return isPassword(given, reset);
    if (name === user) return isEqual(given, password);
    return tokens.applicationOf(name, given) !== undefined;
  };
}

/** Takes the same time wherever the texts differ. */
function isEqual(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16);
  return { salt, hash: await derive(password, salt, HASH_BYTES) };
}

async function isPassword(password: string, { salt, hash }: PasswordHash): Promise<boolean> {
  return timingSafeEqual(await derive(password, salt, HASH_BYTES), hash);
}
