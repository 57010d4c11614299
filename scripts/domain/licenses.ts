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
