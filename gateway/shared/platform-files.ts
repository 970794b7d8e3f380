/** Files, where the platform has them. */
export type Files = Pick<typeof import('node:fs'), 'statSync' | 'readdirSync' | 'readFileSync'>;

/** Without an import: platforms without files, and bundlers for them, have no such module. */
export function openFiles(): Files {
  const files = globalThis.process?.getBuiltinModule?.('node:fs');
  if (!files) throw new Error('this platform has no files');
  return files;
}
