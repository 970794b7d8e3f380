/** Validates a document by a JSON schema (draft 4). */
import { type Json, type JsonObject, printJson } from '../../shared/json.ts';
import { valueAt } from '../values/json-pointer.ts';
import { KEYWORDS } from './schema-keywords.ts';

/** An unresolved or circular reference. */
export class DeadReference extends Error {
  override readonly name = 'DeadReference';
}

/**
 * @returns the faults of the value. Members of a value that fails itself are not checked.
 * @throws DeadReference - only if validating the document follows such a reference
 */
export function validate(root: JsonObject, value: Json): string[] {
  return visit(root, value, []);

  function visit(schema: Json, instance: Json, followed: readonly string[]): string[] {
    if (!(schema instanceof Map)) return [];
    const reference = schema.get('$ref');
    if (typeof reference === 'string') return follow(reference, instance, followed);
    const faults = [...ownFaults(schema, instance), ...combinedFaults(schema, instance, followed)];
    if (faults.length > 0) return faults;
    if (Array.isArray(instance)) return instance.flatMap((item, index) => visit(itemSchema(schema, index), item, []));
    if (!(instance instanceof Map)) return [];
    const inOrder = [...instance].sort(([left], [right]) => (left < right ? -1 : 1));
    return inOrder.flatMap(([name, member]) => memberSchemas(schema, name).flatMap((one) => visit(one, member, [])));
  }

  function follow(reference: string, instance: Json, followed: readonly string[]): string[] {
    const target = reference.startsWith('#') ? valueAt(root, decodeFragment(reference.slice(1))) : undefined;
    if (target === undefined || followed.includes(reference)) throw new DeadReference(reference);
    return visit(target, instance, [...followed, reference]);
  }

  /** The faults by keywords that apply other schemas to the same value. */
  function combinedFaults(schema: JsonObject, instance: Json, followed: readonly string[]): string[] {
    const visitSame = (one: Json) => visit(one, instance, followed);
    const all = listOf(schema.get('allOf')).flatMap(visitSame);
    const any = listOf(schema.get('anyOf')).map(visitSame);
    const one = listOf(schema.get('oneOf')).map(visitSame);
    const not = schema.get('not');
    const matched = one.filter(isEmpty).length;
    const isForbidden = not !== undefined && isEmpty(visitSame(not));
    return [
      ...all,
      ...complainIf(any.length > 0 && !any.some(isEmpty), 'instance failed to match at least one required schema'),
      ...complainIf(
        one.length > 0 && matched !== 1,
        `instance failed to match exactly one schema (matched ${matched})`,
      ),
      ...complainIf(isForbidden, 'instance matched a schema which it should not have'),
      ...dependencyFaults(schema, instance, followed),
    ];
  }

  function dependencyFaults(schema: JsonObject, instance: Json, followed: readonly string[]): string[] {
    if (!(instance instanceof Map)) return [];
    return membersOf(schema.get('dependencies')).flatMap(([name, wanted]) => {
      if (!instance.has(name)) return [];
      if (!Array.isArray(wanted)) return visit(wanted, instance, followed);
      const absent = wanted.filter((other) => !instance.has(String(other)));
      const detail = `(schema requires ${printJson(wanted)}; missing: ${printJson(absent)})`;
      const complaint = `property "${name}" of object has missing property dependencies ${detail}`;
      return complainIf(absent.length > 0, complaint);
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

/** The faults of additional members and elements that the schema forbids. */
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

function isEmpty(faults: readonly string[]): boolean {
  return faults.length === 0;
}

function complainIf(isFaulty: boolean, complaint: string): string[] {
  return isFaulty ? [complaint] : [];
}

/** A fragment with invalid escapes stays unchanged, and matches nothing. */
function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
