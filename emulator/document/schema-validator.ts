/** Validates a document by a JSON schema (draft 4). */
import { type Json, type JsonObject, printJson } from '../json.ts';
import { at } from './json-pointer.ts';
import { KEYWORDS } from './schema-keywords.ts';

/** A reference that leads nowhere, or in circles. */
export class DeadReference extends Error {
  override readonly name = 'DeadReference';
}

/**
 * @returns what is wrong with the value, nothing when it is valid. Members of a value that fails by itself are not looked at.
 * @throws DeadReference - only if the document makes the schema follow such a reference
 */
export function validate(root: JsonObject, value: Json): string[] {
  return visit(root, value, []);

  function visit(schema: Json, instance: Json, followed: readonly string[]): string[] {
    if (!(schema instanceof Map)) return [];
    const reference = schema.get('$ref');
    if (typeof reference === 'string') return follow(reference, instance, followed);
    const faults = [...ownFaults(schema, instance), ...combinedFaults(schema, instance)];
    if (faults.length > 0) return faults;
    if (Array.isArray(instance)) return instance.flatMap((item, index) => visit(itemSchema(schema, index), item, []));
    if (!(instance instanceof Map)) return [];
    const inOrder = [...instance].sort(([left], [right]) => (left < right ? -1 : 1));
    return inOrder.flatMap(([name, member]) => memberSchemas(schema, name).flatMap((one) => visit(one, member, [])));
  }

  function follow(reference: string, instance: Json, followed: readonly string[]): string[] {
    const target = reference.startsWith('#') ? at(root, decodeURIComponent(reference.slice(1))) : undefined;
    if (target === undefined || followed.includes(reference)) throw new DeadReference(reference);
    return visit(target, instance, [...followed, reference]);
  }

  function combinedFaults(schema: JsonObject, instance: Json): string[] {
    const branches = (keyword: string) => listOf(schema.get(keyword)).map((one) => visit(one, instance, []));
    const faults = branches('allOf').flat();
    const any = branches('anyOf');
    if (any.length > 0 && any.every(isFailed)) faults.push('instance failed to match at least one required schema');
    const one = branches('oneOf');
    const matched = one.filter((branch) => !isFailed(branch)).length;
    if (one.length > 0 && matched !== 1)
      faults.push(`instance failed to match exactly one schema (matched ${matched} out of ${one.length})`);
    const not = schema.get('not');
    if (not !== undefined && visit(not, instance, []).length === 0)
      faults.push('instance matched a schema which it should not have');
    return [...faults, ...dependencyFaults(schema, instance)];
  }

  function dependencyFaults(schema: JsonObject, instance: Json): string[] {
    const dependencies = schema.get('dependencies');
    if (!(instance instanceof Map) || !(dependencies instanceof Map)) return [];
    return [...dependencies].flatMap(([name, wanted]) => {
      if (!instance.has(name)) return [];
      if (!Array.isArray(wanted)) return visit(wanted, instance, []);
      const absent = wanted.filter((other) => !instance.has(String(other)));
      if (absent.length === 0) return [];
      const detail = `(schema requires ${printJson(wanted)}; missing: ${printJson(absent)})`;
      return [`property "${name}" of object has missing property dependencies ${detail}`];
    });
  }
}

function ownFaults(schema: JsonObject, value: Json): string[] {
  const faults = [...schema].flatMap(([name, operand]) => {
    const message = KEYWORDS.get(name)?.(operand, value, schema);
    return message ? [message] : [];
  });
  return [...faults, ...surplusFaults(schema, value)];
}

/** Members and elements that the schema does not name and does not allow. */
function surplusFaults(schema: JsonObject, value: Json): string[] {
  if (value instanceof Map && schema.get('additionalProperties') === false) {
    const surplus = [...value.keys()].filter((name) => namedSchemas(schema, name).length === 0);
    if (surplus.length > 0) {
      return [`object instance has properties which are not allowed by the schema: ${JSON.stringify(surplus)}`];
    }
  }
  const items = schema.get('items');
  const isTooLong = Array.isArray(value) && Array.isArray(items) && value.length > items.length;
  if (!isTooLong || schema.get('additionalItems') !== false) return [];
  return [`array has too many elements (${value.length}, maximum: ${items.length})`];
}

function itemSchema(schema: JsonObject, index: number): Json {
  const items = schema.get('items') ?? null;
  return Array.isArray(items) ? (items[index] ?? schema.get('additionalItems') ?? null) : items;
}

function memberSchemas(schema: JsonObject, name: string): Json[] {
  const named = namedSchemas(schema, name);
  return named.length > 0 ? named : [schema.get('additionalProperties') ?? null];
}

function namedSchemas(schema: JsonObject, name: string): Json[] {
  const own = membersOf(schema.get('properties')).filter(([key]) => key === name);
  const byPattern = membersOf(schema.get('patternProperties')).filter(([key]) => new RegExp(key).test(name));
  return [...own, ...byPattern].map(([, member]) => member);
}

function membersOf(value: Json | undefined): [string, Json][] {
  return value instanceof Map ? [...value] : [];
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function isFailed(faults: readonly string[]): boolean {
  return faults.length > 0;
}
