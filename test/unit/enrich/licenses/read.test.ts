import list from 'spdx-license-list/full.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { type LicenseReader, readLicenseList, tell } from '../../../../scripts/enrich/licenses/read.ts';
import { toTemplates } from '../../../../scripts/enrich/licenses/templates.ts';
import { tokensOf } from '../../../../scripts/enrich/licenses/tokens.ts';
import { bsd, mit } from '../../../enrich/farm/licenses.ts';

let read: LicenseReader;
beforeAll(async () => {
  read = await readLicenseList();
});
const textOf = (id: string): string => list[id]?.licenseText ?? '';

describe('a license by its text', () => {
  test.each([
    ...['MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'BSD-4-Clause', 'ISC', 'Apache-2.0', 'MPL-2.0', 'EPL-2.0', 'ZPL-2.1'],
    ...['PSF-2.0', 'Unlicense', 'CC0-1.0', 'Zlib', 'BSL-1.0', 'SSPL-1.0', 'JSON', 'FSL-1.1-MIT', 'FSL-1.1-ALv2'],
    ...[
      'zlib-acknowledgement',
      'BUSL-1.1',
      'Elastic-2.0',
      'MIT-0',
      'MIT-feh',
      'X11',
      'BSD-3-Clause-Clear',
      'Hippocratic-2.1',
    ],
  ])('%s is told from its own text, with a confidence of 1', (id) => {
    expect(read(textOf(id))).toMatchObject({ expression: id, confidence: 1 });
  });

  test.each([
    ['GPL-2.0-only', 'GPL-2.0'],
    ['GPL-3.0-or-later', 'GPL-3.0'],
    ['LGPL-2.1-only', 'LGPL-2.1'],
    ['AGPL-3.0-or-later', 'AGPL-3.0'],
  ])('the text of %s does not tell "only" from "or later": %s', (id, expected) => {
    expect(read(textOf(id)).expression).toBe(expected);
  });

  test.each([
    ['as projects keep it', mit],
    ['in capitals', mit.toUpperCase()],
    ['on long lines', mit.replaceAll(/(?<!\n)\n(?!\n)/g, ' ').replace('MIT License', 'MIT License\n')],
    ['in a comment', mit.replaceAll(/^/gm, ' * ')],
    ['with line ends of Windows', mit.replaceAll('\n', '\r\n')],
    ['with two copyright lines', mit.replace('Copyright', 'Copyright (c) 2008 Bo Lindqvist\nCopyright')],
    ['with its optional words', mit.replace('permission notice', 'permission notice (including the next paragraph)')],
    ['after a remark', `Unless otherwise noted, all files are under this license:\n\n${mit}`],
    ['three times', `${mit}\n${mit}\n${mit}`],
    ['in Markdown', `# The MIT License (MIT)\n\n${mit.replace('MIT License', '').replace('"AS IS"', '**"AS IS"**')}`],
  ])('MIT %s', (_name, text) => {
    expect(read(text).expression).toBe('MIT');
  });

  test.each([
    ['a holder', bsd.replaceAll(/copyright holders?/gi, 'Example Corporation')],
    ['an author', bsd.replaceAll(/copyright holders?(?: and contributors)?/gi, 'author')],
  ])('%s by name is no other license', (_name, text) => {
    expect(read(text).expression).toBe('BSD-3-Clause');
  });

  test('the third clause makes the difference', () => {
    expect(read(bsd).expression).toBe('BSD-3-Clause');
  });

  test('two licenses in one file are joined', () => {
    expect(read(`${textOf('Apache-2.0')}\n\n----\n\n${textOf('EPL-2.0')}`).expression).toBe('Apache-2.0 AND EPL-2.0');
  });

  test('the LGPL of version 3 is told without the GPL that the list prints behind it', () => {
    const whole = textOf('LGPL-3.0-only');
    const own = whole.slice(0, whole.indexOf('GNU GENERAL PUBLIC LICENSE\nVersion 3'));
    expect([read(whole).expression, read(own).expression]).toEqual(['LGPL-3.0', 'LGPL-3.0']);
    expect(own.length).toBeLessThan(10_000);
  });

  test('parameters that a license asks for are no other words', () => {
    const grant = 'Additional Use Grant: You may use the Licensed Work, but not as a Service.';
    const text = `Parameters\n\nLicensor: Example\n${grant}\nChange Date: 2030-01-01\n\n${textOf('BUSL-1.1')}`;
    expect(read(text).expression).toBe('BUSL-1.1');
  });
});

describe('the nearest relative is never taken for a text', () => {
  const templates = toTemplates(list);
  const commons = '"Commons Clause" License Condition\nThe license does not grant you the right to Sell the Software.';
  test.each([
    ['MIT with a clause of its own', mit.replace('IMPLIED', 'IMPLIED').concat(`\n${commons}\n`), ['MIT']],
    ['MIT for some', mit.replace('to any person', 'to any student'), []],
    ['MIT for some purposes', mit.replace('to deal', 'to deal non-commercially'), []],
    ['MIT without its condition', mit.replace(/The above copyright notice[\s\S]*?Software\.\n/, ''), []],
    ['GPL with an exception', `${textOf('GPL-2.0-only')}\nAs a special exception, you may link this.`, ['GPL-2.0']],
    ['Apache with a limit', textOf('Apache-2.0').replace('royalty-free', 'royalty-bearing'), ['Apache-2.0']],
  ])('%s', (_name, text, holds) => {
    expect(read(text)).toMatchObject({ expression: null, holds });
  });

  /** Without its own text, a license of these must not be told as another. */
  test.each([
    ...['SSPL-1.0', 'JSON', 'FSL-1.1-MIT', 'zlib-acknowledgement', 'MIT-feh', 'MIT-advertising', 'MIT-0', 'X11'],
    ...['BSD-3-Clause', 'BSD-3-Clause-Clear', 'BSD-3-Clause-LBNL', 'BSD-4-Clause', '0BSD', 'AGPL-3.0', 'CC-BY-4.0'],
  ])('%s, if the list did not have it', (id) => {
    const others = templates.filter((template) => template.id !== id);
    expect(tell(tokensOf(textOf(id) || textOf(`${id}-only`)), others).expression).toBeNull();
  });
});

describe('"or later" only where the text says so', () => {
  const notice = (version: string) => `This program is free software; you can redistribute it and/or modify it under the
terms of the GNU General Public License as published by the Free Software Foundation; ${version}

This program is distributed in the hope that it will be useful, but WITHOUT ANY WARRANTY; without even the implied
warranty of MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE. See the GNU General Public License for more details.
`;
  const later = notice('either version 2 of the License, or (at your option) any later version.');

  test.each([
    ['a notice', later, 'GPL-2.0-or-later'],
    ['a notice before the text', `${later}\n${textOf('GPL-2.0-only')}`, 'GPL-2.0-or-later'],
    ['the text with its own appendix', textOf('GPL-2.0-only'), 'GPL-2.0'],
    ['a notice of one version', notice('version 2 of the License.'), null],
  ])('%s', (_name, text, expected) => {
    expect(read(text).expression).toBe(expected);
  });
});

describe('what is no license', () => {
  test.each([
    ['nothing', '', true],
    ['a name', 'MIT', true],
    ['names', 'Zope Foundation and Contributors', true],
    ['prose', 'This project is a small server that answers knocks on a door. '.repeat(30), false],
    ['a license of its own', `You may look at this code on ${'Monday or Tuesday or '.repeat(40)} never.`, false],
    ['bytes', String.fromCharCode(...Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)), false],
  ])('%s is told from nothing', (_name, text, empty) => {
    expect(read(text)).toEqual({ expression: null, confidence: 0, holds: [], empty });
  });
});
