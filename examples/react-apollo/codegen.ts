import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/generated/**'],
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        // A scalar that is not listed here is an error.
        strictScalars: true,
        scalars: { DateTime: 'string', JSON: 'unknown', LocalDate: 'string', LocalTime: 'string' },
      },
    },
  },
};

export default config;
