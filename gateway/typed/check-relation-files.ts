/** Checks declared edges against the tables upstream, before anything is served. */
import type { Source } from '../../datasources/source/source.ts';
import type { RelationProblem, Relations } from '../../schema/relations/relation.ts';
import { checkRelations } from '../../schema/typed/schema.ts';
import { ConfigError } from '../config/config-error.ts';
import { readDefinition } from './definition.ts';
import { toText } from './relation-files.ts';

/**
 * @param source - of a caller who may see all keyspaces that have relations
 * @throws ConfigError - with all edges that do not fit: each names file, line and cure
 * @throws SourceError
 */
export async function checkRelationFiles(relations: Relations, source: Source): Promise<void> {
  const databaseId = source.databaseId(undefined);
  const problems: RelationProblem[] = [];
  for (const [keyspace, declared] of relations.byKeyspace) {
    const definition = await readDefinition(source.catalog, { databaseId, keyspace }, relations);
    if (definition) problems.push(...checkRelations(definition, relations));
    const [first] = declared;
    if (definition || !first) continue;
    const message = `There is no keyspace "${keyspace}" in the database. Correct the name in schema @keyspace(name: "…").`;
    problems.push({ file: first.file, line: first.line, message });
  }
  if (problems.length > 0) throw new ConfigError(...problems.map(toText));
}
