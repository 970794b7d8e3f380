import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Made from the SDL: the module that brings it along, and the types of the resolvers. Models are what resolvers hand down; fields
 * that a model has need no resolver.
 */
const config: CodegenConfig = {
  schema: 'schema/**/*.graphql',
  generates: {
    'schema/universal/sdl.generated.ts': {
      plugins: ['./scripts/sdl-module.mjs'],
      config: { folders: ['schema/universal', 'schema/universal/mutations'] },
    },
    'resolvers/shared/types.generated.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: './context.ts#Context',
        mappers: {
          Node: './models.ts#NodeModel',
          Database: './models.ts#DatabaseModel',
          Keyspace: './models.ts#KeyspaceModel',
          Table: './models.ts#TableModel',
          Row: './models.ts#RowModel',
          Namespace: './models.ts#NamespaceModel',
          Collection: './models.ts#CollectionModel',
          Document: './models.ts#DocumentModel',
          DocumentPart: './models.ts#DocumentPartModel',
          PageInfo: './models.ts#PageInfoModel',
          Region: './models.ts#RegionModel',
          ServerlessRegion: './models.ts#ServerlessRegionModel',
          Column: './models.ts#ColumnModel',
          Index: './models.ts#IndexModel',
          UserDefinedType: './models.ts#UserDefinedTypeModel',
          Datacenter: './models.ts#DatacenterModel',
          DatabaseStorage: './models.ts#DatabaseStorageModel',
          DatabaseMetrics: './models.ts#DatabaseMetricsModel',
          DatabaseCost: './models.ts#DatabaseCostModel',
          SecureBundle: './models.ts#SecureBundleModel',
        },
        scalars: {
          ID: 'string',
          JSON: '../../datasources/source/source.ts#Json',
          JSONObject: '../../datasources/source/source.ts#JsonObject',
          CqlValue: '../../datasources/source/source.ts#CqlValue',
          RowKey: '../../datasources/source/source.ts#RowValues',
          RowValues: '../../datasources/source/source.ts#RowValues',
          DocumentPath: 'string',
          DateTime: 'string',
        },
        enumsAsTypes: true,
        useTypeImports: true,
        immutableTypes: true,
        optionalResolveType: true,
        makeResolverTypeCallable: true,
        maybeValue: 'T | null | undefined',
        inputMaybeValue: 'T | null | undefined',
        avoidOptionals: { field: true, inputValue: false, object: false, defaultValue: false },
        skipTypename: true,
        nonOptionalTypename: false,
        namespacedImportName: '',
      },
    },
  },
};

export default config;
