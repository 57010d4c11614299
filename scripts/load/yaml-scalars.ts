/** Thrown where a text is outside the subset, wrong or in doubt. */
export const outside = new Error('outside the subset of YAML');

/** A key of a block mapping, and what follows it in its line, if anything does. */
export const keyPattern = /^([A-Za-z0-9_](?:[A-Za-z0-9_. /-]{0,100}[A-Za-z0-9_./-])?):(?: ([^ ].*))?$/;

/** Is a plain key text? `null`, `true` and `2009` are not. */
export function isKey(key: string): boolean {
  return typeof readPlain(key) === 'string';
}

/** A text in single quotes; null if it does not begin with one. */
export function readSingleQuoted(text: string): string | null {
  if (!text.startsWith("'")) return null;
  const inside = /^'((?:[^']|'')*)'$/.exec(text)?.[1];
  if (inside === undefined) throw outside;
  return inside.replaceAll("''", "'");
}

/** A text in double quotes with only the escapes that JSON and YAML share; null if it does not begin with one. */
export function readDoubleQuoted(text: string): string | null {
  if (!text.startsWith('"')) return null;
  if (!/^"(?:[^"\\]|\\["\\nrt])*"$/.test(text)) throw outside;
  return JSON.parse(text) as string;
}

// What may begin a plain scalar; those that need not, but may, are left out.
const indicator = /^(?:[?:,[\]{}#&*!|>'"%@` ]|-(?!-?[A-Za-z0-9]))/;
const number = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
// What YAML's core schema reads as a number: decimal, octal, hexadecimal, infinite or none.
const numeric =
  /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;
const constants: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
const otherForms = /^(?:~|null|true|false)$/i;

/** A scalar without quotes: text, number, true, false or null, as YAML's core schema reads it. */
export function readPlain(text: string): string | number | boolean | null {
  if (number.test(text)) return Number(text);
  if (text === '' || indicator.test(text) || text.endsWith(' ') || text.endsWith(':')) throw outside;
  if (text.includes(': ') || text.includes(' #')) throw outside;
  if (text.length > 5 && !/^[-+.\d]/.test(text)) return text;
  const constant = constants[text];
  if (constant !== undefined) return constant;
  if (numeric.test(text) || otherForms.test(text)) throw outside;
  return text;
}
