import { expect, test } from 'vitest';
import { mapSeveral } from '../../../datasources/shared/map-several.ts';

test('not more at once than asked for', async () => {
  let [now, most] = [0, 0];
  await mapSeveral(
    Array.from({ length: 9 }, (_, n) => n),
    4,
    async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise(setImmediate);
      now -= 1;
    },
  );
  expect(most).toBe(4);
});
