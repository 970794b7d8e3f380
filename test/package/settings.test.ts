/** The types of what a program may give to `createGateway`, written from the settings themselves. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { LIBRARY_SETTINGS } from '../../gateway/settings/library.ts';
import type { Setting } from '../../gateway/settings/setting.ts';
import { SETTINGS } from '../../gateway/settings/settings.ts';

const TYPES: Readonly<Record<Setting['kind'], string>> = {
  text: 'string',
  secret: 'string',
  url: 'string',
  integer: 'number',
  switch: 'boolean',
  list: 'readonly string[]',
};

test('the types are current; "npm run settings" writes them', async () => {
  const members = LIBRARY_SETTINGS.map(
    ([name, setting]) => `${comment(setting)}\n  readonly ${name}?: ${typeOf(setting)};\n`,
  );
  const text = `/** Written by "npm run settings" from the settings. */\nexport interface GatewaySettings {\n${members.join('')}}\n`;
  const file = new URL('../../gateway/settings/library.generated.ts', import.meta.url);
  await expect(text, '"npm run settings" writes the types anew.').toMatchFileSnapshot(fileURLToPath(file));
});

function comment({ description, default: byDefault, range }: Setting): string {
  const notes = [byDefault && `default ${byDefault}`, range && `${range[0]} to ${range[1]}`].filter(Boolean);
  const text = Object.entries<Setting>(SETTINGS).reduce(
    (said, [name, { env }]) => said.replaceAll(env, name),
    description,
  );
  return `  /** ${text}${notes.length > 0 ? ` (${notes.join('; ')})` : ''} */`;
}

function typeOf({ kind }: Setting): string {
  return `${TYPES[kind]} | undefined`;
}
