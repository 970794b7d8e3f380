/** Which GraphQL documents are taken, and which by a name. */
import { POSITIVE_OR_OFF, SERVE, type Setting } from './setting.ts';

export const PERSISTED_SETTINGS = {
  trustedDocuments: {
    env: 'ASTRA_GRAPHQL_TRUSTED_DOCUMENTS',
    kind: 'text',
    commands: SERVE,
    description: 'Manifest of trusted documents, or folder of .graphql files',
  },
  trustedDocumentsMode: {
    env: 'ASTRA_GRAPHQL_TRUSTED_DOCUMENTS_MODE',
    kind: 'choice',
    commands: SERVE,
    choices: ['off', 'log', 'only'],
    default: 'only',
    description: 'With trusted documents: off, log those that are not among them, or take them only',
  },
  apqDocuments: {
    env: 'ASTRA_GRAPHQL_APQ_DOCUMENTS',
    kind: 'integer',
    commands: SERVE,
    default: '0',
    range: POSITIVE_OR_OFF,
    description:
      'How many documents to remember for clients that send a hash (automatic persisted queries); 0 for none',
  },
} as const satisfies Record<string, Setting>;
