/** Checks declared edges and described documents against what is upstream, before anything is served. */
import type { Source } from '../../datasources/source/source.ts';
import type { Place, RelationProblem, Relations } from '../../schema/relations/relation.ts';
import type { NameStyle } from '../../schema/typed/present.ts';
import { checkRelations } from '../../schema/typed/schema.ts';
import { ConfigError } from '../config/config-error.ts';
import { readDefinition } from './definition.ts';
import { toText } from './relation-files.ts';

/**
 * @param source - of a caller who may see all keyspaces that have relations
 * @param names - as the graphs have them
 * @throws ConfigError - with all edges that do not fit: each names file, line and cure
 * @throws SourceError
 */
export async function checkRelationFiles(relations: Relations, source: Source, names?: NameStyle): Promise<void> {
  const databaseId = source.databaseId(undefined);
  const problems: RelationProblem[] = [];
  for (const [keyspace, first] of firstPlaces(relations)) {
    const definition = await readDefinition(source.catalog, { databaseId, keyspace }, relations);
    if (definition) problems.push(...checkRelations(definition, relations, names));
    if (definition) continue;
    const message = `There is no keyspace "${keyspace}" in the database. Correct the name in schema @keyspace(name: "…").`;
    problems.push({ file: first.file, line: first.line, message });
  }
  if (problems.length > 0) throw new ConfigError(...problems.map(toText));
}

/** Where each keyspace is first named, by its edges or its documents. */
function firstPlaces({ byKeyspace, documents }: Relations): ReadonlyMap<string, Place> {
  const first = new Map<string, Place>();
  for (const each of [...[...byKeyspace.values()].flat(), ...documents]) {
    if (!first.has(each.keyspace)) first.set(each.keyspace, each);
  }
  return first;
}
