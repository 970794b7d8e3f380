/** The types of what a program may give to `createGateway`, made from the settings. */
import { LIBRARY_SETTINGS } from '../gateway/config/library-settings.ts';
import type { Setting } from '../gateway/config/setting.ts';
import { SETTINGS } from '../gateway/config/settings.ts';

const TYPES: Readonly<Record<Exclude<Setting['kind'], 'choice'>, string>> = {
  text: 'string',
  secret: 'string',
  url: 'string',
  integer: 'number',
  switch: 'boolean',
  list: 'readonly string[]',
};

/** The source of `gateway/config/library.generated.ts`. */
export function settingsTypes(): string {
  const members = LIBRARY_SETTINGS.map(
    ([name, setting]) => `${comment(setting)}\n  readonly ${name}?: ${typeOf(setting)} | undefined;\n`,
  );
  return `/** Written by "npm run settings" from the settings. */\nexport interface GatewaySettings {\n${members.join('')}}\n`;
}

function typeOf({ kind, choices = [] }: Setting): string {
  return kind === 'choice' ? choices.map((choice) => `'${choice}'`).join(' | ') : TYPES[kind];
}

function comment({ description, default: byDefault, range }: Setting): string {
  const notes = [byDefault && `default ${byDefault}`, range && `${range[0]} to ${range[1]}`].filter(Boolean);
  return `  /** ${inProgram(description)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''} */`;
}

/** A program knows settings by their names, not by their variables. */
function inProgram(description: string): string {
  const settings = Object.entries<Setting>(SETTINGS);
  return settings.reduce((text, [name, { env }]) => text.replaceAll(env, name), description);
}
