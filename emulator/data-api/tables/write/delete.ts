/** deleteOne and deleteMany. How many rows there were is not told. */

import { invalidArgument } from '../../../cql/types/refusal.ts';
import { deleteRows, deleteSelected, truncate } from '../../../cql/write/delete.ts';
import { schemaOf } from '../../../cql/write/schema.ts';
import { JsonNumber } from '../../../shared/json.ts';
import { type CommandAnswer, statusAnswer, type TableCall } from '../../command/command.ts';
import { refused } from '../../command/errors.ts';
import { requiredKeys, restrictionsOf } from '../filter/restrict.ts';
import { readRange, readRowKey } from './key.ts';

const UNKNOWN_COUNT = new JsonNumber('-1');

export function deleteOneRow({ database, keyspace, table, fields }: TableCall): CommandAnswer {
  const schema = schemaOf(keyspace, table);
  const sort = fields.get('sort') ?? null;
  if (sort instanceof Map && sort.size > 0) {
    const message =
      'The row to delete is named by its primary key, so that there is nothing to sort.\n\nLeave sort out.';
    throw refused('SORT', 'UNSUPPORTED_SORT_FOR_TABLE_DELETE_COMMAND', message);
  }
  deleteRows({ database, schema }, readRowKey(schema, fields.get('filter') ?? null));
  return statusAnswer({ deletedCount: UNKNOWN_COUNT });
}

/** Without any condition all rows go. */
export function deleteManyRows({ database, keyspace, table, fields }: TableCall): CommandAnswer {
  const schema = schemaOf(keyspace, table);
  const target = { database, schema };
  const range = readRange(schema, fields.get('filter') ?? null);
  if (!range) truncate(target);
  else {
    const restrictions = restrictionsOf(schema, range, false);
    const isNamed = requiredKeys(range).every(({ kind, ...rest }) => kind !== 'contains' && !isNegative(rest));
    if (restrictions.isKeyRange || !isNamed)
      throw invalidArgument('Rows to delete must be named by equality, IN or a range');
    deleteSelected(target, restrictions);
  }
  return statusAnswer({ deletedCount: UNKNOWN_COUNT });
}

function isNegative(condition: object): boolean {
  return 'operator' in condition && (condition.operator === 'ne' || condition.operator === 'nin');
}
