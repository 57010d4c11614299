import fc from 'fast-check';
import { expect, test } from 'vitest';
import { licenseIds } from '../../../scripts/domain/licenses.ts';

test.each([
  ['MIT', ['MIT']],
  ['MIT OR Apache-2.0', ['MIT', 'Apache-2.0']],
  ['(MIT AND BSD-3-Clause) OR MIT', ['MIT', 'BSD-3-Clause']],
  ['GPL-2.0-only', ['GPL-2.0']],
  ['GPL-2.0-or-later', ['GPL-2.0']],
  ['GPL-2.0', ['GPL-2.0']],
  ['GPL-2.0+', ['GPL-2.0']],
  ['Apache-2.0 WITH LLVM-exception', ['Apache-2.0']],
  ['LicenseRef-Own', []],
  ['MIT AND LicenseRef-Own', ['MIT']],
  ['', []],
  ['unknown', []],
  ['MIT OR', []],
  ['New BSD', []],
])('%s names %j', (expression, ids) => {
  expect(licenseIds(expression)).toEqual(ids);
});

test.each([
  ['parentheses', '('.repeat(100_000), []],
  ['alternatives', `${'MIT OR '.repeat(2000)}MIT`, ['MIT']],
])('very many %s do no harm', (_name, text, ids) => {
  expect(licenseIds(text)).toEqual(ids);
});

test('any text names licenses or none, and never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const id of licenseIds(text)) expect(text).toContain(id);
    }),
  );
});
