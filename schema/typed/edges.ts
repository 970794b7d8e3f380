/** Declared relations as edges between the tables of a schema. What does not fit the tables is a problem, and no edge. */
import { type DescribedTable, describeTable, describeTypes } from '../../resolvers/typed/describe.ts';
import { toEdgeKey } from '../../resolvers/typed/edge-key.ts';
import type { RowTarget } from '../../resolvers/typed/edges.ts';
import type { TypedTypes } from '../../resolvers/typed/model.ts';
import { foreignPrefix, TABLE_SUFFIXES } from '../../resolvers/typed/names.ts';
import type { Relation, RelationProblem, Relations } from '../relations/relation.ts';
import type { KeyspaceDefinition } from './keyspace-definition.ts';

export interface Edge extends RowTarget {
  readonly relation: Relation;
  readonly target: DescribedTable;
  readonly isList: boolean;
}

/** A table of another keyspace that an edge leads to. */
export interface ForeignTable {
  readonly table: DescribedTable;
  readonly definition: KeyspaceDefinition;
  readonly types: TypedTypes;
  /** Of the names of its types. */
  readonly prefix: string;
}

export interface Edges {
  of(table: DescribedTable): readonly Edge[];
  readonly foreign: readonly ForeignTable[];
  /** Of the relations of the keyspace itself. */
  readonly problems: readonly RelationProblem[];
}

/** Tables of one keyspace by the names that relations may use. */
interface Keyspace {
  readonly name: string;
  readonly tables: readonly DescribedTable[];
  find(name: string): DescribedTable | undefined;
}

/** @param own - the tables of the keyspace */
export function resolveEdges(
  definition: KeyspaceDefinition,
  { byKeyspace, documents }: Relations,
  own: readonly DescribedTable[],
): Edges {
  const foreignTables = new Map((definition.others ?? []).map((each) => [each.keyspace, describeForeign(each)]));
  const keyspaces = new Map(
    [...foreignTables].map(([name, tables]): [string, Keyspace] => [
      name,
      toKeyspace(
        name,
        tables.map(({ table }) => table),
        foreignPrefix(name),
      ),
    ]),
  );
  const edges = new Map<DescribedTable, Edge[]>();
  const foreign = new Set<ForeignTable>();
  const problems: RelationProblem[] = [];

  function addAll(from: Keyspace, isWanted: (table: DescribedTable) => boolean, onProblem: OnProblem): void {
    const described = new Set(documents.flatMap((each) => (each.keyspace === from.name ? each.node.name.value : [])));
    for (const relation of byKeyspace.get(from.name) ?? []) {
      if (described.has(relation.type)) {
        onProblem(relation, OF_DOCUMENTS);
        continue;
      }
      const origin = from.find(relation.type);
      if (origin && !isWanted(origin)) continue;
      const edge = origin ? toEdge(relation, from, origin, keyspaces) : missingTable(from, relation.type);
      const problem = typeof edge === 'string' ? edge : origin && add(origin, edge);
      if (problem !== undefined) onProblem(relation, problem);
    }
  }

  function add(origin: DescribedTable, edge: Edge): string | undefined {
    const known = edges.get(origin) ?? [];
    if (known.some(({ relation }) => relation.field === edge.relation.field)) {
      return 'The field is declared twice. Take one of the two away, or give it another name.';
    }
    edges.set(origin, [...known, edge]);
    const { keyspace } = edge.target.table;
    const other = foreignTables.get(keyspace)?.find(({ table }) => table === edge.target);
    const there = keyspaces.get(keyspace);
    if (other && there && !foreign.has(other)) {
      foreign.add(other);
      // What does not fit there is told with the graph of that keyspace.
      addAll(
        there,
        (table) => table === edge.target,
        () => {},
      );
    }
    return undefined;
  }

  const self = toKeyspace(definition.keyspace, own);
  keyspaces.set(self.name, self);
  addAll(
    self,
    () => true,
    ({ file, line, type, field }, problem) => problems.push({ file, line, message: `${type}.${field}: ${problem}` }),
  );
  return { of: (table) => edges.get(table) ?? [], foreign: [...foreign], problems };
}

type OnProblem = (relation: Relation, problem: string) => void;

const OF_DOCUMENTS =
  'Documents cannot lead to rows here. Read them by relatedRow in the universal graph, or take the field out.';

/** An edge, or what does not fit, with the cure. */
function toEdge(
  relation: Relation,
  from: Keyspace,
  origin: DescribedTable,
  keyspaces: ReadonlyMap<string, Keyspace>,
): Edge | string {
  const { field, target, targetType } = relation;
  if (target.kind === 'documents') {
    return `Rows cannot lead to documents of "${target.collection}" here. Read them by relatedDocument in the universal graph, or take the field out.`;
  }
  if (field.startsWith('__')) return 'No field may begin with two underscores. Give it another name.';
  if (origin.byField.has(field) || field === 'nodeId')
    return `The table has a field of this name already. Give it another name.`;
  const there = keyspaces.get(target.keyspace ?? from.name);
  if (!there) return `There is no keyspace "${target.keyspace}", or it may not be seen. Correct "keyspace".`;
  const found = findTarget(there, targetType);
  if (!found) return missingTable(there, targetType);
  const checked = toEdgeKey({ origin, target: found.table, parts: target.key, isList: found.isList });
  if ('problem' in checked) return checked.problem;
  return { relation, target: found.table, isList: found.isList, key: checked.key };
}

function findTarget(there: Keyspace, written: string) {
  const one = there.find(written);
  if (one) return { table: one, isList: false };
  const ending = [TABLE_SUFFIXES.connection, 'Connection'].find((suffix) => written.endsWith(suffix)) ?? '';
  const many = ending === '' ? undefined : there.find(written.slice(0, -ending.length));
  return many && { table: many, isList: true };
}

function missingTable({ name, tables }: Keyspace, written: string): string {
  const names = tables.slice(0, 50).map(({ table }) => table.table);
  return `The keyspace "${name}" has no table "${written}". Name one of its tables: ${names.join(', ') || 'it has none'}.`;
}

/** The name in the graph comes first: a table in CQL may be called what the connection of another is called in the graph. */
function toKeyspace(name: string, tables: readonly DescribedTable[], prefix = ''): Keyspace {
  const find = (written: string) =>
    tables.find((each) => each.name === `${prefix}${written}`) ??
    (tables.some((each) => `${each.name}${TABLE_SUFFIXES.connection}` === `${prefix}${written}`)
      ? undefined
      : tables.find(({ table }) => table.table === written));
  return { name, tables, find };
}

function describeForeign(definition: KeyspaceDefinition): readonly ForeignTable[] {
  const prefix = foreignPrefix(definition.keyspace);
  const types = describeTypes(definition.types);
  return definition.tables.flatMap((table) => {
    const described = describeTable(table, types);
    return described
      ? [{ table: { ...described, name: `${prefix}${described.name}` }, definition, types, prefix }]
      : [];
  });
}
