/** The types of what a program may give to `createGateway` are those of the settings. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingsTypes } from '../../scripts/settings-types.ts';

test('the types are current; "npm run settings" writes them', () => {
  const file = new URL('../../gateway/config/library.generated.ts', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(settingsTypes());
});
