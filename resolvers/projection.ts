/**
 * What an operation reads of the rows of each table and of the documents of each collection: one walk over the whole
 * operation, so that a row that two branches look at is fetched once with what both need. Directives are not looked at:
 * what they leave out may be fetched in vain, never the other way round.
 */
import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

/** Names of columns, or paths as text. */
export type Parts = ReadonlySet<string> | 'all';

interface Projection {
  readonly columns: Map<string, Parts>;
  readonly paths: Map<string, Parts>;
}

/** Where the table or collection cannot be told from the text of the operation: may be any. */
const ANY = '*';

/** One for each execution: the object that holds its variables is its own. */
const projections = new WeakMap<object, Projection>();

/** The columns that the operation reads of rows of this table, beside the key. */
export function columnsRead(info: GraphQLResolveInfo, table: string): Parts {
  return union(projectionOf(info).columns, table);
}

/** The paths that the operation reads of documents of this collection. */
export function pathsRead(info: GraphQLResolveInfo, collection: string): Parts {
  return union(projectionOf(info).paths, collection);
}

function union(parts: Map<string, Parts>, name: string): Parts {
  const [own, any] = [parts.get(name) ?? new Set<string>(), parts.get(ANY) ?? new Set<string>()];
  return own === 'all' || any === 'all' ? 'all' : new Set([...own, ...any]);
}

function projectionOf(info: GraphQLResolveInfo): Projection {
  const known = projections.get(info.variableValues);
  if (known) return known;
  const projection: Projection = { columns: new Map(), paths: new Map() };
  const root = info.schema.getRootType(info.operation.operation);
  if (root) walk({ info, projection }, info.operation.selectionSet, root, { table: ANY, collection: ANY });
  projections.set(info.variableValues, projection);
  return projection;
}

interface Walker {
  readonly info: GraphQLResolveInfo;
  readonly projection: Projection;
}

/** Whose rows and documents stand below a field. */
interface Surroundings {
  readonly table: string;
  readonly collection: string;
}

function walk(walker: Walker, selectionSet: SelectionSetNode, type: GraphQLNamedType, around: Surroundings): void {
  for (const selection of selectionSet.selections) {
    if (selection.kind === 'Field') walkField(walker, selection, type, around);
    else {
      const fragment = selection.kind === 'FragmentSpread' ? walker.info.fragments[selection.name.value] : selection;
      const condition = fragment?.typeCondition && walker.info.schema.getType(fragment.typeCondition.name.value);
      if (fragment) walk(walker, fragment.selectionSet, condition ?? type, around);
    }
  }
}

function walkField(walker: Walker, field: FieldNode, type: GraphQLNamedType, around: Surroundings): void {
  const values = argumentsOf(walker, field);
  if (type.name === 'Row') add(walker.projection.columns, around.table, readOfRow(field.name.value, values));
  if (type.name === 'Document')
    add(walker.projection.paths, around.collection, readOfDocument(field.name.value, values));
  const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
  const below = definition && getNamedType(definition.type);
  if (field.selectionSet && isCompositeType(below))
    walk(walker, field.selectionSet, below, surroundings(below.name, values, around));
}

/** A field that names a table or collection tells what stands below it; other ways to rows and documents may lead anywhere. */
function surroundings(type: string, values: Values, around: Surroundings): Surroundings {
  const named = values.table ?? values.name;
  if (type === 'Table' && typeof named === 'string') return { ...around, table: named };
  if (type === 'Collection' && typeof values.name === 'string') return { ...around, collection: values.name };
  if (typeof values.table === 'string') return { ...around, table: values.table };
  if (typeof values.collection === 'string') return { ...around, collection: values.collection };
  return RESETTING.has(type) ? { table: ANY, collection: ANY } : around;
}

/** Below these anything may follow. */
const RESETTING = new Set(['Node', 'Database', 'Keyspace', 'Namespace', 'DatabaseConnection']);

type Values = { readonly [name: string]: unknown };

function argumentsOf({ info }: Walker, field: FieldNode): Values {
  const entries = field.arguments?.map(({ name, value }) => [
    name.value,
    valueFromASTUntyped(value, info.variableValues),
  ]);
  return Object.fromEntries(entries ?? []);
}

function readOfRow(field: string, values: Values): Parts {
  if (field === 'value') return texts([values.column]);
  if (field === 'values') return Array.isArray(values.columns) ? texts(values.columns) : 'all';
  if (field === 'relatedDocument') return texts([values.idColumn]);
  return field === 'relatedRow' || field === 'relatedRows' ? sources(values.key) : new Set();
}

function readOfDocument(field: string, values: Values): Parts {
  if (field === 'value') return texts([values.path]);
  if (field === 'data') return Array.isArray(values.fields) ? texts(values.fields) : 'all';
  if (field === 'relatedDocument') return texts([values.idPath]);
  return field === 'relatedRow' || field === 'relatedRows' ? sources(values.key) : new Set();
}

/** The `from` of each part of a related key. */
function sources(key: unknown): Parts {
  const parts = Array.isArray(key) ? key : [key];
  return texts(parts.map((part) => (part as { from?: unknown } | null)?.from));
}

function texts(values: readonly unknown[]): Parts {
  return new Set(values.filter((value) => typeof value === 'string'));
}

function add(parts: Map<string, Parts>, name: string, read: Parts): void {
  const known = parts.get(name) ?? new Set<string>();
  parts.set(name, known === 'all' || read === 'all' ? 'all' : new Set([...known, ...read]));
}
