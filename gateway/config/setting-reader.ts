/** Reads settings from the command line and the environment, and parses them by their kind. */
import { ConfigError, collectErrors } from './config-error.ts';
import type { Command, Setting } from './setting.ts';
import { SETTINGS, type SettingName, type SettingValue, settingsOf } from './settings.ts';

/** Options of the command line, by their names without dashes. */
export type Flags = Readonly<Record<string, string | boolean | string[] | undefined>>;
export type Environment = Readonly<Record<string, string | undefined>>;

export interface SettingReader {
  /** The given value, or the default. @throws ConfigError - where the given value does not fit its kind */
  value<N extends SettingName>(name: N): SettingValue<N>;
  /** The values of several settings. @throws ConfigError - with the problems of all of them */
  values<N extends SettingName>(names: readonly N[]): { readonly [K in N]: SettingValue<K> };
  /** Whether the setting is given, and not left to its default. */
  isGiven(name: SettingName): boolean;
  /** What the operator calls the setting: the option if that was used, else the variable; in a library, its name. */
  label(name: SettingName): string;
  /** @throws ConfigError - `<label> is "<value>", but <rule>.`; the value of a secret is left out */
  refuse(name: SettingName, rule: string): never;
  /** @throws ConfigError - with the problems of all given values and of unknown names */
  checkAll(): void;
}

/** Where settings come from, and their names there. */
export interface SettingOrigin {
  /** As an operator would write it on a command line; `undefined` when it is not given. */
  given(name: SettingName): string | undefined;
  label(name: SettingName): string;
  /** A problem for each name that is given and is no setting. */
  unknown(): readonly string[];
}

export function createSettingReader(command: Command, flags: Flags, environment: Environment): SettingReader {
  const flag = (name: SettingName) => flags[toSetting(name).flag ?? ''];
  return readFrom(command, {
    given: (name) => flag(name)?.toString() ?? (environment[toSetting(name).env]?.trim() || undefined),
    label: (name) => (flag(name) === undefined ? toSetting(name).env : `--${toSetting(name).flag}`),
    unknown: () => unknownVariables(environment),
  });
}

export function readFrom(command: Command, { given, label, unknown }: SettingOrigin): SettingReader {
  const isInProduction = given('production') === 'true';
  const readText = (name: SettingName) => given(name) ?? defaultOf(toSetting(name), command, isInProduction);
  const reader: SettingReader = {
    value<N extends SettingName>(name: N) {
      const setting = toSetting(name);
      const text = readText(name);
      const issue: Issue = { label: label(name), refuse: (rule) => reader.refuse(name, rule) };
      const value =
        text === undefined && setting.kind !== 'list' ? undefined : PARSERS[setting.kind](text ?? '', setting, issue);
      // The parser of a kind returns what `ValueOfKind` says of it; both go by the same table.
      return value as SettingValue<N>;
    },
    values<N extends SettingName>(names: readonly N[]) {
      const readers = names.map((name) => [name, () => reader.value(name)] as const);
      type Readers = { readonly [K in N]: () => SettingValue<K> };
      return collectErrors<{ readonly [K in N]: SettingValue<K> }>(Object.fromEntries(readers) as Readers);
    },
    isGiven: (name) => given(name) !== undefined,
    label,
    refuse(name, rule) {
      const value = toSetting(name).kind === 'secret' ? 'set' : JSON.stringify(readText(name) ?? '');
      throw new ConfigError(`${label(name)} is ${value}, but ${rule}.`);
    },
    checkAll() {
      const problems = unknown();
      collectErrors({
        names() {
          if (problems.length > 0) throw new ConfigError(...problems);
        },
        values: () => reader.values(settingsOf(command).map(([name]) => name)),
      });
    },
  };
  return reader;
}

function toSetting(name: SettingName): Setting {
  return SETTINGS[name];
}

function defaultOf(setting: Setting, command: Command, isInProduction: boolean): string | undefined {
  const usual = setting.defaultOf?.[command] ?? setting.default;
  return isInProduction ? (setting.inProduction ?? usual) : usual;
}

interface Issue {
  readonly label: string;
  readonly refuse: (rule: string) => never;
}

const PARSERS: Readonly<Record<Setting['kind'], (text: string, setting: Setting, issue: Issue) => unknown>> = {
  text: (text) => text,
  list: (text) => text.split(',').flatMap((item) => item.trim() || []),
  switch(text, _, { refuse }) {
    return text === 'true' || text === 'false' ? text === 'true' : refuse('it must be true or false');
  },
  choice(text, { choices = [] }, { refuse }) {
    return choices.includes(text) ? text : refuse(`it must be one of ${choices.join(', ')}`);
  },
  integer(text, { range: [min, max] = [0, Number.MAX_SAFE_INTEGER] }, { refuse }) {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : refuse(`it must be a whole number from ${min} to ${max}`);
  },
  secret(text, _, { refuse }) {
    return /^[\x21-\x7e]*$/.test(text) ? text : refuse('it must be printable ASCII characters without blanks');
  },
  url: toUrl,
};

/** An http or https URL without slashes at its end. */
function toUrl(text: string, _: Setting, { label, refuse }: Issue): URL {
  // The value may hold a password, so it is not repeated.
  if (/[@?#]/.test(text)) throw new ConfigError(`${label} must be a URL without user, password, query and fragment.`);
  const url = URL.canParse(text) ? new URL(text.replace(/\/+$/, '')) : undefined;
  return url && ['http:', 'https:'].includes(url.protocol) ? url : refuse('it must be an http or https URL');
}

/** A misspelt variable would otherwise be ignored silently. */
function unknownVariables(environment: Environment): readonly string[] {
  const known = new Set<string>(Object.values<Setting>(SETTINGS).map(({ env }) => env));
  const unknown = Object.keys(environment).filter((name) => name.startsWith('ASTRA_GRAPHQL_') && !known.has(name));
  return unknown.map((name) => `${name} is set, but there is no such setting; --help lists all.`);
}
