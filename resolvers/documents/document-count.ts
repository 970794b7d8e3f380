import type { MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import type { CollectionRef, DocumentCount } from '../../datasources/source/source.ts';
import type { Context } from '../shared/context.ts';
import type { DocumentFilter } from '../shared/types.generated.ts';
import { toCondition } from './document-filter.ts';

/** How many documents meet a filter; nothing is asked upstream where none can. @throws InputError */
export function countDocuments(
  collection: CollectionRef,
  where: DocumentFilter | null | undefined,
  { loaders }: Context,
): MaybePromise<DocumentCount> {
  const condition = where ? toCondition(where) : 'everything';
  if (condition === 'nothing') return { count: 0, isExact: true };
  return loaders.documentCount(collection, condition === 'everything' ? undefined : condition);
}
