/** Reads settings from the command line and the environment, and refuses values that they cannot have. */
import { ConfigError } from './config-error.ts';
import type { Command, Setting } from './setting.ts';
import { SETTINGS, type SettingName, settingsOf } from './settings.ts';

/** What stands on the command line, by option without dashes. */
export type Flags = Readonly<Record<string, string | boolean | string[] | undefined>>;
export type Environment = Readonly<Record<string, string | undefined>>;

export interface SettingReader {
  /** What was given, or the default; nothing is `undefined`, and so is an empty variable. */
  text(name: SettingName): string | undefined;
  integer(name: SettingName): number | undefined;
  isOn(name: SettingName): boolean | undefined;
  /** An http or https URL without a slash at its end, and without user, query or fragment. */
  url(name: SettingName): URL | undefined;
  list(name: SettingName): readonly string[];
  /** One of the setting's choices. */
  choice(name: SettingName): string;
  /** Whether it was given, and not left to its default. */
  isGiven(name: SettingName): boolean;
  /** How the operator knows it: the option if that was used, else the variable; in a library, its name. */
  label(name: SettingName): string;
  /** @throws ConfigError - `<label> is "<value>", but <rule>.`; the value of a secret is left out */
  refuse(name: SettingName, rule: string): never;
}

/** Where settings come from, and what they are called there. */
export interface SettingOrigin {
  /** As it would be written on a command line; `undefined` when it was not given. */
  given(name: SettingName): string | undefined;
  label(name: SettingName): string;
}

/** @throws ConfigError - when a value does not fit its kind, or a variable looks like one of ours but is none */
export function createSettingReader(command: Command, flags: Flags, environment: Environment): SettingReader {
  refuseUnknownVariables(environment);
  const flag = (name: SettingName) => flags[toSetting(name).flag ?? ''];
  return readFrom(command, {
    given: (name) => flag(name)?.toString() ?? (environment[toSetting(name).env]?.trim() || undefined),
    label: (name) => (flag(name) === undefined ? toSetting(name).env : `--${toSetting(name).flag}`),
  });
}

/** @throws ConfigError - when a value does not fit its kind */
export function readFrom(command: Command, origin: SettingOrigin): SettingReader {
  const reader = openReader(origin);
  for (const [name, setting] of settingsOf(command)) {
    if (setting.kind === 'integer') reader.integer(name);
    if (setting.kind === 'switch') reader.isOn(name);
    if (setting.kind === 'url') reader.url(name);
    if (setting.kind === 'choice') reader.choice(name);
    if (setting.kind === 'secret') checkSecret(reader, name);
  }
  return reader;
}

function openReader({ given, label }: SettingOrigin): SettingReader {
  const isInProduction = given('production') === 'true';
  const byDefault = ({ default: usual, inProduction }: Setting) => (isInProduction ? (inProduction ?? usual) : usual);
  const reader: SettingReader = {
    text: (name) => given(name) ?? byDefault(toSetting(name)),
    integer: (name) => toInteger(reader, name),
    isOn: (name) => toSwitch(reader, name),
    url: (name) => toUrl(reader, name),
    list: (name) => (reader.text(name) ?? '').split(',').flatMap((item) => item.trim() || []),
    choice: (name) => toChoice(reader, name),
    isGiven: (name) => given(name) !== undefined,
    label,
    refuse(name, rule) {
      const value = toSetting(name).kind === 'secret' ? 'set' : JSON.stringify(reader.text(name) ?? '');
      throw new ConfigError(`${reader.label(name)} is ${value}, but ${rule}.`);
    },
  };
  return reader;
}

function toSetting(name: SettingName): Setting {
  return SETTINGS[name];
}

function toInteger(reader: SettingReader, name: SettingName): number | undefined {
  const text = reader.text(name);
  if (text === undefined) return undefined;
  const [least, most] = toSetting(name).range ?? [0, Number.MAX_SAFE_INTEGER];
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most
    ? value
    : reader.refuse(name, `it must be a whole number from ${least} to ${most}`);
}

function toSwitch(reader: SettingReader, name: SettingName): boolean | undefined {
  const text = reader.text(name);
  if (text === undefined) return undefined;
  if (text !== 'true' && text !== 'false') reader.refuse(name, 'it must be true or false');
  return text === 'true';
}

function toChoice(reader: SettingReader, name: SettingName): string {
  const text = reader.text(name) ?? '';
  const choices = toSetting(name).choices ?? [];
  return choices.includes(text) ? text : reader.refuse(name, `it must be one of ${choices.join(', ')}`);
}

function toUrl(reader: SettingReader, name: SettingName): URL | undefined {
  const text = reader.text(name);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text.replace(/\/+$/, '')) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new ConfigError(`${reader.label(name)} is ${JSON.stringify(text)}, but it must be an http or https URL.`);
  }
  // What it holds may be a password, so it is not repeated.
  if (url.username || url.password || url.search || url.hash) {
    throw new ConfigError(`${reader.label(name)} must be a URL without user, password, query and fragment.`);
  }
  return url;
}

function checkSecret(reader: SettingReader, name: SettingName): void {
  if (!/^[\x21-\x7e]*$/.test(reader.text(name) ?? '')) {
    reader.refuse(name, 'it must be printable ASCII characters without blanks');
  }
}

/** A misspelt variable would otherwise do nothing, in silence. */
function refuseUnknownVariables(environment: Environment): void {
  const known = new Set(Object.values(SETTINGS).map(({ env }) => env as string));
  const unknown = Object.keys(environment).find((name) => name.startsWith('ASTRA_GRAPHQL_') && !known.has(name));
  if (unknown) throw new ConfigError(`${unknown} is set, but there is no such setting; --help lists all.`);
}
