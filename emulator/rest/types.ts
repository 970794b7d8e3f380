/** `/v2/schemas/keyspaces/{keyspace}/types` */
import type { UserDefinedType } from '../core/catalog.ts';
import { type Call, empty, json, type Reply, ServiceError } from '../core/service.ts';
import { addField, createType, dropType, type FieldPlan, renameFields, type TypePlan } from '../cql/ddl/define-type.ts';
import { byName } from '../cql/types/name.ts';
import { parseType } from '../cql/types/type.ts';
import { type Json, type JsonObject, parseJson } from '../shared/json.ts';
import { locationText } from '../shared/json-error.ts';
import { asObject, booleanMember, listMember, readDto, textMember, validationError } from './dto.ts';
import { notAnObject } from './jackson.ts';
import { wrapData } from './lookup.ts';

type Names = readonly string[];

/** Sorted by name; empty for a missing keyspace. */
export async function listTypes(call: Call, [keyspace = '']: Names): Promise<Reply> {
  call.authorize();
  const types = Object.values(call.database.catalog.keyspace(keyspace)?.types ?? {}).sort(byName);
  return json(
    200,
    wrapData(
      call,
      types.map((type) => typeJson(keyspace, type)),
    ),
  );
}

export async function readType(call: Call, [keyspace = '', name = '']: Names): Promise<Reply> {
  call.authorize();
  const types = call.database.catalog.keyspace(keyspace)?.types ?? {};
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (!type) throw new ServiceError(404, `No definition found for UDT '${name}' (keyspace '${keyspace}')`);
  return json(200, wrapData(call, typeJson(keyspace, type)));
}

export async function addType(call: Call, [keyspace = '']: Names): Promise<Reply> {
  const plan = readTypePlan(keyspace, readStrictDto(await call.body()));
  call.authorize();
  createType(call.database, plan);
  return json(201, { name: plan.name });
}

/** Reads the body that creates a type. */
export function readTypePlan(keyspace: string, dto: JsonObject): TypePlan {
  const name = textMember(dto, 'name');
  const fields = listMember(dto, 'fields');
  const ifNotExists = booleanMember(dto, 'ifNotExists');
  if (!name) throw new ServiceError(400, 'typeName must be provided');
  if (!fields) throw new ServiceError(500, 'Cannot invoke "java.util.List.iterator()" because "fields" is null');
  if (fields.length === 0) throw new ServiceError(400, 'There should be at least one field defined');
  return { keyspace, name, fields: fields.map(readField), ifNotExists };
}

/** Adds fields one by one, then renames fields all at once. */
export async function replaceType(call: Call, [keyspace = '']: Names): Promise<Reply> {
  const dto = readDto(await call.body());
  const name = textMember(dto, 'name');
  const added = listMember(dto, 'addFields') ?? [];
  const renamed = (listMember(dto, 'renameFields') ?? []).map(asObject);
  if (!name?.trim()) throw validationError('UserDefinedTypeUpdate.name must be provided');
  if (added.length + renamed.length === 0) {
    throw new ServiceError(400, 'addFields and/or renameFields is required to update an UDT');
  }
  const fields = added.map(readField);
  const renames = renamed.map(readRename);
  call.authorize();
  for (const field of fields) addField(call.database, keyspace, name, field);
  if (renames.length > 0) renameFields(call.database, keyspace, name, renames);
  return empty(200);
}

export async function removeType(call: Call, [keyspace = '', name = '']: Names): Promise<Reply> {
  call.authorize();
  dropType(call.database, keyspace, name);
  return empty(204);
}

function typeJson(keyspace: string, { name, fields }: UserDefinedType): unknown {
  return { name, keyspace, fields: fields.map((field) => ({ name: field.name, typeDefinition: field.type })) };
}

const MEMBERS = ['fields', 'ifNotExists', 'name'];
const CLASS = 'io.stargate.sgv2.restapi.service.models.Sgv2UDTAddRequest';

/** Unlike other bodies, the service reads this one itself, and rejects unknown members. */
function readStrictDto(text: string): JsonObject {
  try {
    const body = parseJson(text);
    if (body === null) throw new ServiceError(500, `Cannot invoke "${CLASS}.name()" because "udtAdd" is null`);
    if (!(body instanceof Map)) throw new SyntaxError(notAnObject(body, CLASS, text));
    const unknown = [...body.keys()].find((name) => !MEMBERS.includes(name));
    if (unknown === undefined) return body;
    throw new SyntaxError(
      `Unrecognized field "${unknown}" (class ${CLASS}), not marked as ignorable (3 known properties: "fields", "ifNotExists", "name"])\n at ${locationText(text, text.trimEnd().length)} (through reference chain: ${CLASS}["${unknown}"])`,
    );
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ServiceError(400, `Invalid JSON payload: ${error.message}`);
  }
}

function readField(item: Json): FieldPlan {
  const dto = item instanceof Map ? item : undefined;
  const name = dto && textMember(dto, 'name');
  const type = dto && textMember(dto, 'typeDefinition');
  if (!name || !type) throw new ServiceError(400, "Field 'name' and 'typeDefinition' must be provided");
  return { name, type: parseType(type) };
}

function readRename(dto: JsonObject): { from: string; to: string } {
  const [from, to] = [textMember(dto, 'from'), textMember(dto, 'to')];
  if (from === undefined || to === undefined) throw new ServiceError(500, null);
  return { from, to };
}
