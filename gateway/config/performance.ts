/** What operations cost, and what they share. */
import { SERVE, type Setting } from './setting.ts';

export const PERFORMANCE_SETTINGS = {
  receipt: {
    env: 'ASTRA_GRAPHQL_RECEIPT',
    kind: 'switch',
    commands: SERVE,
    description:
      'Tell clients that send X-Astra-Receipt: true what their operation cost upstream; true on the embedded upstream while it listens on loopback, else false',
  },
  coalesce: {
    env: 'ASTRA_GRAPHQL_COALESCE',
    kind: 'switch',
    commands: SERVE,
    default: 'false',
    description: 'Let identical queries under way at the same time, of the same token, share one execution',
  },
} as const satisfies Record<string, Setting>;
