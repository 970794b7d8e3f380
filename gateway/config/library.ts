/** Which settings a program may give to `createGateway`, and how they are read from its object. */
import { ConfigError } from './config-error.ts';
import { EMULATOR_SETTINGS } from './emulator.ts';
import { PROCESS_SETTINGS } from './process.ts';
import { readFrom, type SettingReader } from './reader.ts';
import type { Setting } from './setting.ts';
import { type SettingName, settingsOf } from './settings.ts';

const { quiet, ...PROCESS_ALONE } = PROCESS_SETTINGS;
const OF_PROCESS = new Set(
  Object.keys({ ...PROCESS_ALONE, ...EMULATOR_SETTINGS }).concat('drainDelayMs', 'drainTimeoutMs'),
);

/** Those of `serve`, without what concerns a process: its port, its data, its words, its end. */
export const LIBRARY_SETTINGS: readonly (readonly [SettingName, Setting])[] = settingsOf('serve').filter(
  ([name]) => !OF_PROCESS.has(name),
);

/** @throws ConfigError - when a value does not fit its kind, or a name is not one of ours */
export function readSettings(settings: object): SettingReader {
  const names = new Set<string>(LIBRARY_SETTINGS.map(([name]) => name));
  const unknown = Object.keys(settings).find((name) => !names.has(name));
  if (unknown !== undefined) throw new ConfigError(`${unknown} is given, but createGateway has no such setting.`);
  return readFrom('serve', {
    given: (name) => (names.has(name) ? toText(Reflect.get(settings, name)) : undefined),
    label: (name) => name,
  });
}

/** An empty text counts as not given, as an empty variable does. */
function toText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value).trim() || undefined;
}
