import list from 'spdx-license-list/full.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { type LicenseReader, readLicenseList } from '../../../../scripts/enrich/licenses/read.ts';
import { bsd, mit } from '../../../enrich/farm/licenses.ts';

let read: LicenseReader;
beforeAll(async () => {
  read = await readLicenseList();
});
const textOf = (id: string): string => list[id]?.licenseText ?? '';

describe('a license by its text', () => {
  test.each([
    'MIT',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BSD-4-Clause',
    'ISC',
    'Apache-2.0',
    'MPL-2.0',
    'EPL-2.0',
    'ZPL-2.1',
    'PSF-2.0',
    'Unlicense',
    'CC0-1.0',
    'Zlib',
    'BSL-1.0',
  ])('%s is told from its own text, with a confidence of 1', (id) => {
    expect(read(textOf(id))).toEqual({ expression: id, confidence: 1 });
  });

  test.each([
    ['GPL-2.0-only', 'GPL-2.0'],
    ['GPL-3.0-or-later', 'GPL-3.0'],
    ['LGPL-2.1-only', 'LGPL-2.1'],
    ['AGPL-3.0-or-later', 'AGPL-3.0'],
  ])('the text of %s does not tell "only" from "or later": %s', (id, expected) => {
    expect(read(textOf(id))?.expression).toBe(expected);
  });

  test.each([
    ['as projects keep it', mit],
    ['in capitals', mit.toUpperCase()],
    ['on long lines', mit.replaceAll(/(?<!\n)\n(?!\n)/g, ' ').replace('MIT License', 'MIT License\n')],
    ['in a comment', mit.replaceAll(/^/gm, ' * ')],
    ['with line ends of Windows', mit.replaceAll('\n', '\r\n')],
    ['with two copyright lines', mit.replace('Copyright', 'Copyright (c) 2008 Bo Lindqvist\nCopyright')],
  ])('MIT %s', (_name, text) => {
    expect(read(text)?.expression).toBe('MIT');
  });

  test('the third clause makes the difference', () => {
    expect(read(bsd)?.expression).toBe('BSD-3-Clause');
  });

  test('two licenses in one file are joined', () => {
    expect(read(`${textOf('Apache-2.0')}\n\n----\n\n${textOf('EPL-2.0')}`)?.expression).toBe('Apache-2.0 AND EPL-2.0');
  });

  test.each([
    ['nothing', ''],
    ['a name', 'MIT'],
    ['a notice', 'Licensed under the Apache License, Version 2.0; see LICENSE for the details.'],
    ['prose', 'This project is a small server that answers knocks on a door. '.repeat(30)],
    ['a license of its own', `You may look at this code on ${'Monday or Tuesday or '.repeat(40)} never.`],
    ['bytes', String.fromCharCode(...Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256))],
  ])('%s is told from nothing', (_name, text) => {
    expect(read(text)).toBeNull();
  });
});
