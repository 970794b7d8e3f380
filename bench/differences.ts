/** Whether the gateway's executor and graphql's own agree: the differential test of the executors, with another seed at each run. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ARGUMENTS = ['node_modules/vitest/vitest.mjs', 'run', 'test/gateway/executor/differential.test.ts'];

/** Returns when there is no difference in so many operations. @throws Error - with the first difference, and the seed that repeats it */
export function checkDifferences(operations: number): void {
  const env = { ...process.env, NODE_ENV: 'test', FUZZ_OPERATIONS: String(operations) };
  try {
    execFileSync(process.execPath, ARGUMENTS, { cwd: ROOT, env, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    throw new Error(`The executors differ:\n${error instanceof Error ? Reflect.get(error, 'stdout') : error}`);
  }
}
