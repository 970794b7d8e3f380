/** A search inside one document. Upstream has none: the document is read once for each page, and searched here. */
import { onlyPath } from '../../documents/compared-paths.ts';
import { select } from '../../documents/pick.ts';
import { valueIn } from '../../documents/values.ts';
import { InputError, InvalidCursorError } from '../../source/errors.ts';
import type {
  CollectionRef,
  DocumentPart,
  DocumentSource,
  Json,
  PartQuery,
  Path,
  Pattern,
} from '../../source/source.ts';
import type { CollectionAccess } from './access.ts';
import { candidatesIn } from './candidates.ts';
import { toKey } from './document-key.ts';
import { ONE_FOUND, toData } from './found-document.ts';
import { meets } from './part-conditions.ts';
import { toProjection } from './projection.ts';

export function createPartSearch({ run }: CollectionAccess): Pick<DocumentSource, 'findParts'> {
  async function read(ref: CollectionRef, documentId: string, path: Pattern): Promise<Json | undefined> {
    const { data } = await run(ref, {
      name: 'findOne',
      body: { filter: { _id: toKey(documentId) }, projection: toProjection({ fields: [path] }) },
      effect: 'read',
      reads: 'partPage',
      reply: ONE_FOUND,
    });
    return data.document ? toData(data.document) : undefined;
  }

  return {
    async findParts(ref, documentId, query) {
      const search = toSearch(query);
      const start = toOffset(query.pageState);
      const document = await read(ref, documentId, search.parent);
      const parts = document === undefined ? [] : partsOf(document, search);
      const end = start + query.pageSize;
      const items = parts.slice(start, end);
      return end < parts.length ? { items, nextPageState: String(end) } : { items };
    },
  };
}

interface Search {
  /** Of the compared value: a part is looked for in each place that it names. */
  readonly parent: Pattern;
  readonly compared: Path;
  readonly where: PartQuery['where'];
  /** What is answered of a parent; the compared value alone when absent. */
  readonly fields?: readonly Pattern[];
}

function toSearch({ path = [], where, fields }: PartQuery): Search {
  const full = [...path, ...onlyPath(where, (each) => JSON.stringify(each))];
  const last = full.at(-1);
  if (last === undefined || 'any' in last || 'oneOf' in last) {
    throw new InputError(
      'The path of a condition cannot be empty, and cannot end in a wildcard or alternatives: name the member or element.',
    );
  }
  const compared = ['name' in last ? last.name : last.index];
  return { parent: full.slice(0, -1), compared, where, ...(fields && { fields: [[last], ...fields] }) };
}

/** In the order of the document. Those of which nothing is answered are left out. */
function partsOf(document: Json, { parent, compared, where, fields }: Search): readonly DocumentPart[] {
  return candidatesIn(document, parent).flatMap(({ path, value }) => {
    const at = valueIn(value, compared);
    if (!meets(where, at)) return [];
    const data = fields ? select(value, fields) : at;
    return data === undefined ? [] : [{ path: fields ? path : [...path, ...compared], data }];
  });
}

function toOffset(pageState: string | undefined): number {
  if (pageState === undefined) return 0;
  if (/^\d{1,9}$/.test(pageState)) return Number(pageState);
  throw new InvalidCursorError('The cursor does not belong to this list. Begin again without "after".');
}
