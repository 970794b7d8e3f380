/** Readers of bodies. Each says what a body must be, and returns its value. */
import { parseJson } from '../json/json.ts';
import { kindOf, type Shape } from '../json/shape.ts';

/** Reads the text of a body. @throws WrongBody */
export type BodyReader<T> = (text: string) => T;

/** Why a body cannot be right: the kind and the path of what is wrong, and no value of it. The text follows "which cannot be right:". */
export class WrongBody extends Error {
  override readonly name = 'WrongBody';
}

/** Nothing at all. */
export const empty: BodyReader<null> = (text) => {
  if (text.trim() === '') return null;
  throw new WrongBody(`no body is due, and ${whatCame(text)} came`);
};

/** JSON as `JSON.parse` reads it, for data whose numbers are doubles. */
export function plain<T>(shape: Shape<T>): BodyReader<T> {
  return (text) =>
    fitting(
      parse(text, (body): unknown => JSON.parse(body)),
      shape,
    );
}

/** JSON with exact numbers and the order of members. */
export function exact<T>(shape: Shape<T>): BodyReader<T> {
  return (text) => fitting(parse(text, parseJson), shape);
}

function parse(text: string, read: (text: string) => unknown): unknown {
  try {
    return read(text);
  } catch (error) {
    throw new WrongBody(error instanceof RangeError ? 'its body is nested too deep' : `its body is ${whatCame(text)}`);
  }
}

function fitting<T>(value: unknown, shape: Shape<T>): T {
  if (shape.fits(value)) return value;
  throw new WrongBody(shape.differs(value, ''));
}

function whatCame(text: string): string {
  if (text.trim() === '') return 'empty: JSON is due';
  if (/^\s*</.test(text)) return 'HTML or XML, something that is not JSON';
  try {
    return kindOf(JSON.parse(text));
  } catch {
    return 'something that is not JSON';
  }
}
