/** An Astra upstream whose APIs are played by a small server. */
import { afterEach } from 'vitest';
import { createUpstream } from '../../../datasources/back-ends/upstream.ts';
import type { Source } from '../../../datasources/source/source.ts';
import { type Answer, createScope, type ScriptedServer, startScript } from '../../support/scripted-server.ts';
export const DEFAULT_ID = '11111111-2222-4333-8444-555555555555';
export const ID = 'aaaaaaaa-2222-4333-8444-555555555555';
interface Opened {
  readonly source: Source;
  readonly server: ScriptedServer;
}

/**
 * Gives a function that opens an Astra upstream whose APIs are played by a server, which is closed after each test.
 * Its answers go by the beginning of the request line; the longest counts.
 */
export function useAstra(): (answers: Readonly<Record<string, Answer>>) => Promise<Opened> {
  const servers: ScriptedServer[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  return async (answers) => {
    const beginnings = Object.keys(answers).sort((a, b) => b.length - a.length);
    const server = await startScript(
      (line) => answers[beginnings.find((beginning) => line.startsWith(beginning)) ?? ''],
    );
    servers.push(server);
    const upstream = createUpstream({
      kind: 'astra',
      devopsUrl: server.url,
      defaultDatabase: {
        databaseId: DEFAULT_ID,
        region: 'us-east1',
        api: 'stargate',
        dataUrl: `${server.url}/default`,
      },
      allowedOrigins: [server.url],
      timeoutMs: 1000,
      schemaTimeoutMs: 1000,
    });
    return { source: upstream.open(createScope()), server };
  };
}

export const lines = (server: ScriptedServer) => server.received.map(({ line }) => line);
export const NAMED = { id: ID, status: 'ACTIVE', info: { name: 'one' } };
