/** What `copy` reads and writes, what `infer` reads, and how they sign in. */
import type { Setting } from './setting.ts';

const COPY = ['copy'] as const;

export const COPY_SETTINGS = {
  copyFrom: {
    env: 'ASTRA_GRAPHQL_COPY_FROM',
    flag: 'from',
    kind: 'text',
    commands: COPY,
    description: 'Where to copy from: a file of settings, or the URL of a running emulator',
  },
  copyTo: {
    env: 'ASTRA_GRAPHQL_COPY_TO',
    flag: 'to',
    kind: 'text',
    commands: COPY,
    description: 'Where to copy to: a file of settings, or the URL of a running emulator',
  },
  copyFromApi: {
    env: 'ASTRA_GRAPHQL_COPY_FROM_API',
    flag: 'from-api',
    kind: 'choice',
    choices: ['data', 'stargate'],
    commands: COPY,
    description: 'Which API serves the data to copy: data or stargate; instead of ASTRA_DB_API in the file',
  },
  copyToApi: {
    env: 'ASTRA_GRAPHQL_COPY_TO_API',
    flag: 'to-api',
    kind: 'choice',
    choices: ['data', 'stargate'],
    commands: COPY,
    description: 'Which API takes the copy: data or stargate; instead of ASTRA_DB_API in the file',
  },
  copyDryRun: {
    env: 'ASTRA_GRAPHQL_COPY_DRY_RUN',
    flag: 'dry-run',
    kind: 'switch',
    commands: COPY,
    default: 'false',
    description: 'Write nothing, and list what the target cannot hold',
  },
  copyResume: {
    env: 'ASTRA_GRAPHQL_COPY_RESUME',
    flag: 'resume',
    kind: 'switch',
    commands: COPY,
    default: 'false',
    description: 'Go on with a copy that broke off',
  },
  copyState: {
    env: 'ASTRA_GRAPHQL_COPY_STATE',
    flag: 'state',
    kind: 'text',
    commands: COPY,
    default: 'astra-graphql-copy.json',
    description: 'File that keeps what is done of a copy until all is done',
  },
  copyReport: {
    env: 'ASTRA_GRAPHQL_COPY_REPORT',
    flag: 'report',
    kind: 'text',
    commands: COPY,
    default: 'astra-graphql-copy.jsonl',
    description: 'File for all that the target cannot hold, a line of JSON each',
  },
  copyToken: {
    env: 'ASTRA_GRAPHQL_COPY_TOKEN',
    kind: 'secret',
    commands: COPY,
    description: 'Self-hosted: a token of the database; instead of user and password',
  },
  copyUser: {
    env: 'ASTRA_GRAPHQL_COPY_USER',
    kind: 'text',
    commands: COPY,
    description: 'Self-hosted: user name for sign-in at the database',
  },
  copyPassword: {
    env: 'ASTRA_GRAPHQL_COPY_PASSWORD',
    kind: 'secret',
    commands: COPY,
    description: 'Self-hosted: password for sign-in at the database',
  },
} as const satisfies Record<string, Setting>;

/** Commands that read an upstream and print something. */
const TOOLS = ['infer'] as const;

export const TOOL_SETTINGS = {
  sampleSize: {
    env: 'ASTRA_GRAPHQL_SAMPLE_SIZE',
    flag: 'sample',
    kind: 'integer',
    range: [1, 100_000],
    commands: TOOLS,
    default: '500',
    description: 'How many documents to read',
  },
  toolUser: {
    env: 'ASTRA_GRAPHQL_USER',
    kind: 'text',
    commands: TOOLS,
    description: 'Self-hosted: user name for infer; instead of ASTRA_GRAPHQL_READ_TOKEN',
  },
  toolPassword: {
    env: 'ASTRA_GRAPHQL_PASSWORD',
    kind: 'secret',
    commands: TOOLS,
    description: 'Self-hosted: password for infer',
  },
} as const satisfies Record<string, Setting>;
