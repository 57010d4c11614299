import list from 'spdx-license-list/full.js';
import { tell } from '../enrich/licenses/read.ts';
import { deprecated, familyOf, toTemplates } from '../enrich/licenses/templates.ts';
import { tokensOf } from '../enrich/licenses/tokens.ts';

// Holds every text of the SPDX list against all others, and again with its own template removed: `npm run licenses`.
// The first must tell every license by its own name; the second may only name texts that differ in names and addresses.

const templates = toTemplates(list);
const ids = Object.keys(list).filter((id) => !/-with-|-or-later$|\+$/.test(id) && !deprecated.includes(id));
const texts = ids.map((id) => ({ id: familyOf(id), words: tokensOf(list[id]?.licenseText ?? '') }));

const wrong = texts.flatMap(({ id, words }) => {
  const { expression } = tell(words, templates);
  return expression === id || sameText(expression, words) ? [] : [`${id} is told as ${expression ?? 'nothing'}`];
});
print(`${texts.length} texts, ${wrong.length} not told as themselves`);
for (const line of wrong) print(`  ${line}`);

const confused = texts.flatMap(({ id, words }) => {
  const text = words.join(' ');
  const others = templates.filter((template) => template.id !== id && !text.startsWith(template.words.join(' ')));
  const { expression } = tell(words, others);
  return expression === null ? [] : [`${id} would be told as ${expression}`];
});
print(`${confused.length} would be told as another if the list did not have them`);
for (const line of confused) print(`  ${line}`);

function sameText(id: string | null, words: readonly string[]): boolean {
  return tokensOf(list[id ?? '']?.licenseText ?? '').join(' ') === words.join(' ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
