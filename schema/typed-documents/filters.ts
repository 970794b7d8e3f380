/** Inputs for conditions on described paths. */
import {
  GraphQLBoolean,
  type GraphQLInputFieldConfig,
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
} from 'graphql';
import { objectName } from '../../resolvers/typed-documents/collections.ts';
import { type DocumentOperator, documentOperators } from '../../resolvers/typed-documents/filter.ts';
import type { DescribedField, DescribedType, ValueType } from '../../resolvers/typed-documents/model.ts';
import { describeField } from './describe-field.ts';
import type { DocumentTypes } from './types.ts';

const DESCRIPTIONS: Readonly<Record<DocumentOperator, string>> = {
  eq: 'The value is this one; with null: the value is null.',
  ne: 'The value is another one, or there is none; with null: the value is not null, or there is none.',
  in: 'The value is one of these. With an empty list nothing is found, and nothing is asked upstream.',
  nin: 'The value is none of these, or there is none.',
  lt: 'The value is less than this one.',
  lte: 'The value is this one or less.',
  gt: 'The value is greater than this one.',
  gte: 'The value is this one or greater.',
  exists: 'Whether there is a value. Null is one.',
};

/** Makes `t_filter` of each type. Lists of scalars have no conditions. @param comparisons - those that the schema has already, by name */
export function createDocumentFilters(
  described: readonly DescribedType[],
  types: DocumentTypes,
  comparisons: Map<string, GraphQLInputObjectType>,
) {
  const nested = new Map(described.map((type) => [type.name, create(type)]));

  function create({ name, fields }: DescribedType): GraphQLInputObjectType {
    const filter: GraphQLInputObjectType = new GraphQLInputObjectType({
      name: `${name}_filter`,
      description: `What a \`${name}\` must meet, all of it. At least one condition is given.`,
      fields: () => ({ ...Object.fromEntries(fields.flatMap(toField)), ...joins(filter) }),
    });
    return filter;
  }

  function toField(field: DescribedField): [string, GraphQLInputFieldConfig][] {
    const type = conditionType(field.type);
    return type ? [[field.name, { description: describeField(field), type }]] : [];
  }

  function conditionType(type: ValueType): GraphQLInputObjectType | undefined {
    if (type.kind === 'scalar') return comparison(type);
    return nested.get(objectName(type) ?? '');
  }

  function comparison(type: Extract<ValueType, { kind: 'scalar' }>): GraphQLInputObjectType {
    const known = comparisons.get(type.name);
    if (known) return known;
    const scalar = types.scalar(type.name);
    const operand = (operator: DocumentOperator) => {
      if (operator === 'exists') return GraphQLBoolean;
      return operator === 'in' || operator === 'nin' ? new GraphQLList(scalar) : scalar;
    };
    const made = new GraphQLInputObjectType({
      name: `compare_value_${type.name}`,
      description: 'Conditions on one value of a document, which must all hold. At least one is given.',
      fields: Object.fromEntries(
        documentOperators(type).map((operator) => [
          operator,
          { description: DESCRIPTIONS[operator], type: operand(operator) },
        ]),
      ),
    });
    comparisons.set(type.name, made);
    return made;
  }

  return { create };
}

function joins(filter: GraphQLInputObjectType): GraphQLInputFieldConfigMap {
  const several = new GraphQLList(new GraphQLNonNull(filter));
  return {
    _and: { description: 'All of these hold.', type: several },
    _or: { description: 'At least one of these holds.', type: several },
    _not: {
      description: 'This does not hold. The operators are turned round, as in the universal graph.',
      type: filter,
    },
  };
}
