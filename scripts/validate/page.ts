import { isId } from '../domain/ids.ts';
import { issue } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Issue, TextFile } from '../domain/source.ts';

// Addresses that the site itself makes pages or files under.
const taken = new Set([
  ...[
    '404',
    'api',
    'assets',
    'badges',
    'benchmarks',
    'card',
    'changes',
    'compare',
    'contradictions',
    'datapackage',
    'embed',
  ],
  ...['features', 'figures', 'frameworks', 'index', 'llms', 'matrix', 'review', 'robots', 'schema', 'shortlists'],
  ...['sitemap', 'then-and-now'],
]);

/** Is a page's name, or the folder it begins with, one that the site uses itself? */
export function isTaken(name: string): boolean {
  return taken.has(name.split('/')[0] ?? '');
}

/** A page of prose: a name that can be an address, a title, and nothing that a Markdown parser chokes on. */
export function checkPage({ file, text }: TextFile): readonly Issue[] {
  const start = { file, line: 1, column: 1 };
  const name = file.replace(/^site\/pages\/|\.md$/g, '');
  const named = name.split('/').every(isId);
  const free = !isTaken(name);
  return [
    ...(named
      ? []
      : [issue('file-name', start, 'Found this file name, expected lower-case letters, digits and single hyphens')]),
    ...(free
      ? []
      : [issue('file-name', start, `Found the name \`${name}\`, expected one that the site does not use itself`)]),
    ...(/^# \S/m.test(text)
      ? []
      : [issue('page-form', start, 'Found no title, expected a heading of the first level (`# Title`)')]),
    ...text.split('\n').flatMap((line, index) => checkLine(file, line, index + 1)),
    ...checkMarks(file, text),
    ...checkSize(file, text),
  ];
}

/** Nesting and wide tables cost a parser its stack or minutes of time. */
function checkLine(file: string, line: string, at: number): readonly Issue[] {
  const place = { file, line: at, column: 1 };
  const blocks = /^(?:[\s>]|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$))*/.exec(line)?.[0] ?? '';
  const depth = blocks.match(/[>+*-]|\d+/g)?.length ?? 0;
  const columns = (line.match(/\|/g)?.length ?? 0) - 1;
  return [
    ...(depth > limits.markdownDepth
      ? [
          issue(
            'page-form',
            place,
            `Found ${depth} levels of quotes and lists, expected at most ${limits.markdownDepth}`,
          ),
        ]
      : []),
    ...(columns > limits.markdownTableColumns
      ? [issue('page-form', place, `Found ${columns} columns, expected at most ${limits.markdownTableColumns}`)]
      : []),
  ];
}

/** The marks of emphasis and links in one paragraph are matched pair by pair: many of them take quadratic time. */
function checkMarks(file: string, text: string): readonly Issue[] {
  let line = 1;
  return text.split(/(\n\s*\n)/).flatMap((part) => {
    const at = { file, line, column: 1 };
    line += part.split('\n').length - 1;
    const marks = part.match(/[*_~`[\]]/g)?.length ?? 0;
    return marks > limits.markdownMarks
      ? [issue('page-form', at, `Found ${marks} marks in one paragraph, expected at most ${limits.markdownMarks}`)]
      : [];
  });
}

/** What costs a parser more than its length: notes are linked back from every place, containers looked for at every line. */
function checkSize(file: string, text: string): readonly Issue[] {
  const start = { file, line: 1, column: 1 };
  const formatCount = [
    ['bytes', new TextEncoder().encode(text).length, limits.proseBytes],
    ['footnotes', text.match(/\[\^/g)?.length ?? 0, limits.markdownNotes],
    ['fences of colons', text.match(/^[ \t>]*:{3}/gm)?.length ?? 0, limits.markdownContainers],
  ] as const;
  return formatCount
    .filter(([, found, most]) => found > most)
    .map(([what, found, most]) => issue('page-form', start, `Found ${found} ${what}, expected at most ${most}`));
}
