/**
 * Which columns an operation reads of the rows of each typed table: one walk over the whole operation, so that a row in two
 * branches is fetched once with the columns of both. Directives are ignored, as in the universal graph.
 */
import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { keyColumns } from '../../datasources/cql/table-columns.ts';
import { memoize } from '../../datasources/shared/memoize.ts';
import type { TypedTable } from './model.ts';

/** What the type of a table says of its fields: the columns that each reads. */
export interface TableExtensions extends ReadExtensions {
  readonly typedTable: TypedTable;
}

/** What the fields of a type read: columns, or paths of a document. */
export interface ReadExtensions {
  /** By the names of fields; a field that is absent reads the key alone. */
  readonly reads: ReadonlyMap<string, readonly string[]>;
  /** The argument of a field that names the path it reads; without it the field reads the root, which is the empty path. */
  readonly readsArgument?: ReadonlyMap<string, string>;
  /** Where the type has another name in the schema than resolvers know it by. */
  readonly exactName?: string;
}

/** By execution, which has an object of variables of its own, and by the names of types. */
const walks = new WeakMap<object, ReadonlyMap<string, ReadonlySet<string>>>();

/** Tells which columns of the rows of a table an operation reads, the key first. The same list for the same execution. */
export const columnsReader = memoize(({ name, table }: TypedTable) => {
  const lists = new WeakMap<object, readonly string[]>();
  const key = keyColumns(table);
  const others = table.columns.map((column) => column.name).filter((each) => !key.includes(each));
  return (info: GraphQLResolveInfo): readonly string[] => {
    const { variableValues } = info;
    const known = lists.get(variableValues);
    if (known) return known;
    const read = readsOf(info, name);
    const columns = [...key, ...others.filter((each) => read.has(each))];
    lists.set(variableValues, columns);
    return columns;
  };
});

const NOTHING: ReadonlySet<string> = new Set();

/** What the operation reads of objects of a type. The same set for the same operation and type. */
export function readsOf(info: GraphQLResolveInfo, type: string): ReadonlySet<string> {
  return walkOf(info).get(type) ?? NOTHING;
}

function walkOf(info: GraphQLResolveInfo): ReadonlyMap<string, ReadonlySet<string>> {
  const known = walks.get(info.variableValues);
  if (known) return known;
  const found = walk(info);
  walks.set(info.variableValues, found);
  return found;
}

function walk({
  schema,
  operation,
  fragments,
  variableValues,
}: GraphQLResolveInfo): ReadonlyMap<string, ReadonlySet<string>> {
  const columns = new Map<string, Set<string>>();
  const seen = new Set<string>();

  function visitSet(set: SelectionSetNode | undefined, parent: GraphQLNamedType | undefined): void {
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FIELD) visitField(node, parent);
      else if (node.kind === Kind.INLINE_FRAGMENT)
        visitSet(node.selectionSet, typeNamed(node.typeCondition?.name.value) ?? parent);
      else visitFragment(node.name.value);
    }
  }

  function visitFragment(name: string): void {
    if (seen.has(name)) return;
    seen.add(name);
    const fragment = fragments[name];
    visitSet(fragment?.selectionSet, typeNamed(fragment?.typeCondition.name.value));
  }

  function visitField(node: FieldNode, parent: GraphQLNamedType | undefined): void {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return;
    if (isObjectType(parent)) note(parent, readBy(node, parent.extensions as Partial<ReadExtensions>));
    const field = parent.getFields()[node.name.value];
    if (field && node.selectionSet) visitSet(node.selectionSet, getNamedType(field.type));
  }

  function readBy(node: FieldNode, { reads, readsArgument }: Partial<ReadExtensions>): readonly string[] {
    const argument = readsArgument?.get(node.name.value);
    if (argument === undefined) return reads?.get(node.name.value) ?? [];
    const given = node.arguments?.find(({ name }) => name.value === argument);
    const path = given && valueFromASTUntyped(given.value, variableValues);
    return [typeof path === 'string' ? path : ''];
  }

  function note({ name, extensions }: GraphQLObjectType, read: readonly string[]): void {
    if (read.length === 0) return;
    const type = (extensions as Partial<ReadExtensions>).exactName ?? name;
    const known = columns.get(type) ?? new Set();
    for (const column of read) known.add(column);
    columns.set(type, known);
  }

  const typeNamed = (name: string | undefined) => (name === undefined ? undefined : schema.getType(name));
  visitSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
  return columns;
}
