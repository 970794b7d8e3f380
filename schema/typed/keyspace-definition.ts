import type { Index, Table, UserDefinedType } from '../../resolvers/typed/model.ts';
import type { JsonSchema } from '../../resolvers/typed-documents/model.ts';

/** What a typed graph is built from, as one token sees it. */
export interface KeyspaceDefinition {
  readonly databaseId: string;
  readonly keyspace: string;
  readonly tables: readonly Table[];
  readonly types: readonly UserDefinedType[];
  /** By the names of tables. */
  readonly indexes: ReadonlyMap<string, readonly Index[]>;
  /** By name; absent where the back end has none, or where the caller may not see them. */
  readonly collections?: readonly string[];
  /** Of the collections that have one, by name. */
  readonly jsonSchemas?: ReadonlyMap<string, JsonSchema>;
  /** Other keyspaces of the database, with the tables and collections that relations may lead to. */
  readonly others?: readonly KeyspaceDefinition[];
}
