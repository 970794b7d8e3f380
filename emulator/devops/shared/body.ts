/** Reads members of request bodies; all throw 400 for a value of the wrong type. */
import { devopsBadRequest } from './devops-error.ts';

/** @param name - the name of the value in messages */
export function toMembers(value: unknown, name = 'the body'): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw devopsBadRequest(`${name} is not an object`);
  return value as Record<string, unknown>;
}

export function requiredText(members: Record<string, unknown>, name: string): string {
  const value = optionalText(members, name);
  if (!value) throw devopsBadRequest(`${name} is missing`);
  return value;
}

/** `null` counts as absent. */
export function optionalText(members: Record<string, unknown>, name: string): string | undefined {
  const value = members[name] ?? undefined;
  if (value !== undefined && typeof value !== 'string') throw devopsBadRequest(`${name} is not a string`);
  return value;
}

export function requiredInteger(members: Record<string, unknown>, name: string): number {
  const value = members[name];
  if (!Number.isInteger(value)) throw devopsBadRequest(`${name} is not an integer`);
  return value as number;
}

export function requiredTexts(members: Record<string, unknown>, name: string): string[] {
  const value = members[name];
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (!isTexts) throw devopsBadRequest(`${name} is not an array of strings`);
  return value;
}
