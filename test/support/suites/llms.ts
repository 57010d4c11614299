import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../built-site.ts';

/** The index for language models. */
export function describeLlms(open: () => Promise<BuiltSite>): void {
  describe('llms.txt', () => {
    let site: BuiltSite;
    let lines: readonly string[];
    beforeAll(async () => {
      site = await open();
      lines = (site.texts.get('llms.txt') ?? '').trimEnd().split('\n');
    });

    test('has a title, a summary, and sections of links only', () => {
      expect(lines[0]).toMatch(/^# \S/);
      expect(lines[2]).toMatch(/^> \S/);
      const sections = lines.slice(lines.findIndex((line) => line.startsWith('## ')));
      expect(sections.filter((line) => !/^(?:|## \S.*|- \[.+\]\(https:\/\/\S+\): \S.*)$/.test(line))).toEqual([]);
    });

    test('leads to files that exist', () => {
      const home = `${site.report.site.url}${site.report.site.base}`;
      const urls = lines.flatMap((line) => /^- \[.+?\]\((https:\/\/[^)]+)\): /.exec(line)?.[1] ?? []);
      expect(urls).not.toEqual([]);
      const missing = urls.filter((url) => {
        const path = url.slice(home.length);
        return !site.files.has(path.endsWith('/') ? `${path}index.html` : path);
      });
      expect(missing).toEqual([]);
    });
  });
}
