/** One `insertMany`, which says of each document how it went. */
import type { ExactObject } from '../../json/json-value.ts';
import { also, anythingExact, arrayOf, integer, object, optional, text } from '../../json/shape.ts';
import { UpstreamError } from '../../source/errors.ts';
import type { CollectionRef } from '../../source/source.ts';
import { toError as errorOf } from '../command/error-reader.ts';
import { toFailure } from '../command/failure.ts';
import { type CollectionAccess, toError } from './access.ts';

export interface NewDocument {
  /** Its place among those of the caller. */
  readonly index: number;
  /** With its `_id`. */
  readonly document: ExactObject;
}

/** In the order of the documents. @throws SourceError - where the command failed as a whole */
export async function insertBatch(
  { send }: CollectionAccess,
  ref: CollectionRef,
  documents: readonly NewDocument[],
): Promise<(true | Error)[]> {
  const answer = await send(ref, {
    name: 'insertMany',
    body: {
      documents: documents.map(({ document }) => document),
      options: { ordered: false, returnDocumentResponses: true },
    },
    effect: 'write',
    keys: documents.length,
    reply: responsesOf(documents.length),
  });
  if (!answer.success) throw toError(ref, answer);
  const { status, errors } = answer.success.value;
  return status.documentResponses.map((response) => {
    if (response.status === 'OK') return true;
    const error = errors?.[response.errorsIdx ?? -1];
    return error === undefined
      ? new UpstreamError('The database did not write the document, and did not say why.')
      : errorOf(answer, toFailure(error));
  });
}

function responsesOf(count: number) {
  const responses = arrayOf(object({ status: text, errorsIdx: optional(integer) }));
  const all = also(responses, ({ length }) => length === count, 'answers to other documents than were sent came');
  return object({ status: object({ documentResponses: all }), errors: optional(arrayOf(anythingExact)) });
}
