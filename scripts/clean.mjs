/** Removes what was built, so that no file stays whose source is gone. The first step of a build. */
import { rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
