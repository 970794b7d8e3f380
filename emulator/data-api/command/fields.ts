/** Reads a command out of a body: one member whose name is the command, whose value are its fields. */
import { type Json, JsonNumber, type JsonObject, parseJson } from '../../shared/json.ts';
import { CommandFailure, failed, invalidField, refused, structureMismatch } from './errors.ts';
import type { CommandForm } from './form.ts';
import { checkNumbers } from './number-length.ts';

export interface NamedCommand {
  readonly name: string;
  readonly body: Json;
}

/** @throws CommandFailure - for what is no JSON, or no object with one member */
export function readCommand(text: string): NamedCommand {
  const value = parse(text);
  if (value === null) throw new CommandFailure([invalidField('command', '`null`', 'must not be null')]);
  if (!(value instanceof Map)) {
    throw structureMismatch(
      `Unexpected token (${startToken(value)}), expected START_OBJECT: need JSON Object to contain a command`,
    );
  }
  const [first, second] = value;
  if (!first)
    throw structureMismatch(
      'Unexpected token (END_OBJECT), expected FIELD_NAME: need JSON String that names a command',
    );
  if (second)
    throw structureMismatch('Unexpected token (FIELD_NAME), expected END_OBJECT: expected closing END_OBJECT');
  return { name: first[0], body: first[1] };
}

function parse(text: string): Json {
  const json = text.replace(/^\ufeff/, '');
  if (json.trim() === '') return null;
  try {
    const value = parseJson(json, { strictMembers: true });
    checkNumbers(json, value);
    return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message = `Request not valid JSON, problem: ${error.message}.\n\nResend request as valid JSON.`;
    throw refused('', 'REQUEST_NOT_JSON', message, 'Request not valid JSON');
  }
}

/** The fields of a command and its options. @throws CommandFailure - for a field or an option that it does not know */
export function readFields(name: string, body: Json, form: CommandForm): { fields: JsonObject; options: JsonObject } {
  if (!(body instanceof Map))
    throw structureMismatch(`Cannot deserialize value of type \`${name}\` from ${startToken(body)}`);
  const known = form.options ? [...form.fields, 'options'] : form.fields;
  checkKnown(body, known);
  if (!form.options) return { fields: body, options: new Map() };
  const fields: JsonObject = new Map([...body].filter(([field]) => field !== 'options'));
  return { fields, options: readOptions(name, body.get('options') ?? null, form) };
}

function readOptions(name: string, sent: Json, { options: known = [], aliases = {} }: CommandForm): JsonObject {
  if (sent === null) return new Map();
  if (!(sent instanceof Map)) {
    throw structureMismatch(`Cannot deserialize value of type \`${name}Options\` from ${startToken(sent)}`);
  }
  const options: JsonObject = new Map([...sent].map(([option, value]) => [aliases[option] ?? option, value]));
  if (known.length > 0) checkKnown(options, known);
  else if (options.size > 0) {
    const message = `Command '${name}' does not accept options but some were included.\n\nResend command without options.`;
    throw refused('', 'COMMAND_ACCEPTS_NO_OPTIONS', message);
  }
  return options;
}

/** @throws CommandFailure - for the first member that is not one of these */
export function checkKnown(members: JsonObject, known: readonly string[]): void {
  const stranger = [...members.keys()].find((name) => !known.includes(name));
  if (stranger === undefined) return;
  const names = known.toSorted().map((name) => `'${name}'`);
  const message = `Command field '${stranger}' not recognized: not one of known fields (${names.join(', ')}).\n\nResend command with valid command fields.`;
  throw refused('', 'COMMAND_FIELD_UNKNOWN', message);
}

/**
 * A text as Jackson reads one: scalars count as their text.
 *
 * @returns `undefined` for a field that is missing or null
 * @throws CommandFailure - for an object or a list
 */
export function textField(fields: JsonObject, name: string): string | undefined {
  const value = fields.get(name) ?? null;
  if (value === null) return undefined;
  if (value instanceof JsonNumber) return value.text;
  if (typeof value === 'object')
    throw structureMismatch(`Cannot deserialize value of type \`java.lang.String\` from ${kindOf(value)} value`);
  return String(value);
}

/** @throws CommandFailure - for what is missing or empty */
export function requiredTextField(fields: JsonObject, name: string, problem = 'must not be empty'): string {
  const text = textField(fields, name);
  if (text) return text;
  const value = text === undefined ? '`null`' : JSON.stringify(text);
  throw new CommandFailure([invalidField(`command.${name}`, value, problem)]);
}

/** @throws CommandFailure - for what is no object; `undefined` for a field that is missing or null */
export function objectField(fields: JsonObject, name: string): JsonObject | undefined {
  const value = fields.get(name) ?? null;
  if (value === null || value instanceof Map) return value ?? undefined;
  throw structureMismatch(`Cannot construct instance of \`${name}\` from ${kindOf(value)} value`);
}

/** As Jackson reads a boolean: `"true"` counts, in any case; `undefined` for a field that is missing or null. */
export function booleanField(fields: JsonObject, name: string): boolean | undefined {
  const value = fields.get(name) ?? null;
  if (value === null) return undefined;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  if (value instanceof JsonNumber && value.isInteger) return Number(value.text) !== 0;
  throw structureMismatch(`Cannot deserialize value of type \`boolean\` from ${kindOf(value)} value`);
}

const MAX_INTEGER = 2 ** 31;

/**
 * A whole number as Jackson reads one: fractions are cut off, text of digits counts, empty text is none.
 *
 * @returns `undefined` for a field that is missing or null
 * @throws CommandFailure - for anything else, and for what exceeds 32 bits
 */
export function integerField(fields: JsonObject, name: string): number | undefined {
  const value = fields.get(name) ?? null;
  const text = value instanceof JsonNumber ? value.text : typeof value === 'string' ? value.trim() : undefined;
  if (value === null || text === '') return undefined;
  if (text === undefined || (typeof value === 'string' && !/^[+-]?\d+$/.test(text)))
    throw structureMismatch(`Cannot deserialize value of type \`java.lang.Integer\` from ${kindOf(value)} value`);
  const number = Math.trunc(Number(text));
  if (number < MAX_INTEGER && number >= -MAX_INTEGER) return number;
  throw failed('', 'UNEXPECTED_SERVER_ERROR', `Numeric value (${text}) out of range of \`int\``);
}

/** What messages call the kind of a value. */
export function kindOf(value: Json): 'Null' | 'Boolean' | 'String' | 'Number' | 'Array' | 'Object' {
  if (value === null) return 'Null';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'string') return 'String';
  if (value instanceof JsonNumber) return 'Number';
  return Array.isArray(value) ? 'Array' : 'Object';
}

function startToken(value: Json): string {
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  if (value instanceof JsonNumber) return value.isInteger ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
  return {
    Null: 'VALUE_NULL',
    String: 'VALUE_STRING',
    Array: 'START_ARRAY',
    Object: 'START_OBJECT',
    Boolean: '',
    Number: '',
  }[kindOf(value)];
}
