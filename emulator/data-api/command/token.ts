/** The token of a Data API call: one of the DevOps API, one of the auth service, or a name with its password. */
import type { CheckPassword } from '../../core/auth.ts';
import type { HeaderFields } from '../../core/service.ts';
import type { Tokens } from '../../core/tokens.ts';
import { CommandFailure, failed, refused } from './errors.ts';

/** Whether a token may use a database. @throws CommandFailure - for one that looks like a name with its password and is none */
export type CheckDataToken = (databaseId: string, token: string) => Promise<boolean>;

const PASSWORD_PREFIX = 'Cassandra:';

/** An empty `Token` header counts as one that is there. @throws CommandFailure - 401 without a token, or with a bad one */
export async function authorize(check: CheckDataToken, databaseId: string, headers: HeaderFields): Promise<void> {
  const token = headers.get('token') ?? headers.get('x-cassandra-token');
  if (token === null)
    throw securityFailure('MISSING_AUTHENTICATION_TOKEN', 'The command has no token in the header Token.');
  if (token === '') throw failed('', 'INTERNAL_SERVER_ERROR', 'Missing or invalid authentication credentials');
  if (!(await check(databaseId, token))) throw securityFailure('UNAUTHENTICATED_REQUEST', 'The token is not valid.');
}

export function createTokenCheck(tokens: Tokens, checkPassword: CheckPassword): CheckDataToken {
  return async (databaseId, token) => {
    if (!token.startsWith(PASSWORD_PREFIX)) return tokens.isValidFor(token, databaseId);
    const [name, password, ...others] = token.slice(PASSWORD_PREFIX.length).split(':').map(fromBase64);
    if (!name || !password || others.length > 0) {
      throw failed(
        '',
        'UNEXPECTED_SERVER_ERROR',
        'Error Class: UnauthorizedException, Error Message: Invalid credentials format',
      );
    }
    return checkPassword(databaseId, name, password);
  };
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString();
}

function securityFailure(errorCode: string, message: string): CommandFailure {
  return new CommandFailure(refused('SECURITY', errorCode, message).errors, { httpStatus: 401 });
}
