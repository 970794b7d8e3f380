/**
 * The text that upstream makes of a number for an id: a whole number as JSON spells it, another as Java prints a double,
 * which is with an exponent below 0.001 and from 10,000,000 on.
 */
export function javaText(number: number): string {
  const text = JSON.stringify(number);
  if (/^-?\d+$/.test(text)) return text;
  const size = Math.abs(number);
  if (size >= 1e-3 && size < 1e7) return text;
  const [digits = '', exponent = ''] = number.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent.replace('+', '')}`;
}
