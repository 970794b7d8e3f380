/** Reads the conditions on one path of a `where`: operators with operands, and a selectivity. */
import { type Json, JsonNumber, type JsonObject, printJson } from '../../shared/json.ts';
import type { LeafValue } from '../storage/leaf.ts';
import { badRequest } from '../values/errors.ts';
import { asParsed, toDouble } from '../values/numbers.ts';
import type { ComparisonOperator, LeafCondition, Operator } from './condition.ts';

export interface FieldConditions {
  readonly conditions: readonly LeafCondition[];
  /** Only a hint; default 1. */
  readonly selectivity: number;
}

const SELECTIVITY = '$selectivity';
const COMPARISONS: readonly string[] = ['$eq', '$ne', '$lt', '$lte', '$gt', '$gte'];

/**
 * @param field - the last step of the path, for messages
 * @throws 400 unless the value is an object of known operators with valid operands
 */
export function parseConditions(value: Json, field: string): FieldConditions {
  const selectivity = value instanceof Map ? readSelectivity(value) : undefined;
  if (!(value instanceof Map)) throw badRequest('A filter operation and value resolved as invalid.');
  const conditions = [...value].filter(([name]) => name !== SELECTIVITY).map(([name, operand]) => read(name, operand));
  checkTypes(conditions, field);
  if (selectivity !== undefined) checkSelectivity(conditions, field);
  return { conditions, selectivity: selectivity ?? 1 };
}

function readSelectivity(operators: JsonObject): number | undefined {
  const value = operators.get(SELECTIVITY);
  if (value === undefined) return undefined;
  if (value instanceof JsonNumber) return toDouble(value);
  const complaint = `Selectivity hint does not support the provided value ${printJson(asParsed(value))}`;
  throw badRequest(`${complaint} (expecting a number)`);
}

function read(name: string, operand: Json): LeafCondition {
  const condition = readComparison(name, operand) ?? readList(name, operand) ?? readExists(name, operand);
  if (condition) return condition;
  const isKnown = COMPARISONS.includes(name) || ['$in', '$nin', '$exists'].includes(name);
  throw badRequest(
    isKnown
      ? `Operation '${name}' does not support the provided value ${prettyJson(asParsed(operand))}.`
      : `Operation '${name}' is not supported.`,
  );
}

function readComparison(name: string, operand: Json): LeafCondition | undefined {
  if (!COMPARISONS.includes(name)) return undefined;
  const operator = name as ComparisonOperator;
  if (operand instanceof JsonNumber) return { operator, operand: toDouble(operand) };
  return typeof operand === 'string' || typeof operand === 'boolean' ? { operator, operand } : undefined;
}

function readList(name: string, operand: Json): LeafCondition | undefined {
  if ((name !== '$in' && name !== '$nin') || !Array.isArray(operand)) return undefined;
  const values = operand.map((item) => listItem(name, item));
  if (values.length === 0) throw badRequest(`Operation ${name} was expecting a non-empty list`);
  return { operator: name, operand: values };
}

function listItem(name: Operator, item: Json): LeafValue {
  if (item instanceof JsonNumber) return toDouble(item);
  if (item === null || typeof item !== 'object') return item;
  const [operation, kind] = [name.slice(1).toUpperCase(), Array.isArray(item) ? 'ARRAY' : 'OBJECT'];
  throw badRequest(`Operation ${operation} was not expecting a list containing a ${kind} node type.`);
}

function readExists(name: string, operand: Json): LeafCondition | undefined {
  return name === '$exists' && typeof operand === 'boolean' ? { operator: name, operand } : undefined;
}

/** All comparisons on one path must have operands of one type. */
function checkTypes(conditions: readonly LeafCondition[], field: string): void {
  const NAMES = { string: 'String', number: 'Number', boolean: 'Boolean' } as const;
  const types = new Set<string>();
  for (const { operator, operand } of conditions) {
    if (operator !== '$exists' && typeof operand !== 'object') types.add(NAMES[typeof operand as keyof typeof NAMES]);
  }
  if (types.size <= 1) return;
  throw badRequest(
    `Filter conditions for field '${field}' imply incompatible types: ${[...types].sort().reverse().join(', ')}`,
  );
}

function checkSelectivity(conditions: readonly LeafCondition[], field: string): void {
  if (conditions.length === 0) throw badRequest(`Field '${field}' has a selectivity hint but no condition`);
  if (conditions.length === 1) return;
  const complaint = 'Specifying multiple filter conditions in the same JSON block with a selectivity hint';
  const advice = `Combine them using "$and" to disambiguate. Related field: '${field}')`;
  throw badRequest(`${complaint} is not supported. ${advice}`);
}

/** JSON as Jackson's default pretty printer lays it out. */
function prettyJson(value: Json, indent = ''): string {
  if (value === null || typeof value !== 'object' || value instanceof JsonNumber) return printJson(value);
  if (Array.isArray(value)) {
    return value.length === 0 ? '[ ]' : `[ ${value.map((item) => prettyJson(item, indent)).join(', ')} ]`;
  }
  if (value.size === 0) return '{ }';
  const inner = `${indent}  `;
  const members = [...value].map(([name, member]) => `${inner}${printJson(name)} : ${prettyJson(member, inner)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}
