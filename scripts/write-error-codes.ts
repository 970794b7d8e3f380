/** Writes the table of codes in `docs/errors.md` anew, from the descriptions of the schema. Run by `npm run schema`. */
import { isEnumType } from 'graphql';
import { createSchema } from '../schema/schema.ts';
import { replaceTable } from './replace-table.ts';

const codes = createSchema().getType('ErrorCode');
if (!isEnumType(codes)) throw new Error('The schema has no enum ErrorCode.');

replaceTable(
  'errors.md',
  ['code', 'meaning'],
  codes.getValues().map(({ name, description }) => [`\`${name}\``, description?.replaceAll('\n', ' ') ?? '']),
);
