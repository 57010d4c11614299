import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addUrls } from '../../scripts/published-urls.ts';
import type { BuiltSite } from '../support/built-site.ts';
import { root } from '../support/project.ts';

/** The list of published urls of this comparison. */
export function describePublishedUrls(open: () => Promise<BuiltSite>): void {
  test('every url that was ever published is still there', async () => {
    const listed = readFileSync(join(root, 'data/addresses.txt'), 'utf8');
    expect(addUrls(listed, (await open()).outputs).lost).toEqual([]);
  });
}
