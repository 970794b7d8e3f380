/** What the parts of a schema know of each other. */
import type {
  GraphQLFieldConfigArgumentMap,
  GraphQLFieldConfigMap,
  GraphQLInterfaceType,
  GraphQLObjectType,
} from 'graphql';
import type { Context } from '../../resolvers/shared/context.ts';
import type { RowModel } from '../../resolvers/shared/models.ts';
import type { DescribedTable } from '../../resolvers/typed/describe.ts';
import type { Filters } from './filters.ts';
import type { GraphTypes } from './types.ts';

export interface SharedTypes {
  readonly types: GraphTypes;
  readonly filters: Filters;
  readonly node: GraphQLInterfaceType;
  readonly pageInfo: GraphQLObjectType;
  readonly related: RelatedFields;
}

/** Fields that lead to other rows, and to documents. */
export interface RelatedFields {
  fields(table: DescribedTable): GraphQLFieldConfigMap<RowModel, Context>;
  /** The columns that each reads. */
  reads(table: DescribedTable): ReadonlyMap<string, readonly string[]>;
}

/** The types of a table that others refer to. */
export interface TableTypes {
  readonly table: DescribedTable;
  readonly row: GraphQLObjectType<RowModel, Context>;
  readonly connection: GraphQLObjectType;
  /** `where`, `orderBy`, `first` and `after` of a list of its rows. */
  readonly listArguments: GraphQLFieldConfigArgumentMap;
}
