/** What `npm run settings` writes is current: the table of settings, and the types of what a program may give to `createGateway`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Setting } from '../../gateway/config/setting.ts';
import { SETTINGS } from '../../gateway/config/settings.ts';
import { settingsTypes } from '../../scripts/settings-types.ts';

test('the types are current; "npm run settings" writes them', () => {
  const file = new URL('../../gateway/config/library.generated.ts', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(settingsTypes());
});

test('docs/configuration.md has all settings', () => {
  const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| +(?:`--([\w-]+)`)? *\| +(?:`([^`]*)`)? *\| (.*?) *\|$/gm)];
  expect(rows.map(([, ...cells]) => cells)).toEqual(
    Object.values<Setting>(SETTINGS).map((setting) => [
      setting.env,
      setting.flag,
      setting.default || undefined,
      setting.description,
    ]),
  );
});
