/** Edges as fields of row types, and the types of other keyspaces that they lead to. */
import type { GraphQLFieldConfig } from 'graphql';
import type { Context } from '../../resolvers/shared/context.ts';
import type { RowModel } from '../../resolvers/shared/models.ts';
import type { DescribedTable } from '../../resolvers/typed/describe.ts';
import { originOf, relatedRowResolver, relatedRowsResolver } from '../../resolvers/typed/edges.ts';
import type { Edge, Edges } from './edges.ts';
import type { RelatedFields, SharedTypes, TableTypes } from './table-types.ts';
import { createTableTypes } from './tables.ts';

export interface RelatedFieldsToComplete extends RelatedFields {
  /** Called before the fields are asked for. @param own - the types of the keyspace itself */
  complete(own: readonly TableTypes[], shared: SharedTypes): void;
}

export function createRelatedFields(edges: Edges): RelatedFieldsToComplete {
  const types = new Map<DescribedTable, TableTypes>();

  function typesOf({ target }: Edge): TableTypes {
    const found = types.get(target);
    if (!found) throw new Error(`The table ${target.name} has no types`);
    return found;
  }

  function field(origin: DescribedTable, edge: Edge): GraphQLFieldConfig<RowModel, Context> {
    const { row, connection, listArguments } = typesOf(edge);
    const read = originOf(origin, sourcesOf(edge));
    const description = edge.relation.description ?? describe(edge);
    return edge.isList
      ? { description, type: connection, args: listArguments, resolve: relatedRowsResolver(read, edge) }
      : { description, type: row, resolve: relatedRowResolver(read, edge) };
  }

  return {
    fields: (table) => Object.fromEntries(edges.of(table).map((edge) => [edge.relation.field, field(table, edge)])),
    reads: (table) => new Map(edges.of(table).map((edge) => [edge.relation.field, sourcesOf(edge)])),
    complete(own, shared) {
      for (const each of own) types.set(each.table, each);
      for (const { table, definition, types: typed, prefix } of edges.foreign) {
        const graphTypes = shared.types.ofKeyspace(typed, prefix);
        const others = { ...shared, types: graphTypes, filters: shared.filters.ofKeyspace(graphTypes) };
        types.set(table, createTableTypes(table, definition.indexes.get(table.table.table) ?? [], others));
      }
    },
  };
}

/** The columns that the key is made of. */
function sourcesOf({ key }: Edge): readonly string[] {
  return key.flatMap(({ from }) => from ?? []);
}

function describe({ isList, target, key }: Edge): string {
  const values = key.map(
    ({ column, from, value }) => `\`${column}\` is ${from ? `\`${from}\`` : JSON.stringify(value)}`,
  );
  return `${isList ? 'Rows' : 'The row'} of \`${target.table.table}\` where ${values.join(' and ')}.`;
}
