/** One setting, and the type of its value. */
export type Command = 'serve' | 'emulate' | 'export' | 'import' | 'copy' | 'relations' | 'infer' | 'schema';

export interface Setting {
  /** Environment variable. */
  readonly env: string;
  /** Command-line option without its dashes; it overrides the variable. Absent: the variable alone. */
  readonly flag?: string;
  /** `switch` is true or false; on the command line it takes no value. `list` is comma-separated, or the option is repeated. `secret` is never shown. */
  readonly kind: 'text' | 'secret' | 'switch' | 'integer' | 'url' | 'list' | 'choice';
  readonly commands: readonly Command[];
  /** As an operator would write it. Absent: none. */
  readonly default?: string;
  /** Where the commands have different defaults. */
  readonly defaultOf?: Readonly<Partial<Record<Command, string>>>;
  /** The default while `ASTRA_GRAPHQL_PRODUCTION` is true, where it differs. */
  readonly inProduction?: string;
  /** Values of a choice. */
  readonly choices?: readonly string[];
  /** Minimum and maximum of an integer. */
  readonly range?: readonly [number, number];
  readonly description: string;
}

interface ValueOfKind<Choice> {
  readonly text: string;
  readonly secret: string;
  readonly switch: boolean;
  readonly integer: number;
  readonly url: URL;
  readonly list: readonly string[];
  readonly choice: Choice;
}

type ChoiceOf<S> = S extends { readonly choices: readonly (infer C)[] } ? C : string;
type HasValue = { readonly default: string } | { readonly defaultOf: object } | { readonly kind: 'list' };

/** The type of a setting's value; `undefined` is possible where there is no default. */
export type ValueOf<S extends Setting> = ValueOfKind<ChoiceOf<S>>[S['kind']] | (S extends HasValue ? never : undefined);

/** The values of a group of settings. */
export type ValuesOf<T extends Readonly<Record<string, Setting>>> = { readonly [N in keyof T]: ValueOf<T[N]> };

export const SERVE = ['serve'] as const;
/** Of what `schema` reads as `serve` does. */
export const SERVE_AND_SCHEMA = ['serve', 'schema'] as const;
export const EMULATE = ['emulate'] as const;
export const BOTH = ['serve', 'emulate'] as const;
export const TRANSFER = ['export', 'import'] as const;
export const ALL = [...BOTH, ...TRANSFER] as const;
export const POSITIVE = [1, 2 ** 31 - 1] as const;
export const POSITIVE_OR_OFF = [0, 2 ** 31 - 1] as const;
