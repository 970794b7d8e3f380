/** The auth service of a database: issues a token for a user name and a password (REST API section 1, Document API section 2). */
import { type Json, JsonNumber, parseJson } from '../shared/json.ts';
import { type Call, empty, type HeaderFields, json, type Reply, type Service } from './service.ts';
import type { Tokens } from './tokens.ts';

/** Whether a user name and a password are valid for a database. */
export type CheckPassword = (databaseId: string, name: string, password: string) => Promise<boolean>;

/** Which members of the body hold the name and the password, by path. */
const SIGN_IN_MEMBERS: Readonly<Record<string, readonly [string, string]>> = {
  '/v1/auth': ['username', 'password'],
  '/v1/auth/token/generate': ['key', 'secret'],
};
const BY_NAME_ALONE = '/v1/admin/auth/usernametoken';
const NOT_CACHED = { 'cache-control': 'no-store, no-transform, max-age=0, s-maxage=0' };

export function createAuthService(tokens: Tokens, checkPassword: CheckPassword): Service {
  return async (call) => {
    const path = `/${call.path.split('/').filter(Boolean).join('/')}`;
    const members = SIGN_IN_MEMBERS[path];
    if (!members && path !== BY_NAME_ALONE) return frameworkError(404, 'HTTP 404 Not Found');
    if (call.method === 'OPTIONS') return empty(200, { allow: 'POST,OPTIONS' });
    if (call.method !== 'POST') return frameworkError(405, 'HTTP 405 Method Not Allowed', { allow: 'POST,OPTIONS' });
    if (!isJsonOrAbsent(call.headers)) return frameworkError(415, 'HTTP 415 Unsupported Media Type');
    if (!members) return refuse(400, 'Generating a token for a username is not allowed');
    return signIn(call, members, tokens, checkPassword);
  };
}

async function signIn(
  call: Call,
  [nameMember, passwordMember]: readonly [string, string],
  tokens: Tokens,
  checkPassword: CheckPassword,
): Promise<Reply> {
  const body = readBody(await call.body());
  if (body === 'malformed') return frameworkError(400, 'Unable to process JSON');
  if (body === null) return refuse(400, 'Must provide a body to the request');
  const name = toText(body.get(nameMember));
  const password = toText(body.get(passwordMember));
  if (name === null || password === null) return frameworkError(400, 'Unable to process JSON');
  if (!name) return refuse(400, `Must provide ${nameMember} in request`);
  if (!password) return refuse(400, `Must provide ${passwordMember} in request`);
  if (!(await checkPassword(call.database.id, name, password))) {
    return refuse(401, `Failed to create token: Provided username ${name} and/or password are incorrect`);
  }
  return created(tokens.createAuthToken(call.database.id), tokens.lifetimeSeconds);
}

function created(authToken: string, lifetimeSeconds: number): Reply {
  const maxAgeSeconds = lifetimeSeconds - (lifetimeSeconds <= 100 ? 1 : 10);
  const cacheControl = `no-transform, max-age=${maxAgeSeconds}, s-maxage=${maxAgeSeconds}`;
  return json(201, { authToken }, { 'cache-control': cacheControl });
}

/** An absent body and the JSON value `null` are both `null`. */
function readBody(text: string): ReadonlyMap<string, Json> | null | 'malformed' {
  if (text.trim() === '') return null;
  try {
    const value = parseJson(text);
    return value === null || value instanceof Map ? value : 'malformed';
  } catch {
    return 'malformed';
  }
}

/** Scalars count as text. `undefined`: the member is absent. `null`: the member has the wrong type. */
function toText(value: Json | undefined): string | undefined | null {
  if (value === undefined || value === null) return undefined;
  if (value instanceof JsonNumber) return value.text;
  if (typeof value === 'object') return null;
  return String(value);
}

function isJsonOrAbsent(headers: HeaderFields): boolean {
  const type = headers.get('content-type') ?? '';
  return type === '' || /^application\/json\s*(;|$)/i.test(type);
}

function refuse(status: number, description: string): Reply {
  return json(status, { description }, NOT_CACHED);
}

function frameworkError(status: number, message: string, headers: Record<string, string> = {}): Reply {
  return json(status, { code: status, message }, headers);
}
