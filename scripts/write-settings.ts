/** Writes the table of settings in `docs/configuration.md`, `.env.example` and the types of a library's settings anew. Run by `npm run settings`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Setting } from '../gateway/config/setting.ts';
import { SETTINGS } from '../gateway/config/settings.ts';
import { replaceTable } from './replace-table.ts';
import { settingsTypes } from './settings-types.ts';

const ENVIRONMENT = fileURLToPath(new URL('../.env.example', import.meta.url));
const TYPES = fileURLToPath(new URL('../gateway/config/library.generated.ts', import.meta.url));
const HEAD = [
  '# All variables, with their defaults. Copy to .env, which is read at the start, and take away the # where you set one.',
  '# Options on the command line win over the environment, and the environment over .env.',
];

const settings = Object.values<Setting>(SETTINGS);

function toCells({ env, flag, default: byDefault, description }: Setting): string[] {
  return [`\`${env}\``, flag ? `\`--${flag}\`` : '', byDefault ? `\`${byDefault}\`` : '', description];
}

function variable({ env, flag, default: byDefault = '', description }: Setting): string {
  return `# ${description}${flag ? ` (--${flag})` : ''}\n#${env}=${byDefault}`;
}

replaceTable('configuration.md', ['variable', 'option', 'default', 'meaning'], settings.map(toCells));
writeFileSync(ENVIRONMENT, `${[HEAD.join('\n'), ...settings.map(variable)].join('\n\n')}\n`);
writeFileSync(TYPES, settingsTypes());
