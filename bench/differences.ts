/** Whether the gateway's executor and graphql's own agree: the differential test of the executors, with another seed at each run. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ARGUMENTS = ['node_modules/vitest/vitest.mjs', 'run', 'test/gateway/executor/differential.test.ts'];

/** How many differences are known of so many operations: none, or the first, which is printed with the seed that repeats it. */
export function countDifferences(operations: number): 0 | 1 {
  const env = { ...process.env, NODE_ENV: 'test', FUZZ_OPERATIONS: String(operations) };
  const { status } = spawnSync(process.execPath, ARGUMENTS, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  return status === 0 ? 0 : 1;
}
