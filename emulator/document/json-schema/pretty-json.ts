/** JSON as Jackson's default pretty printer lays it out, for messages that quote what they refuse. */
import { type Json, JsonNumber, printJson } from '../../shared/json.ts';

export function prettyJson(value: Json, indent = ''): string {
  if (value === null || typeof value !== 'object' || value instanceof JsonNumber) return printJson(value);
  if (Array.isArray(value)) {
    return value.length === 0 ? '[ ]' : `[ ${value.map((item) => prettyJson(item, indent)).join(', ')} ]`;
  }
  if (value.size === 0) return '{ }';
  const inner = `${indent}  `;
  const members = [...value].map(([name, member]) => `${inner}${printJson(name)} : ${prettyJson(member, inner)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}
