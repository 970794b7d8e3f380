/** The shape of an index, explained. */
import { named } from '../../catalog/definition.ts';
import { anything, mapOf, name, object, optional, type Shaped, shape, text } from '../../json/shape.ts';
import { status } from './definition-shapes.ts';

export type IndexBody = Shaped<typeof indexShape>;

/** A column, or a side of one: `{"m":"$keys"}`. */
const target = shape(
  'a column, or one with $keys or $values',
  (value): value is string | Readonly<Record<string, string>> =>
    typeof value === 'string' ? value !== '' : sides.fits(value) && Object.keys(value).length === 1,
);
const sides = mapOf(shape('a side', (value): value is string => value === '$keys' || value === '$values'));

const indexShape = object({
  name,
  indexType: text,
  definition: object({
    column: target,
    options: optional(mapOf(anything)),
    apiSupport: optional(object({ cqlDefinition: optional(text) })),
  }),
});

export const indexesReply = status(object({ indexes: named(indexShape) }));
