/**
 * What an operation reads of the rows of each table and of the documents of each collection: one walk over the whole
 * operation, so that a row in two branches is fetched once with the columns of both. Directives are ignored: a field that they
 * skip may be fetched, and no field that is needed is missing.
 */
import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { type Arguments, readOfDocument, readOfRow, type SelectedParts, unite } from './projection-parts.ts';

interface Projection {
  /** By table. */
  readonly columns: Map<string, SelectedParts>;
  /** By collection. */
  readonly paths: Map<string, SelectedParts>;
  /** Collections whose documents' vectors are read. */
  readonly vectors: Set<string>;
  /** United with what is read of `ANY`; memoized. */
  readonly ofTable: Map<string, SelectedParts>;
  readonly ofCollection: Map<string, SelectedParts>;
}

/** The operation does not name the table or collection. No name has an asterisk. */
const ANY = '*';

/** One for each execution, which has an object of variables of its own. */
const projections = new WeakMap<object, Projection>();

/** The columns that the operation reads of rows of this table, besides the key. The same set for the same operation and table. */
export function columnsRead(info: GraphQLResolveInfo, table: string): SelectedParts {
  const { columns, ofTable } = projectionOf(info);
  return read(columns, ofTable, table);
}

/** The paths that the operation reads of documents of this collection, as text. The same set for the same operation and collection. */
export function pathsRead(info: GraphQLResolveInfo, collection: string): SelectedParts {
  const { paths, ofCollection } = projectionOf(info);
  return read(paths, ofCollection, collection);
}

/** Whether the operation reads vectors of documents of this collection. */
export function isVectorRead(info: GraphQLResolveInfo, collection: string): boolean {
  const { vectors } = projectionOf(info);
  return vectors.has(collection) || vectors.has(ANY);
}

function read(
  parts: ReadonlyMap<string, SelectedParts>,
  united: Map<string, SelectedParts>,
  name: string,
): SelectedParts {
  const known = united.get(name);
  if (known) return known;
  const all = unite(parts.get(name), parts.get(ANY));
  united.set(name, all);
  return all;
}

function projectionOf(info: GraphQLResolveInfo): Projection {
  const known = projections.get(info.variableValues);
  if (known) return known;
  const projection: Projection = {
    ...{ columns: new Map(), paths: new Map(), vectors: new Set() },
    ...{ ofTable: new Map(), ofCollection: new Map() },
  };
  const root = info.schema.getRootType(info.operation.operation);
  const walker: Walker = { info, projection, walked: new Set() };
  if (root) walkSelections(walker, info.operation.selectionSet, root, { table: ANY, collection: ANY });
  projections.set(info.variableValues, projection);
  return projection;
}

interface Walker {
  readonly info: GraphQLResolveInfo;
  readonly projection: Projection;
  /** Fragments that were walked already, with their surroundings: a second spread adds nothing. */
  readonly walked: Set<string>;
}

/** The table and collection of the rows and documents below a field. */
interface Surroundings {
  readonly table: string;
  readonly collection: string;
}

function walkSelections(walker: Walker, set: SelectionSetNode, type: GraphQLNamedType, around: Surroundings): void {
  for (const selection of set.selections) {
    if (selection.kind === 'Field') walkField(walker, selection, type, around);
    else walkFragment(walker, selection, type, around);
  }
}

function walkFragment(
  walker: Walker,
  selection: Exclude<SelectionNode, FieldNode>,
  type: GraphQLNamedType,
  around: Surroundings,
): void {
  if (selection.kind === 'FragmentSpread') {
    const visit = JSON.stringify([selection.name.value, around.table, around.collection]);
    if (walker.walked.has(visit)) return;
    walker.walked.add(visit);
  }
  const { info } = walker;
  const fragment = selection.kind === 'FragmentSpread' ? info.fragments[selection.name.value] : selection;
  const condition = fragment?.typeCondition && info.schema.getType(fragment.typeCondition.name.value);
  if (fragment) walkSelections(walker, fragment.selectionSet, condition ?? type, around);
}

function walkField(walker: Walker, field: FieldNode, type: GraphQLNamedType, around: Surroundings): void {
  const { columns, paths, vectors } = walker.projection;
  const values = argumentsOf(walker, field);
  if (isA(type, 'Row')) add(columns, around.table, readOfRow(field.name.value, values));
  if (isA(type, 'Document')) {
    add(paths, around.collection, readOfDocument(field.name.value, values));
    if (field.name.value === 'vector') vectors.add(around.collection);
  }
  const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
  if (!field.selectionSet || !definition) return;
  const below = getNamedType(definition.type);
  walkSelections(walker, field.selectionSet, below, surroundingsOf(below, values, around));
}

/** A field that names a table or collection decides for all below it; below a type of `ELSEWHERE` it may be any. */
function surroundingsOf(
  type: GraphQLNamedType,
  { table, collection, name }: Arguments,
  around: Surroundings,
): Surroundings {
  if (typeof table === 'string') return { ...around, table };
  if (typeof collection === 'string') return { ...around, collection };
  if (typeof name === 'string' && isA(type, 'Table')) return { ...around, table: name };
  if (typeof name === 'string' && isA(type, 'Collection')) return { ...around, collection: name };
  const leadsElsewhere = ELSEWHERE.some((each) => isA(type, each));
  return leadsElsewhere ? { table: ANY, collection: ANY } : around;
}

const ELSEWHERE = ['Node', 'Database', 'Keyspace', 'Namespace', 'DatabaseConnection'];

/** Type names have a prefix in a subgraph. */
function isA(type: GraphQLNamedType, name: string): boolean {
  return type.name.endsWith(name);
}

function argumentsOf({ info }: Walker, field: FieldNode): Arguments {
  const entries = (field.arguments ?? []).map(({ name, value }): [string, unknown] => [
    name.value,
    valueFromASTUntyped(value, info.variableValues),
  ]);
  return Object.fromEntries(entries);
}

function add(parts: Map<string, SelectedParts>, name: string, read: SelectedParts): void {
  parts.set(name, unite(parts.get(name), read));
}
