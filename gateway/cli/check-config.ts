/** `astra-graphql serve --check-config`: what a start would find wrong. */
import { openPersisted } from '../access/persisted-documents.ts';
import { PROCESS_SETTINGS } from '../config/process-settings.ts';
import type { ServeConfig } from '../config/serve-config.ts';
import { checkRelationFiles } from '../typed/check-relation-files.ts';
import { checkTypedDocuments } from '../typed/check-trusted-documents.ts';
import { createSchemaReader } from '../typed/read-schema.ts';
import { openRelations, withSampleRelations } from '../typed/relation-files.ts';
import { checkMachine } from './check-machine.ts';
import { tokenOfReads } from './connect.ts';
import { nameUpstream } from './describe-upstream.ts';
import { openAlone, openUpstream } from './open-upstream.ts';
import type { ServeParts } from './serve.ts';
import { createTerminalLog } from './terminal.ts';

/**
 * Upstream is asked only for tables that relations or documents of typed graphs are about.
 *
 * @returns what to print
 * @throws ConfigError - with what is wrong
 */
export async function checkConfig(config: ServeConfig, parts: ServeParts): Promise<string> {
  const relations = openRelations(config.relationFiles);
  await checkMachine(config, parts.emulator);
  const { trusted = new Map() } = openPersisted(config.documents);
  const ofTables = [
    ...(relations.byKeyspace.size > 0 || relations.documents.length > 0 ? ['relations'] : []),
    ...([...trusted.keys()].some((graph) => graph !== '') ? ['trusted documents of typed graphs'] : []),
  ];
  const areChecked = ofTables.length === 0 || (await checkTables());
  const unchecked = areChecked
    ? []
    : ofTables.map((what) => `The ${what} were not checked against tables, ${NO_TOKEN}`);
  const lines = [...config.warnings, ...unchecked].map((warning) => `Warning: ${warning}\n`);
  return `The configuration is right; upstream: ${nameUpstream(config.upstream)}.\n${lines.join('')}`;

  async function checkTables(): Promise<boolean> {
    const log = createTerminalLog(parts.terminal, config.quiet);
    const connection = await openUpstream(config, { ...parts, log });
    const { upstream, sampleRelations, close } = connection;
    try {
      const token = tokenOfReads(config, connection);
      if (token === undefined) return false;
      await checkRelationFiles(relations, openAlone(upstream, token), config.names);
      const served = withSampleRelations(relations, config, sampleRelations);
      await checkTypedDocuments(
        trusted,
        createSchemaReader({ upstream, token, relations: served, presentation: config }),
      );
      return true;
    } finally {
      await close();
    }
  }
}

const NO_TOKEN = `because the gateway has no token of its own: set ${PROCESS_SETTINGS.readToken.env}.`;
