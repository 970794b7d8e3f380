/** Two processes, one folder of data. */
import { afterAll, expect, test } from 'vitest';
import { createFolder, start } from './process.ts';

const { folder, remove } = createFolder();
afterAll(remove);

test('a second process is refused in one sentence, which names folder and process', async () => {
  const words = ['--port', '0', '--no-sample', '--data-dir', folder];
  const first = start(folder, ['serve', ...words]);
  await first.url;
  for (const command of ['serve', 'emulate']) {
    const { code, stdout, stderr } = await start(folder, [command, ...words]).ended;
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: `${folder} is in use by process ${first.child.pid}: stop that process, or choose another folder with --data-dir.\n`,
    });
  }
  first.child.kill('SIGKILL');
  await first.ended;
  const next = start(folder, ['serve', ...words]);
  await next.url;
  next.child.kill('SIGTERM');
  expect((await next.ended).code).toBe(0);
});
