/** Authenticates DevOps API requests: `Authorization: Bearer AstraCS:…`, or the JWT of a service account. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Application, Tokens } from '../../core/tokens.ts';
import { ERROR_IDS, SERVICE_ACCOUNT_TOKEN_LIFETIME_SECONDS } from './assumptions.ts';
import { DevopsError } from './devops-error.ts';

/** Created for each process: after a restart, service accounts must authenticate again. */
const SIGNING_KEY = randomBytes(32);

/** The calling application; throws 401. */
export function authenticate(authorization: string | null, tokens: Tokens, nowMs: number): Application {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const found = token.startsWith('AstraCS:') ? tokens.application(token) : ofServiceAccount(token, tokens, nowMs);
  if (found) return found;
  const [id, message] =
    token.startsWith('AstraCS:') || token.startsWith('eyJ')
      ? [ERROR_IDS.unknownToken, 'Resource not found: token with identifier']
      : [ERROR_IDS.invalidTokenFormat, 'invalid token format'];
  throw new DevopsError(401, { id, message });
}

/** A JWT for an application, valid for half an hour. */
export function toServiceAccountToken({ clientId }: Application, nowMs: number): string {
  const expiresAtSeconds = Math.floor(nowMs / 1000) + SERVICE_ACCOUNT_TOKEN_LIFETIME_SECONDS;
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub: clientId, exp: expiresAtSeconds })}`;
  return `${content}.${sign(content).toString('base64url')}`;
}

function ofServiceAccount(token: string, tokens: Tokens, nowMs: number): Application | undefined {
  const [header, payload, signature] = token.split('.');
  if (header === undefined || payload === undefined || signature === undefined) return undefined;
  const given = Buffer.from(signature, 'base64url');
  const expected = sign(`${header}.${payload}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const { sub, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string; exp: number };
  if (exp * 1000 <= nowMs) return undefined;
  return tokens.applications().find(({ clientId }) => clientId === sub);
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function sign(content: string): Buffer {
  return createHmac('sha256', SIGNING_KEY).update(content).digest();
}
