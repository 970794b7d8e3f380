/** Inputs for conditions and orders: a table's filter has a field for each column that CQL can search, with the operators that it can answer. */
import {
  type GraphQLEnumType,
  type GraphQLInputFieldConfig,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
} from 'graphql';
import type { CqlType, Index, TypedColumn, TypedTable } from '../../resolvers/typed/model.ts';
import { TABLE_SUFFIXES } from '../../resolvers/typed/names.ts';
import { type Operator, operatorsOf } from '../../resolvers/typed/operators.ts';
import type { GraphTypes } from './types.ts';

const DESCRIPTIONS: Readonly<Record<Operator, string>> = {
  eq: 'The value is this one.',
  in: 'The value is one of these. With an empty list there is no such row, and nothing is asked upstream.',
  lt: 'The value is less than this one.',
  lte: 'The value is this one or less.',
  gt: 'The value is greater than this one.',
  gte: 'The value is this one or greater.',
  contains: 'The list, set or map holds this value.',
  containsKey: 'The map holds this key.',
  containsEntry: 'The map holds this entry.',
};

export interface Filters {
  /** Those of another keyspace in the same schema. */
  ofKeyspace(types: GraphTypes): Filters;
  /** `t_filter`; absent for a table that no condition can be asked of. */
  filter(table: TypedTable, indexes: readonly Index[]): GraphQLInputObjectType | undefined;
  /** `t_order`; absent for a table without clustering columns. */
  order(table: TypedTable): GraphQLInputObjectType | undefined;
}

/** @param comparisons - those that the schema has already, by name */
export function createFilters(
  types: GraphTypes,
  sortOrder: GraphQLEnumType,
  comparisons = new Map<string, GraphQLInputObjectType>(),
): Filters {
  function comparison(type: CqlType, operators: readonly Operator[]): GraphQLInputObjectType {
    const name = `compare_${types.nameOf(type, true)}_${operators.join('_').replace('lt_lte_gt_gte', 'range')}`;
    const known = comparisons.get(name);
    if (known) return known;
    const made = new GraphQLInputObjectType({
      name,
      description: 'Conditions on one column, which must all hold. At least one is given, and none may be null.',
      fields: () =>
        Object.fromEntries(
          operators.map((operator): [string, GraphQLInputFieldConfig] => [
            operator,
            { description: DESCRIPTIONS[operator], type: operand(type, operator) },
          ]),
        ),
    });
    comparisons.set(name, made);
    return made;
  }

  function operand(type: CqlType, operator: Operator): GraphQLInputType {
    switch (operator) {
      case 'in':
        return new GraphQLList(new GraphQLNonNull(types.input(type)));
      case 'contains':
        return types.input(type.kind === 'map' ? type.value : elementOf(type));
      case 'containsKey':
        return types.input(type.kind === 'map' ? type.key : type);
      case 'containsEntry':
        return entryOf(types.input(type));
      default:
        return types.input(type);
    }
  }

  return {
    ofKeyspace: (others) => createFilters(others, sortOrder, comparisons),
    filter(table, indexes) {
      const fields = table.columns.flatMap(({ column, field, type }): [string, GraphQLInputFieldConfig][] => {
        const operators = operatorsOf(
          column,
          type,
          indexes.filter((index) => index.column === column.name),
        );
        if (operators.length === 0) return [];
        return [[field, { description: `Conditions on \`${column.name}\`.`, type: comparison(type, operators) }]];
      });
      if (fields.length === 0) return undefined;
      return new GraphQLInputObjectType({
        name: `${table.name}${TABLE_SUFFIXES.filter}`,
        description: `What rows of \`${table.table.table}\` must meet, all of it. Columns that no key and no index leads to are not here.`,
        fields: Object.fromEntries(fields),
      });
    },
    order(table) {
      const clustering = new Map(table.table.clusteringKey.map((each) => [each.name, each.order]));
      const columns = table.columns.filter(({ column }) => clustering.has(column.name));
      if (columns.length === 0) return undefined;
      return new GraphQLInputObjectType({
        name: `${table.name}${TABLE_SUFFIXES.order}`,
        description: `An order of rows of \`${table.table.table}\` within a partition, by one clustering column.`,
        fields: Object.fromEntries(
          columns.map((each) => [each.field, orderField(each, sortOrder, clustering.get(each.column.name))]),
        ),
      });
    },
  };
}

function orderField({ column }: TypedColumn, type: GraphQLEnumType, stored = 'ASC'): GraphQLInputFieldConfig {
  return { description: `By \`${column.name}\`, which is stored ${stored}.`, type };
}

function elementOf(type: CqlType): CqlType {
  return type.kind === 'list' || type.kind === 'set' ? type.element : type;
}

/** The input of one entry, from that of a map, which is a list of them. */
function entryOf(map: GraphQLInputType): GraphQLInputType {
  return map instanceof GraphQLList && map.ofType instanceof GraphQLNonNull ? map.ofType.ofType : map;
}
