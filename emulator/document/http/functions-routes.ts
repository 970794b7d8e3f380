/** POST …/function: `$push` and `$pop` on lists, `$set` of several paths at once. */

import type { Call, Reply } from '../../core/service.ts';
import { invalidArgument } from '../../cql/types/refusal.ts';
import { type Json, type JsonObject, printJson } from '../../shared/json.ts';
import { checkDocument } from '../json-schema/json-schema.ts';
import { splitFieldPath } from '../search/fields.ts';
import { readDocument } from '../search/read.ts';
import { type Collection, requireCollection } from '../storage/collection-table.ts';
import { remainingSeconds } from '../storage/lifetime.ts';
import { shred } from '../storage/shred.ts';
import { type DocumentTarget, replace, replaceAll } from '../storage/write.ts';
import { badRequest, invalidRequest, serverFault } from '../values/errors.ts';
import { asParsed } from '../values/numbers.ts';
import { javaSplit, type Path, toStoredStep, toStoredSteps } from '../values/path.ts';
import { decodeSteps } from './address.ts';
import { readMembers, readTextMember } from './body.ts';
import { answerRead } from './envelope.ts';
import { documentNotFound } from './reading-routes.ts';
import { rejectIfAny } from './routing.ts';
import { checkedLeaves, type DocumentAddress, documentTarget } from './writing-routes.ts';

/** The arguments of a function. Its writes keep the TTL of the document. */
interface Work {
  readonly table: Collection;
  readonly target: DocumentTarget;
  readonly steps: readonly string[];
  /** `undefined` for a call without a value. */
  readonly value: Json | undefined;
}

const FUNCTIONS: Readonly<Record<string, (work: Work) => Json>> = { $pop: pop, $push: push, $set: setPaths };

export async function callFunction(call: Call, target: DocumentAddress): Promise<Reply> {
  const steps = decodeSteps(target.segments);
  const members = await readMembers(call, ['operation', 'value']);
  if (!members) throw invalidRequest('payload not provided');
  const run = requireFunction(members);
  const table = requireCollection(call, target.namespace, target.collection);
  const data = run({ table, target: documentTarget(call, table, target.id), steps, value: members.get('value') });
  return answerRead(call, { documentId: target.id, data });
}

function requireFunction(members: JsonObject): (work: Work) => Json {
  const operation = readTextMember(members, 'operation');
  const known = operation !== undefined && Object.hasOwn(FUNCTIONS, operation) ? FUNCTIONS[operation] : undefined;
  rejectIfAny(
    (operation ?? '').trim() === '' && '`operation` is required for function execution',
    operation !== undefined && !known && 'available built-in functions are [$pop, $push, $set]',
  );
  return known as (work: Work) => Json;
}

/** Appends the value as one element. The answer contains the value as sent. */
function push(work: Work): Json {
  const list = requireList(work, 'push to');
  const longer = [...list, work.value ?? null];
  replaceList(work, longer);
  return [...list, asParsed(work.value ?? null)];
}

/** Answers the removed element. */
function pop(work: Work): Json {
  const list = requireList(work, 'pop from');
  const last = list.at(-1);
  if (last === undefined) throw badRequest('No data available to pop.');
  replaceList(work, list.slice(0, -1));
  return last;
}

/** The keys of the value are dotted paths. The removed paths respect backslash escapes, the added ones do not. */
function setPaths({ table, target, steps, value }: Work): Json {
  const base = steps.map(toStoredSteps);
  checkDocument(table, value ?? null, true);
  if (value === undefined) {
    const call = 'com.fasterxml.jackson.databind.JsonNode.fieldNames()';
    throw serverFault(`Cannot invoke "${call}" because "payload" is null`);
  }
  if (!(value instanceof Map)) {
    throw badRequest('Using dotted-path JSON processing requires a JSON object at root');
  }
  const removed = [...value.keys()].map((key): Path => [...base, ...splitFieldPath(key)]);
  const added = [...value].flatMap(([key, member]) =>
    shred(member, [...base, ...javaSplit(key, '.').map(toStoredStep)]),
  );
  if (value.size === 0) throw invalidArgument('No queries in batch');
  replaceAll(target, removed, added, remainingSeconds(target.leaves, target.id));
  return null;
}

function requireList({ target, steps }: Work, purpose: string): Json[] {
  const found = readDocument(target.leaves, target.id, steps, []);
  if (found === undefined) throw documentNotFound(target.id, steps);
  if (Array.isArray(found)) return found;
  throw badRequest(`The path provided to ${purpose} has no array, found ${printJson(found)}.`);
}

function replaceList({ table, target, steps }: Work, list: Json): void {
  const path = steps.map(toStoredSteps);
  replace(target, path, checkedLeaves(table, list, path), remainingSeconds(target.leaves, target.id));
}
