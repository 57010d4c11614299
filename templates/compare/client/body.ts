import { drawAnswers } from './answers.ts';
import { drawCode } from './code.ts';
import type { ComparedFramework } from './model.ts';
import { drawResults } from './results.ts';
import { h, link, type Tree } from './tree.ts';
import type { ComparisonText } from './view.ts';

/** What stands above the words of a comparison. */
interface ComparisonHead {
  readonly title: string;
  readonly note: string;
  /** The level of its title among the headings of the page. */
  readonly level: number;
}

/** All that a comparison shows but its figures, which stand between the two parts. */
interface ComparisonBody {
  readonly answers: readonly Tree[];
  readonly programs: readonly Tree[];
}

/** Frameworks side by side: the same on a page made at build time and for a reader's own selection. */
export function drawComparison(
  { title, note, level }: ComparisonHead,
  frameworks: readonly ComparedFramework[],
  text: ComparisonText,
): ComparisonBody {
  const heading = `h${level + 1}`;
  return {
    answers: [
      h(`h${level}`, {}, title),
      note === '' ? '' : h('p', { class: 'lead' }, note),
      h(
        'ul',
        { class: 'compared' },
        frameworks.map((one) => drawFramework(one, heading)),
      ),
      drawSummary(text, heading),
      drawAnswers(text.groups, frameworks, heading),
      drawResults(text, level + 1),
    ].filter((part) => part !== ''),
    programs: text.code === null ? [] : [drawCode(text.code, heading)],
  };
}

function drawFramework({ name, href, language, summary }: ComparedFramework, heading: string): Tree {
  return h(
    'li',
    {},
    h(heading, {}, link(href, name)),
    h('p', { class: 'detail' }, language),
    summary === '' ? '' : h('p', {}, summary),
  );
}

function drawSummary({ counts, short, unmeasured }: ComparisonText, heading: string): Tree {
  const results = short.map(({ label, run, date, values, text }) => {
    const from = h('span', { class: 'detail' }, `(${run}, ${date})`);
    return h('p', {}, h('strong', {}, label), ' ', from, `: ${values}. ${text}`);
  });
  return h(
    'section',
    { id: 'in-short' },
    h(heading, {}, 'Summary'),
    h('p', {}, counts),
    results,
    unmeasured === '' ? '' : h('p', {}, unmeasured),
  );
}
