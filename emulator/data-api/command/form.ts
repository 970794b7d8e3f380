/** What a command may be sent with. */
import type { JsonObject } from '../../shared/json.ts';

/** @throws CommandFailure */
export type Check = (fields: JsonObject, options: JsonObject) => void;

export interface CommandForm {
  readonly fields: readonly string[];
  /** Known options; `[]`: the field is known, and must be empty; absent: the field is not known. */
  readonly options?: readonly string[];
  /** Options by former names of theirs. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** What must be right before the keyspace or the table is looked for. */
  readonly check?: Check;
}
