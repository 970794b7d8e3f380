/** The settings that a program may give to `createGateway`. */
import { EMULATOR_SETTINGS } from './emulator-settings.ts';
import { PROCESS_SETTINGS } from './process-settings.ts';
import { SHUTDOWN_SETTINGS } from './resilience-settings.ts';
import type { Setting } from './setting.ts';
import { readFrom, type SettingReader } from './setting-reader.ts';
import { type SettingName, settingsOf } from './settings.ts';

const { quiet, ...PROCESS_ALONE } = PROCESS_SETTINGS;
const OF_PROCESS = new Set(Object.keys({ ...PROCESS_ALONE, ...EMULATOR_SETTINGS, ...SHUTDOWN_SETTINGS }));

/** The settings of `serve`, without those of a process: port, emulator, shutdown. */
export const LIBRARY_SETTINGS: readonly (readonly [SettingName, Setting])[] = settingsOf('serve').filter(
  ([name]) => !OF_PROCESS.has(name),
);

/** Reads settings from the members of an object. */
export function readLibrarySettings(settings: object): SettingReader {
  const names = new Set<string>(LIBRARY_SETTINGS.map(([name]) => name));
  const unknown = Object.keys(settings).filter((name) => !names.has(name));
  return readFrom('serve', {
    given: (name) => (names.has(name) ? toText(Reflect.get(settings, name)) : undefined),
    label: (name) => name,
    unknown: () => unknown.map((name) => `${name} is given, but createGateway has no such setting.`),
  });
}

/** An empty text counts as not given, as an empty variable does. */
function toText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value).trim() || undefined;
}
