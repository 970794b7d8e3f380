/** The formats of draft 4, with their messages. Other formats accept any text. */
import { isIPv4, isIPv6 } from 'node:net';

interface Format {
  fits(text: string): boolean;
  /** The end of the message, after the text. */
  readonly complaint: string;
}

const HOST_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,12})?(?:Z|[+-]\d\d:?\d\d)$/;
const DATE_TIME_PATTERNS = "[yyyy-MM-dd'T'HH:mm:ssZ, yyyy-MM-dd'T'HH:mm:ss.[0-9]{1,12}Z]";
const EMAIL = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/;
const NO_URI = /[\s<>"{}|\\^`]/;

const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['date-time', { fits: isDateTime, complaint: `is invalid against requested date format(s) ${DATE_TIME_PATTERNS}` }],
  ['email', { fits: (text) => EMAIL.test(text), complaint: 'is not a valid email address' }],
  ['hostname', { fits: isHostName, complaint: 'is not a valid hostname' }],
  ['ipv4', { fits: isIPv4, complaint: 'is not a valid IPv4 address' }],
  ['ipv6', { fits: isIPv6, complaint: 'is not a valid IPv6 address' }],
  ['regex', { fits: isRegularExpression, complaint: 'is not a valid ECMA 262 regular expression' }],
  ['uri', { fits: isUri, complaint: 'is not a valid URI' }],
]);

/** The fault of a text, or `undefined`. */
export function findFormatFault(format: string, text: string): string | undefined {
  const known = FORMATS.get(format);
  return !known || known.fits(text) ? undefined : `string "${text}" ${known.complaint}`;
}

export function isUri(text: string): boolean {
  return !NO_URI.test(text);
}

export function isRegularExpression(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

function isDateTime(text: string): boolean {
  return DATE_TIME.test(text) && !Number.isNaN(Date.parse(text.slice(0, 19)));
}

function isHostName(text: string): boolean {
  return text.length <= 253 && text.split('.').every((label) => HOST_LABEL.test(label));
}
