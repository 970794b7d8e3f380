/** The table of all settings. Config, help, `.env.example`, `docs/configuration.md` and the library's types are derived from it. */
import { DOCUMENT_SETTINGS, RATE_SETTINGS } from './access-settings.ts';
import { CLIENT_SETTINGS } from './client-settings.ts';
import { COPY_SETTINGS, TOOL_SETTINGS } from './copy-settings.ts';
import { EMULATOR_SETTINGS } from './emulator-settings.ts';
import { LIMIT_SETTINGS } from './limit-settings.ts';
import { PROCESS_SETTINGS } from './process-settings.ts';
import { RESILIENCE_SETTINGS, SHUTDOWN_SETTINGS } from './resilience-settings.ts';
import { SAFETY_SETTINGS } from './safety-settings.ts';
import type { Command, Setting, ValueOf } from './setting.ts';
import { UPSTREAM_SETTINGS } from './upstream-settings.ts';

export const SETTINGS = {
  ...PROCESS_SETTINGS,
  ...EMULATOR_SETTINGS,
  ...UPSTREAM_SETTINGS,
  ...RESILIENCE_SETTINGS,
  ...SHUTDOWN_SETTINGS,
  ...CLIENT_SETTINGS,
  ...SAFETY_SETTINGS,
  ...LIMIT_SETTINGS,
  ...RATE_SETTINGS,
  ...DOCUMENT_SETTINGS,
  ...COPY_SETTINGS,
  ...TOOL_SETTINGS,
};

export type SettingName = keyof typeof SETTINGS;
export type SettingValue<N extends SettingName> = ValueOf<(typeof SETTINGS)[N]>;

/** The settings of a command, in the order in which help shows them. */
export function settingsOf(command: Command): [SettingName, Setting][] {
  return namesOf(SETTINGS)
    .map((name): [SettingName, Setting] => [name, SETTINGS[name]])
    .filter(([name, setting]) => (command === 'relations' ? OF_READERS.has(name) : setting.commands.includes(command)));
}

/** Settings of commands that read the upstream that `serve` would serve. */
const OF_READERS: ReadonlySet<SettingName> = new Set([
  ...namesOf(UPSTREAM_SETTINGS),
  ...namesOf(EMULATOR_SETTINGS).filter((name) =>
    (EMULATOR_SETTINGS[name].commands as readonly Command[]).includes('serve'),
  ),
  ...(['quiet', 'readToken', 'copyUser', 'copyPassword'] as const),
]);

/** The names of a group of settings, in its order. */
export function namesOf<T extends object>(group: T): (keyof T & string)[] {
  // The groups are constants without further members.
  return Object.keys(group) as (keyof T & string)[];
}
