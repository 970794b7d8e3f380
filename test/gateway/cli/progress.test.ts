/** What is shown of work that takes a while. */
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createProgress, type ProgressOptions } from '../../../gateway/cli/progress.ts';
import { stopClock } from '../../support/clock.ts';

function open(isTTY: boolean, options: Partial<ProgressOptions> = {}) {
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY });
  const progress = createProgress(output, { label: 'Importing', quiet: false, plainLines: true, ...options });
  return { progress, text: () => String(output.read() ?? '') };
}

test('a terminal shows a bar, rows, rate and the time left, and is clear in the end', () => {
  const clock = stopClock();
  const { progress, text } = open(true);
  clock.pass(20);
  progress.show({ done: 2500, share: 0.25 });
  expect(text()).toMatch(/^\r\S+Importing ██████░{18} 25 % 2,500 rows and documents, [\d,]+\/s, 1 s left$/u);
  progress.show({ done: 2600, share: 0.26 });
  expect(text()).toBe('');
  progress.end('Imported');
  expect(text()).toMatch(/^\r\S+Imported 2,600 rows and documents in 0\.\d s, [\d,]+\/s\n$/);
});

test('where the whole is not known there is neither bar nor time left', () => {
  const { progress, text } = open(true);
  progress.show({ done: 7 });
  expect(text()).toMatch(/Importing 7 rows and documents, [\d,]+\/s$/);
});

test('without a terminal there is a last line, or nothing where it would be noise', () => {
  const plain = open(false);
  plain.progress.show({ done: 1, share: 1 });
  plain.progress.end('Imported');
  expect(plain.text()).toMatch(/^Imported 1 rows and documents in 0\.0 s/);
  for (const { progress, text } of [open(false, { plainLines: false }), open(true, { quiet: true })]) {
    progress.show({ done: 1, share: 1 });
    progress.end('Imported');
    expect(text()).toBe('');
  }
});
