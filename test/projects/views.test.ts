import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../scripts/build.ts';
import type { TextFile } from '../../scripts/domain/source.ts';
import { diskFiles } from '../../scripts/platform/disk-files.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import { pagesOf } from '../../scripts/site.ts';
import { type AnyPage, layOut } from '../../templates/layout/page.ts';
import { prepareSite } from '../../templates/prepare.ts';
import { redirects } from '../../templates/redirect/page.ts';
import { fullProject } from '../support/full-project.ts';
import { hostileProject } from '../support/hostile.ts';
import { inMemory, readFixture, root } from '../support/project.ts';
import { compareFields } from '../support/template-fields.ts';

const shared = diskFiles(root);
const templates: readonly TextFile[] = shared
  .list('templates')
  .filter((file) => file.endsWith('.hbs'))
  .map((file) => ({ file, text: new TextDecoder().decode(shared.read(file)) }));
const names = templates.flatMap(({ file }) => /^templates\/(?!parts\/)([a-z-]+\/[a-z-]+)\.hbs$/.exec(file)?.[1] ?? []);

/** Every view that the pages of some projects are made from, by template. */
const views = new Map<string, unknown[]>();

function keep(template: string, view: unknown): void {
  views.set(template, [...(views.get(template) ?? []), view]);
}

async function collectViews(effects: Effects): Promise<void> {
  const { report, loaded, issues } = check(effects);
  if (report === null) throw new Error(`the project has errors: ${JSON.stringify(issues, null, 1)}`);
  const { site, pageKit } = await prepareSite(report, loaded.kit, effects);
  const render: typeof pageKit.render = (template, view) => {
    keep(template, view);
    return '';
  };
  const lay = (page: AnyPage) => layOut(page, site, { ...pageKit, render });
  const files = pagesOf(site).flatMap(lay);
  redirects(site, files).flatMap(lay);
}

beforeAll(async () => {
  const projects = [
    readFixture('json-parsers'),
    readFixture('every-page'),
    readFixture('step-that-does-not-add-up'),
    hostileProject,
    fullProject,
  ];
  for (const files of projects) await collectViews(inMemory(files));
});

describe.each(names.map((name) => name.replace(/\/page$/, '')))('the template %s', (name) => {
  test('reads every field of its views, and no other', () => {
    const { missing, unread, unseen } = compareFields(templates, name, views.get(name) ?? []);
    expect({ missing, unread, unseen }).toEqual({ missing: [], unread: [], unseen: [] });
  });
});
