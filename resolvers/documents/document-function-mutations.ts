import { InputError } from '../../datasources/source/errors.ts';
import type { Json, Path } from '../../datasources/source/source.ts';
import { toPath } from '../projection/path.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import { documentTarget } from '../shared/target.ts';

type FunctionMutation = 'pushToDocument' | 'popFromDocument' | 'setInDocument';

export const documentFunctions: Mutations<FunctionMutation> = {
  pushToDocument: mutation(async ({ path, value, ...input }, context) => {
    const { collection, documentId } = documentTarget(input, context);
    const list = await context.source.documents.push(collection, documentId, toPath(path), value ?? null);
    return { value: list, document: { collection, documentId } };
  }),
  popFromDocument: mutation(async ({ path, ...input }, context) => {
    const { collection, documentId } = documentTarget(input, context);
    const value = await context.source.documents.pop(collection, documentId, toPath(path));
    return { value, document: { collection, documentId } };
  }),
  setInDocument: mutation(async ({ path, values, ...input }, context) => {
    const { collection, documentId } = documentTarget(input, context);
    await context.source.documents.set(collection, documentId, toPath(path ?? ''), toSettings(values));
    return { document: { collection, documentId } };
  }),
};

interface Setting {
  readonly path: Path;
  readonly value: Json;
}

/** @throws InputError */
function toSettings(values: { readonly [path: string]: Json }): Setting[] {
  const settings = Object.entries(values).map(([path, value]) => ({ path: toPath(path), value }));
  if (settings.length === 0) throw new InputError('"values" is empty. Give at least one path and its value.');
  return settings;
}
