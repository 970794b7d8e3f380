/** The inputs of one table's mutations. */
import { type GraphQLInputFieldConfig, GraphQLInputObjectType, GraphQLNonNull } from 'graphql';
import type { TypedColumn } from '../../resolvers/typed/model.ts';
import { TABLE_SUFFIXES } from '../../resolvers/typed/names.ts';
import { describeColumn, isKey, type SharedTypes, type TableTypes } from './tables.ts';

export function createInputs(table: TableTypes['table'], { types }: SharedTypes) {
  const { name, columns, table: definition } = table;
  const make = (
    suffix: keyof typeof TABLE_SUFFIXES,
    description: string,
    fields: Readonly<Record<string, GraphQLInputFieldConfig>>,
  ) => new GraphQLInputObjectType({ name: `${name}${TABLE_SUFFIXES[suffix]}`, description, fields });
  const of = (each: TypedColumn, isRequired: boolean): [string, GraphQLInputFieldConfig] => {
    const type = types.input(each.type);
    return [
      each.field,
      { description: describeColumn(table, each, []), type: isRequired ? new GraphQLNonNull(type) : type },
    ];
  };
  const what = `\`${definition.table}\``;
  const key = columns.filter(isKey);
  const isPartition = ({ column }: TypedColumn) => column.kind === 'PARTITION_KEY';
  const hasStatic = columns.some(({ column }) => column.kind === 'STATIC');
  // Static columns are changed for a whole partition, without the clustering columns.
  const keyFields = key.map((each) => of(each, isPartition(each) || !hasStatic));
  const setFields = columns.filter((each) => !isKey(each)).map((each) => of(each, false));
  const keyType = make(
    'key',
    `The whole key of a row of ${what}.`,
    Object.fromEntries(key.map((each) => of(each, true))),
  );
  const createUpdate = () => {
    const set = make(
      'set',
      `Columns of ${what} to change: one that is left out stays, null clears it.`,
      Object.fromEntries(setFields),
    );
    const isPartial = hasStatic && definition.clusteringKey.length > 0;
    const updateKey = isPartial
      ? make(
          'updateKey',
          `The key of a row of ${what}; without clustering columns its static columns are changed.`,
          Object.fromEntries(keyFields),
        )
      : keyType;
    return make('update', `A change of a row of ${what}.`, {
      key: { description: 'Which row.', type: new GraphQLNonNull(updateKey) },
      set: { description: 'The columns to change.', type: new GraphQLNonNull(set) },
    });
  };
  return {
    row: make(
      'input',
      `A row of ${what}. A column that is left out is not set; null is the same.`,
      Object.fromEntries(columns.map((each) => of(each, isKey(each)))),
    ),
    key: keyType,
    partialKey: make(
      'partialKey',
      `A leading part of the key of ${what}: the partition key, and clustering columns in their order.`,
      Object.fromEntries(key.map((each) => of(each, isPartition(each)))),
    ),
    /** Absent where there is nothing but the key. */
    update: setFields.length > 0 ? createUpdate() : undefined,
  };
}
