/** Options of indexes, as they are sent, kept and listed. */
import type { SchemaColumn } from '../../../cql/write/schema.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { METRICS, type Metric, SOURCE_MODELS } from '../../collections/definition/vector-options.ts';
import { refused } from '../../command/errors.ts';
import { booleanField, checkKnown, textField } from '../../command/fields.ts';

/** By the name that the database has for each. */
const TEXT_OPTIONS = { ascii: 'ascii', caseSensitive: 'case_sensitive', normalize: 'normalize' } as const;
const TEXT_DEFAULTS = { ascii: false, caseSensitive: true, normalize: false } as const;

export type TextOptions = Readonly<Record<keyof typeof TEXT_OPTIONS, boolean>>;
/** What is kept of the options of a regular index. @throws CommandFailure - for any on a column that holds no text */
export function regularOptions(sent: JsonObject, column: SchemaColumn): Record<string, string> {
  checkKnown(sent, Object.keys(TEXT_OPTIONS));
  const kept: Record<string, string> = {};
  for (const [name, own] of Object.entries(TEXT_OPTIONS)) {
    const value = booleanField(sent, name);
    if (value !== undefined) kept[own] = String(value);
  }
  if (Object.keys(kept).length > 0 && !isText(column)) {
    const message = `The column ${column.name} holds no text, so that its index takes no options for texts.\n\nLeave them out.`;
    throw refused('SCHEMA', 'UNSUPPORTED_TEXT_ANALYSIS_FOR_DATA_TYPES', message);
  }
  return kept;
}

/** @returns `undefined` for a column that holds no text */
export function textOptions(kept: Readonly<Record<string, string>>, column: SchemaColumn): TextOptions | undefined {
  if (!isText(column)) return undefined;
  const flag = (name: keyof typeof TEXT_OPTIONS) => {
    const value = kept[TEXT_OPTIONS[name]];
    return value === undefined ? TEXT_DEFAULTS[name] : value === 'true';
  };
  return { ascii: flag('ascii'), caseSensitive: flag('caseSensitive'), normalize: flag('normalize') };
}

export function vectorOptions(sent: JsonObject): Record<string, string> {
  checkKnown(sent, ['metric', 'sourceModel']);
  const model = textField(sent, 'sourceModel') || undefined;
  const metric = textField(sent, 'metric')?.toLowerCase() || undefined;
  if (metric !== undefined && !METRICS.some((known) => known === metric)) {
    const message = `The metric '${metric}' is not known.\n\nUse one of: ${METRICS.join(', ')}.`;
    throw refused('SCHEMA', 'UNKNOWN_VECTOR_METRIC', message);
  }
  if (model !== undefined && !Object.hasOwn(SOURCE_MODELS, model)) {
    const message = `The source model '${model}' is not known.\n\nUse one of: ${Object.keys(SOURCE_MODELS).join(', ')}.`;
    throw refused('SCHEMA', 'UNKNOWN_VECTOR_SOURCE_MODEL', message);
  }
  const chosen = metric ?? (model === undefined ? undefined : SOURCE_MODELS[model]);
  return {
    ...(chosen !== undefined && { similarity_function: chosen }),
    ...(model !== undefined && { source_model: model }),
  };
}

export function metricOf(kept: Readonly<Record<string, string>>): Metric {
  const name = kept.similarity_function?.toLowerCase();
  return METRICS.find((metric) => metric === name) ?? 'cosine';
}

export function sourceModelOf(kept: Readonly<Record<string, string>>): string {
  return kept.source_model ?? 'other';
}

function isText({ type }: SchemaColumn): boolean {
  return type === 'text' || type === 'ascii';
}
