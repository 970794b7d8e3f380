/** ascii, text, blob and boolean. */
import type { CqlValue } from '../source/source.ts';
import type { Scalar } from './type.ts';

/** A lone surrogate has no encoding in UTF-8, so upstream would receive another text. */
export const textScalar: Scalar = {
  expects: 'a string',
  hint: (value) =>
    typeof value === 'string' ? 'It has half of a surrogate pair, which UTF-8 cannot carry.' : undefined,
  canonical: (value) => (typeof value === 'string' && value.isWellFormed() ? value : undefined),
  compare: (one, other) => Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other))),
};

export const ascii: Scalar = {
  ...textScalar,
  expects: 'a string of ASCII characters',
  hint: () => undefined,
  canonical: (value) => (typeof value === 'string' && /^[\0-\x7f]*$/.test(value) ? value : undefined),
};

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Without padding, hexadecimal text such as `0xcafe` would pass as base64 and be stored as other bytes. */
export const blob: Scalar = {
  expects: 'a string of bytes in standard base64, with padding,',
  canonical: (value) =>
    typeof value === 'string' && BASE64.test(value) ? toBytes(value).toString('base64') : undefined,
  compare: (one, other) => Buffer.compare(toBytes(one), toBytes(other)),
};

function toBytes(value: CqlValue): Buffer {
  return Buffer.from(String(value), 'base64');
}

export const booleanScalar: Scalar = {
  expects: 'true or false',
  canonical: (value) => (typeof value === 'boolean' ? value : undefined),
  compare: (one, other) => Number(one) - Number(other),
};
