import { isId } from '../domain/ids.ts';
import { issue } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Issue, TextFile } from '../domain/source.ts';

// Folders in which the site itself writes pages or files.
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

/** Whether the site itself uses a page's name, or the folder it begins with. */
export function isTaken(name: string): boolean {
  return taken.has(name.split('/')[0] ?? '');
}

/** Checks a page of prose: a name that can be a URL, a title, and nothing that slows a Markdown parser down. */
export function checkPage({ file, text }: TextFile): readonly Issue[] {
  const start = { file, line: 1, column: 1 };
  const name = file.replace(/^site\/pages\/|\.md$/g, '');
  const named = name.split('/').every(isId);
  const free = !isTaken(name);
  return [
    ...(named
      ? []
      : [issue('file-name', start, 'The file name is not an id; use lowercase letters, digits and single hyphens')]),
    ...(free ? [] : [issue('file-name', start, `The site uses the name \`${name}\` itself; rename the page`)]),
    ...(/^# \S/m.test(text)
      ? []
      : [issue('page-form', start, 'The page has no title; begin it with a first-level heading (`# Title`)')]),
    ...text.split('\n').flatMap((line, index) => checkLine(file, line, index + 1)),
    ...checkMarks(file, text),
    ...checkSize(file, text),
  ];
}

/** Deep nesting can exhaust a parser's stack, and wide tables take it minutes. */
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
            `Found ${depth} levels of nested quotes and lists, expected at most ${limits.markdownDepth}`,
          ),
        ]
      : []),
    ...(columns > limits.markdownTableColumns
      ? [
          issue(
            'page-form',
            place,
            `Found a table of ${columns} columns, expected at most ${limits.markdownTableColumns}`,
          ),
        ]
      : []),
  ];
}

/** A parser matches the marks of emphasis and links in a paragraph pair by pair, which takes quadratic time. */
function checkMarks(file: string, text: string): readonly Issue[] {
  let line = 1;
  return text.split(/(\n\s*\n)/).flatMap((part) => {
    const at = { file, line, column: 1 };
    line += part.split('\n').length - 1;
    const marks = part.match(/[*_~`[\]]/g)?.length ?? 0;
    return marks > limits.markdownMarks
      ? [
          issue(
            'page-form',
            at,
            `Found ${marks} emphasis or link marks in one paragraph, expected at most ${limits.markdownMarks}`,
          ),
        ]
      : [];
  });
}

/** Limits what costs a parser more than its length: footnotes link back from every use, containers are checked on every line. */
function checkSize(file: string, text: string): readonly Issue[] {
  const start = { file, line: 1, column: 1 };
  const formatCount = [
    ['bytes', new TextEncoder().encode(text).length, limits.proseBytes],
    ['footnotes', text.match(/\[\^/g)?.length ?? 0, limits.markdownNotes],
    ['lines that begin with `:::`', text.match(/^[ \t>]*:{3}/gm)?.length ?? 0, limits.markdownContainers],
  ] as const;
  return formatCount
    .filter(([, found, most]) => found > most)
    .map(([what, found, most]) => issue('page-form', start, `Found ${found} ${what}, expected at most ${most}`));
}
