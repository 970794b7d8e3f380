/** What one setting is. */
export type Command = 'serve' | 'emulate' | 'export' | 'import';

export interface Setting {
  /** Environment variable. */
  readonly env: string;
  /** Command-line option without its dashes; it wins over the variable. Absent: the variable alone. */
  readonly flag?: string;
  /** `switch` is true or false; on the command line it takes no value. `list` is comma-separated, or the option is repeated. `secret` is never shown. */
  readonly kind: 'text' | 'secret' | 'switch' | 'integer' | 'url' | 'list' | 'choice';
  readonly commands: readonly Command[];
  /** As it would be written. Absent: nothing. */
  readonly default?: string;
  /** The default while `ASTRA_GRAPHQL_PRODUCTION` is true, where it is another. */
  readonly inProduction?: string;
  /** What a choice may be. */
  readonly choices?: readonly string[];
  /** The least and the most that an integer may be. */
  readonly range?: readonly [number, number];
  readonly description: string;
}

export const SERVE = ['serve'] as const;
export const EMULATE = ['emulate'] as const;
export const BOTH = ['serve', 'emulate'] as const;
export const TRANSFER = ['export', 'import'] as const;
export const ALL = [...BOTH, ...TRANSFER] as const;
export const POSITIVE = [1, 2 ** 31 - 1] as const;
export const POSITIVE_OR_OFF = [0, 2 ** 31 - 1] as const;
