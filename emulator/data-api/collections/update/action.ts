/** What one operator does at one path. */
import type { Json, JsonObject } from '../../../shared/json.ts';
import type { FieldPath } from '../shared/path.ts';

/** Changes a document, and tells whether that made a difference. @throws CommandFailure - where it cannot be done */
export type UpdateAction = (document: JsonObject) => boolean;

/** @throws CommandFailure - for an operand that the operator does not take */
export type ActionReader = (path: FieldPath, operand: Json) => UpdateAction;
