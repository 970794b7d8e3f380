import type { ReadHints } from '../source/source.ts';

export const DEVOPS_HINTS: ReadHints = {
  database: 'Each database by its id is a call of its own. Read them from the list databases instead.',
};
