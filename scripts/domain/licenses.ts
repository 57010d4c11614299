import correctLicense from 'spdx-correct';
import parseLicense from 'spdx-expression-parse';

/**
 * The licenses that an SPDX expression names, without "only" and "or later", since the text of a license is the same for
 * both. Custom references (`LicenseRef-…`) and invalid expressions name none.
 */
export function licenseIds(expression: string): readonly string[] {
  try {
    return [...new Set(leaves(parseLicense(expression)))];
  } catch {
    return [];
  }
}

/** The alternatives in an SPDX expression: each a list of licenses, as written, that apply together. */
export function licenseWays(expression: string): readonly (readonly string[])[] {
  try {
    return ways(parseLicense(expression));
  } catch {
    return [];
  }
}

/** The SPDX expression that a text seems to mean, such as `Apache-2.0` for `Apache 2.0`; null if there is no telling. */
export function guessLicense(text: string): string | null {
  const parts = text.split(/\s+(AND|OR)\s+/i);
  const corrected = parts.map((part, index) => (index % 2 === 1 ? part.toUpperCase() : correctOne(part)));
  const guess = corrected.includes(null) ? null : corrected.join(' ');
  return guess === text ? null : guess;
}

/** Free text has too few letters in common with a name to mean it: `proprietary` is not a license of the list. */
function correctOne(text: string): string | null {
  const found = correctLicense(text, { upgrade: false });
  if (found === null) return null;
  const letters = (one: string): string => one.toLowerCase().replace(/[^a-z]/g, '');
  return letters(text).startsWith(letters(found).slice(0, 3)) ? found : null;
}

type Expression = ReturnType<typeof parseLicense>;

function leaves(expression: Expression): readonly string[] {
  if ('conjunction' in expression) return [...leaves(expression.left), ...leaves(expression.right)];
  const { license } = expression;
  return license.includes('LicenseRef-') ? [] : [license.replace(/-(?:only|or-later)$|\+$/, '')];
}

function ways(expression: Expression): readonly (readonly string[])[] {
  if (!('conjunction' in expression)) return [[expression.license]];
  const [left, right] = [ways(expression.left), ways(expression.right)];
  if (expression.conjunction === 'or') return [...left, ...right];
  return left.flatMap((one) => right.map((other) => [...one, ...other]));
}
