/** Everything that can be configured, as data. Help, `.env.example` and the README are held to it by tests. */
import { CLIENT_SETTINGS } from './client.ts';
import { EMULATOR_SETTINGS } from './emulator.ts';
import { LIMIT_SETTINGS } from './limits.ts';
import { PERFORMANCE_SETTINGS } from './performance.ts';
import { PERSISTED_SETTINGS } from './persisted.ts';
import { PROCESS_SETTINGS } from './process.ts';
import { RATE_SETTINGS } from './rates.ts';
import { RESILIENCE_SETTINGS } from './resilience.ts';
import { SAFETY_SETTINGS } from './safety.ts';
import type { Command, Setting } from './setting.ts';
import { SUBGRAPH_SETTINGS } from './subgraph.ts';
import { UPSTREAM_SETTINGS } from './upstream.ts';

export const SETTINGS = {
  ...PROCESS_SETTINGS,
  ...EMULATOR_SETTINGS,
  ...UPSTREAM_SETTINGS,
  ...RESILIENCE_SETTINGS,
  ...CLIENT_SETTINGS,
  ...SUBGRAPH_SETTINGS,
  ...SAFETY_SETTINGS,
  ...PERFORMANCE_SETTINGS,
  ...LIMIT_SETTINGS,
  ...RATE_SETTINGS,
  ...PERSISTED_SETTINGS,
};

export type SettingName = keyof typeof SETTINGS;

/** The settings of a command, in the order in which help shows them. */
export function settingsOf(command: Command): [SettingName, Setting][] {
  const all = Object.entries(SETTINGS) as [SettingName, Setting][];
  return all.filter(([, setting]) => setting.commands.includes(command));
}
