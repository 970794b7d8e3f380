/** `astra-graphql serve --check-config`: what a start would find wrong. */
import type { ServeConfig } from '../config/serve-config.ts';
import { checkRelationFiles } from '../typed/check-relation-files.ts';
import { openRelations } from '../typed/relation-files.ts';
import { checkMachine } from './check-machine.ts';
import { nameUpstream } from './describe-upstream.ts';
import { openAlone, openUpstream } from './open-upstream.ts';
import type { ServeParts } from './serve.ts';
import { createTerminalLog } from './terminal.ts';

/**
 * Upstream is asked only where relations are given: for the tables that they are about.
 *
 * @returns what to print
 * @throws ConfigError - with what is wrong
 */
export async function checkConfig(config: ServeConfig, parts: ServeParts): Promise<string> {
  const relations = openRelations(config.relationFiles);
  const warnings = [...config.warnings, ...(await checkMachine(config, parts.emulator))];
  const isEmpty = relations.byKeyspace.size === 0 && relations.documents.length === 0;
  if (!isEmpty && !(await checkTables())) {
    warnings.push('The relations were not checked against tables, because the gateway has no token of its own.');
  }
  const lines = warnings.map((warning) => `Warning: ${warning}\n`);
  return `The configuration is right; upstream: ${nameUpstream(config.upstream)}.\n${lines.join('')}`;

  async function checkTables(): Promise<boolean> {
    const { upstream, auth, close } = await openUpstream(config, {
      ...parts,
      log: createTerminalLog(parts.terminal, config.quiet),
    });
    try {
      if (auth.token === undefined) return false;
      await checkRelationFiles(relations, openAlone(upstream, auth.token));
      return true;
    } finally {
      await close();
    }
  }
}
