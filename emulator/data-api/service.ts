/** The Data API as a service: `POST /v1`, `/v1/{keyspace}` or `/v1/{keyspace}/{collection or table}`, one command a request. */

import { type Call, empty, jsonText, type Reply, type Service, ServiceError } from '../core/service.ts';
import { type Json, type JsonObject, printJson } from '../shared/json.ts';
import type { CommandAnswer, Level } from './command/command.ts';
import { CommandFailure, errorJson, failed, refused } from './command/errors.ts';
import { readCommand } from './command/fields.ts';
import { authorize, type CheckDataToken } from './command/token.ts';
import { runCommand } from './commands.ts';

const LEVELS: readonly Level[] = ['General', 'Keyspace', 'Collection'];

export function createDataApi(check: CheckDataToken, pageSize: number): Service {
  return async (call) => {
    const [, ...names] = segments(call.path);
    const level = LEVELS[names.length];
    if (call.method !== 'POST') return empty(level === 'General' ? 405 : 404);
    if (!level) return empty(404);
    try {
      await authorize(check, call.database.id, call.headers);
      checkContentType(call);
      const { name, body } = readCommand(await call.body());
      return reply(200, await runCommand({ level, names, name, body, database: call.database, pageSize }));
    } catch (error) {
      const failure = toFailure(error);
      const { errors, status } = failure;
      return reply(failure.httpStatus, { ...(status && { status }), errors });
    }
  };
}

/** What a command throws without meaning to answer with it is the fault of the server, as the real one reports it. */
function toFailure(error: unknown): CommandFailure {
  if (error instanceof CommandFailure) return error;
  if (error instanceof ServiceError) return failed('DATABASE', 'INVALID_DATABASE_QUERY', error.detail);
  throw error;
}

/** Two slashes count as one, and one at the end as none. */
function segments(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function checkContentType({ headers }: Call): void {
  const type = headers.get('content-type') ?? '';
  if (type === '' || /^application\/json\s*(;|$)/i.test(type)) return;
  const message =
    "Request sent with unsupported 'Content-Type' header value.\n\nThe API only supports content type: application/json";
  throw new CommandFailure(refused('', 'UNSUPPORTED_CONTENT_TYPE', message).errors, { httpStatus: 415 });
}

function reply(httpStatus: number, { data, status, errors }: CommandAnswer): Reply {
  const answer: JsonObject = new Map<string, Json>();
  if (data) answer.set('data', data);
  if (status) answer.set('status', status);
  if (errors?.length) answer.set('errors', errors.map(errorJson));
  return jsonText(httpStatus, printJson(answer));
}
