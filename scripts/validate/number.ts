/** A number as a tool prints it, or why it is none. */
type ReadNumber = { readonly value: number } | { readonly fault: string };

const form = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

// Most numbers: too short for more digits than a double holds, and never too large or too close to 0.
const short = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;
const mostShort = 15;

// What a double holds at most without two texts becoming one number, and what common tools print.
const mostDigits = 17;

/** Reads a decimal number with up to 17 significant digits, with or without an exponent (`0.24`, `4.15e-5`). */
export function readNumberText(text: string): ReadNumber {
  if (text.length <= mostShort && short.test(text)) return { value: Number(text) };
  if (!form.test(text)) return { fault: faultOf(text) };
  const digits = digitsOf(text);
  if (digits.length > mostDigits) return { fault: `it has ${digits.length} digits; round it to ${mostDigits}` };
  const value = Number(text) + 0;
  if (!Number.isFinite(value)) return { fault: 'it is too large for a number' };
  if (value === 0 && digits !== '') return { fault: 'it is too close to 0 for a number' };
  return { value };
}

/** The digits of a number from the first to the last that is not 0. */
function digitsOf(text: string): string {
  const [mantissa = ''] = text.split(/e/i);
  return mantissa.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
}

const plain = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?';

const faults: readonly (readonly [RegExp, string | ((found: RegExpExecArray) => string)])[] = [
  [/^[+-]?nan$/i, 'it is no number; leave the cell empty if nothing was measured'],
  [/^[+-]?(?:inf|infinity|∞)$/i, 'it is infinite; leave the cell empty if nothing was measured'],
  [/^(?:null|none|n\/?a|-+|–|—|\?)$/i, 'it is no number; leave the cell empty if nothing was measured'],
  [/^\s|\s$/, 'it has spaces around it; remove them'],
  [/^[+-]?\d{1,3}(?:[,'’_ \u00a0\u202f]\d{3})+(?:\.\d+)?$/, 'it has thousands separators; remove them'],
  [/^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/, 'it has thousands separators and a decimal comma; write `1234.5`'],
  [/^[+-]?\d+,\d+$/, 'it has a decimal comma; write a point'],
  [/^0x[\da-f]+$/i, 'it is hexadecimal; write it in decimal'],
  [/^\+/, 'it has a plus sign; remove it'],
  [/^-?0\d/, 'it has a leading zero; remove it'],
  [/^-?\.\d/, 'it has no digit before the point; write `0.5`'],
  [/^-?\d+\.(?:e|$)/i, 'it has no digit behind the point; write `5` or `5.0`'],
  [/^[−‐‑–]\d/, 'its minus sign is another character; write `-`'],
  [/^[<>≤≥~≈]/, 'it is a bound, not a value; use a note or leave the cell empty'],
  [new RegExp(`^${plain}\\s*(%)$`, 'i'), 'it has a percent sign; write the share from 0 to 1, or the number alone'],
  [
    new RegExp(`^${plain}\\s*([\\p{L}µμ/][\\p{L}\\p{N}µμ/]*)$`, 'iu'),
    ([, unit]) => `it has a unit (\`${unit}\`); write the number alone, in the unit of the column`,
  ],
];

function faultOf(text: string): string {
  for (const [pattern, fault] of faults) {
    const found = pattern.exec(text);
    if (found !== null) return typeof fault === 'string' ? fault : fault(found);
  }
  return 'it is no decimal number such as `12.5` or `4.15e-5`';
}
