import parseLicense from 'spdx-expression-parse';

/**
 * The licences that an SPDX expression names, each without "only" and "or later": a licence's text cannot tell these
 * apart. Own references (`LicenseRef-…`) and what is no expression name none.
 */
export function licenseIds(expression: string): readonly string[] {
  try {
    return [...new Set(leaves(parseLicense(expression)))];
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
