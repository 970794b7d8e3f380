/** What a Stargate does not take, said without a call. */
import { checkNewTable } from '../../catalog/new-table.ts';
import { checkNewName, toNewType } from '../../cql/check-definition.ts';
import type { DefinitionChecks } from '../../source/source.ts';
import { refuseOnStargate } from '../shared/refusals.ts';
import { checkNewIndex, checkNewType } from './indexes-and-types.ts';

export const STARGATE_CHECKS: DefinitionChecks = {
  table(table) {
    checkNewTable(table);
    for (const { name, type } of table.columns) toNewType(`column "${name}"`, type);
  },
  type: checkNewType,
  index: checkNewIndex,
  collection({ collection, vector }) {
    checkNewName('collection', collection);
    if (vector) refuseOnStargate('collections with vectors');
  },
};
