/** `POST`, `PUT`, `PATCH` and `DELETE` on `/v2/keyspaces/{keyspace}/{table}…` */

import { type Call, empty, jsonText, type Reply, ServiceError } from '../core/service.ts';
import { checkWriteSize } from '../cql/read/message-size.ts';
import { jacksonValue } from '../cql/types/java.ts';
import { deleteRows } from '../cql/write/delete.ts';
import { insertRow, updateRow } from '../cql/write/write.ts';
import { type Json, type JsonObject, parseJson, printJson } from '../shared/json.ts';
import { notAnObject } from './jackson.ts';
import { findTableOfRows } from './lookup.ts';
import { keySegment } from './path.ts';
import { mapForm } from './query.ts';
import { readKey, readPayload, withErrorPrefix } from './values.ts';

type Names = readonly string[];

/** Adds a row, or overwrites its columns; answers the payload as sent. */
export async function addRow(call: Call, [keyspace = '', table = '']: Names): Promise<Reply> {
  const body = await call.body();
  const payload = readBody(body);
  const schema = findTableOfRows(call, keyspace, table);
  const values = withErrorPrefix('Invalid path for row to create', () =>
    readPayload(schema, payload, mapForm(call.query)),
  );
  checkWriteSize(schema, values);
  insertRow({ database: call.database, schema }, values);
  return jsonText(201, body);
}

/** PUT and PATCH do the same: they set the given columns. The answer is the payload, printed again. */
export async function replaceRow(call: Call, [keyspace = '', table = '', ...key]: Names): Promise<Reply> {
  const segments = key.map(keySegment);
  const payload = readBody(await call.body());
  const schema = findTableOfRows(call, keyspace, table);
  const form = mapForm(call.query);
  const { values, rowKey } = withErrorPrefix('Invalid path for row to update', () => ({
    values: readPayload(schema, payload, form),
    rowKey: readKey(schema, segments, form),
  }));
  checkWriteSize(schema, [...values, ...rowKey]);
  updateRow({ database: call.database, schema }, values, rowKey);
  const text = printJson(jacksonValue(payload));
  return jsonText(200, call.query.flag('raw') ? text : `{"data":${text}}`);
}

/** Deletes a row, a range or a partition, depending on the path. Maps in keys are in compact form. */
export async function removeRows(call: Call, [keyspace = '', table = '', ...key]: Names): Promise<Reply> {
  const segments = key.map(keySegment);
  const schema = findTableOfRows(call, keyspace, table);
  const rowKey = withErrorPrefix('Invalid path for row to delete', () =>
    readKey(schema, segments, { compactMaps: true }),
  );
  deleteRows({ database: call.database, schema }, rowKey);
  return empty(204);
}

function readBody(text: string): JsonObject {
  const body = parsed(text);
  if (body instanceof Map) return body;
  if (body === null) {
    throw new ServiceError(500, 'Cannot invoke "java.util.Map.size()" because "payloadMap" is null');
  }
  throw invalidPayload(notAnObject(body, MAP_CLASS, text));
}

const MAP_CLASS = 'java.util.LinkedHashMap<java.lang.Object,java.lang.Object>';

function parsed(text: string): Json {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw invalidPayload(error.message);
    throw error;
  }
}

function invalidPayload(problem: string): ServiceError {
  return new ServiceError(400, `Invalid JSON payload: ${problem}`);
}
