import { issue, nearest } from '../domain/issue.ts';
import type { Files, Issue } from '../domain/source.ts';

/** What is read of a project, by folder; the names are those of a guess for what is not. */
const places: readonly { readonly folder: string; readonly read: RegExp; readonly names: readonly string[] }[] = [
  {
    folder: 'data',
    read: /^data\/(?:(?:acknowledged|features|figures|redirects|shortlists|site|sources)\.yaml|addresses\.txt|repositories\/[^/]+\.json|[^/]+\/benchmark\.yaml|[^/]+\/runs\/[^/]+\/(?:run\.yaml|[^/]+\.(?:csv|gz|log|txt)))$/,
    names: [
      ...['acknowledged', 'features', 'figures', 'redirects', 'shortlists', 'site', 'sources', 'benchmark', 'run'].map(
        (name) => `${name}.yaml`,
      ),
      'addresses.txt',
    ],
  },
  { folder: 'site/pages', read: /\.md$/, names: [] },
  { folder: 'site/styles', read: /\.css$/, names: [] },
  { folder: 'site/assets', read: /^site\/assets\/[A-Za-z0-9][A-Za-z0-9._-]*\.(?:woff2|txt)$/, names: [] },
];

const notes = /(?:^|\/)(?:README|LICENSE|NOTICE)[^/]*$/;

const folders = ['frameworks', 'data', 'site', 'benchmarks'];

/** Reports what lies where inputs are and is not read: links and devices, other names, folders without their description. */
export function reportUnread(files: Files): readonly Issue[] {
  const special = folders.flatMap((folder) => files.special?.(folder) ?? []);
  return [
    ...special.map(({ path, kind }) =>
      at(path, `Found ${kind}, expected a file or folder; replace it by what it means`),
    ),
    ...places.flatMap(({ folder, read, names }) =>
      files
        .list(folder)
        .filter((file) => !read.test(file) && !notes.test(file))
        .map((file) => at(file, `Found a file that nothing reads${guess(file, names)}`)),
    ),
    ...withoutDescription(files.list('data')),
  ];
}

function guess(file: string, names: readonly string[]): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const near = nearest(name, names) ?? lowerEnding(name);
  return near === null ? '; rename or remove it' : `; did you mean \`${near}\`?`;
}

function lowerEnding(name: string): string | null {
  const ending = /\.(?:csv|yaml|yml|md|markdown|json)$/i.exec(name)?.[0];
  if (ending === undefined) return null;
  const usual = ending.toLowerCase().replace('.yml', '.yaml').replace('.markdown', '.md');
  return usual === ending ? null : `${name.slice(0, -ending.length)}${usual}`;
}

/** Results in a folder without `run.yaml`, and runs of a benchmark without `benchmark.yaml`. */
function withoutDescription(all: readonly string[]): readonly Issue[] {
  const wanted = all.flatMap((file) => {
    const [, benchmark, run] = /^data\/([^/]+)\/runs\/([^/]+)\/[^/]+\.csv$/i.exec(file) ?? [];
    return benchmark === undefined || run === undefined
      ? []
      : [`data/${benchmark}/benchmark.yaml`, `data/${benchmark}/runs/${run}/run.yaml`];
  });
  return [...new Set(wanted)]
    .filter((file) => !all.includes(file))
    .map((file) =>
      issue('file-missing', { file, line: 1, column: 1 }, 'The file is missing, so the results beside it are not read'),
    );
}

function at(file: string, message: string): Issue {
  return issue('file-unread', { file, line: 1, column: 1 }, message);
}
