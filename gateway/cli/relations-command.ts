/** `astra-graphql relations`: prints the edges that the tables of a keyspace suggest. */
import { ConfigError } from '../config/config-error.ts';
import type { ReadConfig } from '../config/serve-config.ts';
import { guessRelationsOf } from '../typed/guess-relations.ts';
import { type Connection, tokenOfReads } from './connect.ts';
import { toExitError } from './exit-error.ts';
import { openAlone, openUpstream } from './open-upstream.ts';
import type { ServeParts } from './serve.ts';
import { createTerminalLog } from './terminal.ts';

/** @throws ConfigError, ExitError - when the tables cannot be read */
export async function runRelations(
  config: ReadConfig,
  keyspace: string,
  { emulator, terminal }: Pick<ServeParts, 'emulator' | 'terminal'>,
): Promise<void> {
  const log = createTerminalLog(terminal, config.quiet);
  const connection = await openUpstream(config, { emulator, terminal, log });
  try {
    const source = openAlone(connection.upstream, await tokenOf(config, connection));
    const text = await guessRelationsOf(source, { databaseId: source.databaseId(undefined), keyspace });
    terminal.stdout.write(text);
  } catch (error) {
    throw toExitError(error);
  } finally {
    await connection.close();
  }
}

async function tokenOf(config: ReadConfig, connection: Connection): Promise<string> {
  const token = tokenOfReads(config, connection);
  if (token !== undefined) return token;
  const { copyUser: user, copyPassword: password } = config.signIn;
  if (user === undefined || password === undefined) {
    throw new ConfigError(
      'There is nothing to sign in with: set ASTRA_DB_APPLICATION_TOKEN for Astra, ASTRA_GRAPHQL_READ_TOKEN for another database, or ASTRA_GRAPHQL_COPY_USER and ASTRA_GRAPHQL_COPY_PASSWORD.',
    );
  }
  const source = openAlone(connection.upstream, '');
  return source.auth.createAuthToken(source.databaseId(undefined), user, password);
}
