import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types for the operations in `main.ts`. The scalars are JSON: what each can hold is in its description in the schema. */
const config: CodegenConfig = {
  schema: '../../schema.graphql',
  documents: ['main.ts'],
  generates: {
    './generated/': {
      preset: 'client',
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: {
          JSON: 'unknown',
          JSONObject: 'Record<string, unknown>',
          CqlValue: 'unknown',
          RowKey: 'Record<string, unknown>',
          RowValues: 'Record<string, unknown>',
          DocumentPath: 'string',
          DateTime: 'string',
        },
      },
    },
  },
};

export default config;
