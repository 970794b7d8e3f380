/** One side of a copy: a database, and the way to it. */
import { randomUUID } from 'node:crypto';
import { UnauthenticatedError } from '../../datasources/source/errors.ts';
import type { Source, Upstream } from '../../datasources/source/source.ts';
import { PATIENCE, type Patience, withPatience } from './patience.ts';

export type Credentials = { readonly token: string } | { readonly user: string; readonly password: string };

export interface SideOptions {
  readonly upstream: Upstream;
  /** What the operator sees, such as a URL; also tells one database from another. Never a secret. */
  readonly label: string;
  readonly credentials: Credentials;
  readonly signal: AbortSignal;
  readonly patience?: Patience;
}

export interface Side {
  readonly label: string;
  readonly databaseId: string;
  /**
   * Does one piece of work, which may be done several times: after a failure that may pass, and when the token has expired.
   *
   * @throws the last failure
   */
  run<T>(work: (source: Source) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createSide({ upstream, label, credentials, signal, patience = PATIENCE }: SideOptions): Side {
  let token = 'token' in credentials ? Promise.resolve(credentials.token) : undefined;

  /** Each piece of work is an operation of its own. Its calls have their time limits; their number is that of the data. */
  const open = (tokens: { data?: string; devops?: string }) =>
    upstream.open({
      tokens,
      requestId: randomUUID(),
      maxCalls: Number.POSITIVE_INFINITY,
      endsAtMs: Number.POSITIVE_INFINITY,
    });

  async function signIn(): Promise<string> {
    if ('token' in credentials) return credentials.token;
    const source = open({});
    return source.auth.createAuthToken(source.databaseId(undefined), credentials.user, credentials.password);
  }

  async function attempt<T>(work: (source: Source) => Promise<T>): Promise<T> {
    token ??= signIn();
    const current = token;
    try {
      const text = await current;
      return await work(open({ data: text, devops: text }));
    } catch (error) {
      // A failed sign-in is not kept either.
      if (token === current && !('token' in credentials)) token = undefined;
      throw error;
    }
  }

  return {
    label,
    databaseId: open({}).databaseId(undefined),
    run: (work) =>
      withPatience(
        async () => {
          try {
            return await attempt(work);
          } catch (error) {
            // Tokens that were made by signing in live for half an hour.
            if (!(error instanceof UnauthenticatedError) || 'token' in credentials) throw error;
            return attempt(work);
          }
        },
        patience,
        signal,
      ),
    close: () => upstream.close(),
  };
}
