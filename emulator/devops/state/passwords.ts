/** Checks user names and passwords for the auth service of a database; hashes passwords. */
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { CheckPassword } from '../../core/auth.ts';
import type { Tokens } from '../../core/tokens.ts';
import type { PasswordHash } from './database-record.ts';
import type { Registry } from './registry.ts';

const HASH_BYTES = 32;
const derive = promisify<string, Uint8Array, number, Buffer>(scrypt);

export interface PasswordCheckOptions {
  /** Valid for every database. */
  readonly user: string;
  readonly password: string;
  readonly registry: Registry;
  readonly tokens: Tokens;
}

/**
 * Checks against, in this order: a password set with `resetPassword` for the database, the credentials that the emulator
 * was started with, and client id and secret of an application.
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

/** Compares in constant time. */
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
