import { isId } from '../domain/ids.ts';
import { issue } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Files, Issue, Output, Source, Table, TextFile } from '../domain/source.ts';
import { emptyTable, parseCsv } from './csv.ts';
import { parseJson } from './json.ts';
import { decodeText } from './text.ts';
import { reportUnread } from './unread.ts';
import { parseYaml } from './yaml.ts';

/** A run's folder: its description and its CSV files. */
interface RunFiles {
  readonly id: string;
  readonly source: Source | null;
  /** One a file; without a header if the file cannot be read. */
  readonly tables: readonly Table[];
}

export interface BenchmarkFiles {
  readonly id: string;
  readonly source: Source | null;
  readonly runs: readonly RunFiles[];
  /** `benchmarks/<id>/programs.yaml`; null if there is no such file. */
  readonly programs: Source | null;
}

/** What the generator brings to every site: templates, styles, fonts, scripts. */
export interface Kit {
  /** Handlebars and Vega-Lite. */
  readonly templates: readonly TextFile[];
  /** The generator's own sheets: `site/styles/<name>.css` and the `style.css` of every page and part. */
  readonly styles: readonly TextFile[];
  /** The sheets that a project adds, `site/styles/<name>.css`. */
  readonly addedStyles: readonly TextFile[];
  /** Files served as they are, `site/assets/<name>`: fonts. */
  readonly assets: readonly Output[];
  /** TypeScript below `templates/`, including the scripts for the browser. */
  readonly client: readonly TextFile[];
}

/** Everything in a project's folder, parsed but not yet validated. */
export interface Loaded {
  readonly site: Source | null;
  readonly catalog: Source | null;
  readonly sources: Source | null;
  readonly shortlists: Source | null;
  /** Figures that show part of another figure, `data/figures.yaml`. */
  readonly figures: Source | null;
  /** Renamed ids, `data/redirects.yaml`. */
  readonly redirects: Source | null;
  /** Warnings that stand, `data/acknowledged.yaml`. */
  readonly acknowledged: Source | null;
  readonly frameworks: readonly Source[];
  /** The ids of all framework files, including broken ones. */
  readonly frameworkIds: readonly string[];
  /** Repository facts, `data/repositories/<id>.json`. */
  readonly repositories: readonly Source[];
  readonly benchmarks: readonly BenchmarkFiles[];
  readonly pages: readonly TextFile[];
  readonly programs: readonly TextFile[];
  readonly kit: Kit;
  readonly issues: readonly Issue[];
}

/** Reads a project's files into sources; `shared` holds the generator's own templates, styles and scripts. */
export function loadProject(files: Files, shared: Files): Loaded {
  const issues: Issue[] = [...reportUnread(files)];
  const yaml = (file: string): Source | null => collect(parseYaml(file, files.read(file)), issues).source;
  const required = (file: string): Source | null => {
    if (files.list('data').includes(file)) return yaml(file);
    issues.push(issue('file-missing', { file, line: 1, column: 1 }, 'The file is missing; create it'));
    return null;
  };
  const optional = (file: string): Source | null => (files.list('data').includes(file) ? yaml(file) : null);
  const text = (from: Files, folder: string, ending: RegExp): readonly TextFile[] =>
    from
      .list(folder)
      .filter((file) => ending.test(file))
      .flatMap((file) => readText(from, file, issues));
  const frameworkFiles = files.list('frameworks').filter((file) => isFrameworkFile(file, issues));
  return {
    site: required('data/site.yaml'),
    catalog: required('data/features.yaml'),
    sources: required('data/sources.yaml'),
    shortlists: optional('data/shortlists.yaml'),
    figures: optional('data/figures.yaml'),
    redirects: optional('data/redirects.yaml'),
    acknowledged: optional('data/acknowledged.yaml'),
    frameworks: frameworkFiles.flatMap((file) => yaml(file) ?? []),
    frameworkIds: frameworkFiles.map((file) => file.replace(/^frameworks\/|\.yaml$/g, '')),
    repositories: files
      .list('data/repositories')
      .filter((file) => /^data\/repositories\/[^/]+\.json$/.test(file))
      .flatMap((file) => collect(parseJson(file, files.read(file)), issues).source ?? []),
    benchmarks: loadBenchmarks(files, yaml, issues),
    pages: text(files, 'site/pages', /\.md$/),
    programs: text(files, 'benchmarks', /\/servers\/[^/]+\/[^/]+$/),
    kit: {
      templates: text(shared, 'templates', /\.(?:hbs|vl\.json)$/),
      addedStyles: text(files, 'site/styles', /\.css$/).filter((sheet) => !isShared(sheet, shared)),
      // A check needs none of these, and they are half of the files there are.
      get styles() {
        return ['site/styles', 'templates'].flatMap((folder) => text(shared, folder, /\.css$/));
      },
      get assets() {
        return loadAssets(files, shared);
      },
      get client() {
        return text(shared, 'templates', /(?<!\.test)\.ts$/);
      },
    },
    issues,
  };
}

/** The generator is a project too: its own sheets are no additions. */
function isShared({ file, text }: TextFile, shared: Files): boolean {
  return (
    shared.list('site/styles').includes(file) && decodeText(file, shared.read(file), limits.pageBytes).text === text
  );
}

/** The generator's own assets, and those of the project, which may replace them. */
function loadAssets(files: Files, shared: Files): readonly Output[] {
  const all = [shared, files].flatMap((from) =>
    from.list('site/assets').map((file) => [file.slice('site/'.length), from.read(file)] as const),
  );
  return [...new Map(all)].map(([path, content]) => ({ path, content }));
}

/** Each file in the folder is `frameworks/<id>.yaml`; anything else there is a mistake. */
function isFrameworkFile(file: string, issues: Issue[]): boolean {
  const stem = /^frameworks\/(.+)\.yaml$/.exec(file)?.[1];
  if (stem !== undefined && isId(stem)) return true;
  issues.push(
    issue(
      'file-name',
      { file, line: 1, column: 1 },
      'The file name is not an id; rename the file to <id>.yaml with lowercase letters, digits and single hyphens',
    ),
  );
  return false;
}

function loadBenchmarks(
  files: Files,
  yaml: (file: string) => Source | null,
  issues: Issue[],
): readonly BenchmarkFiles[] {
  const all = files.list('data');
  const ids = all.flatMap((file) => /^data\/([^/]+)\/benchmark\.yaml$/.exec(file)?.[1] ?? []);
  return ids.map((id) => {
    const folders = all.flatMap((file) => /^data\/([^/]+)\/runs\/([^/]+)\/run\.yaml$/.exec(file)?.slice(1) ?? []);
    const runIds = folders.filter((_, index) => index % 2 === 1 && folders[index - 1] === id);
    const runs = runIds.map((runId): RunFiles => {
      const folder = `data/${id}/runs/${runId}/`;
      const csv = all.filter(
        (file) => file.startsWith(folder) && file.endsWith('.csv') && !file.slice(folder.length).includes('/'),
      );
      const tables = csv.map((file) => {
        const { table, issues: found } = collect(parseCsv(file, files.read(file)), issues);
        if (found.length === 0 && table?.rowCount === 0)
          issues.push(issue('csv-empty', { file, line: 1, column: 1 }, 'Found no row; add results or remove the file'));
        return table ?? emptyTable(file);
      });
      return { id: runId, source: yaml(`${folder}run.yaml`), tables };
    });
    const described = `benchmarks/${id}/programs.yaml`;
    const programs = files.list('benchmarks').includes(described) ? yaml(described) : null;
    return { id, source: yaml(`data/${id}/benchmark.yaml`), runs, programs };
  });
}

function readText(files: Files, file: string, issues: Issue[]): readonly TextFile[] {
  const { text } = collect(decodeText(file, files.read(file), limits.pageBytes), issues);
  return text === null ? [] : [{ file, text: text.replaceAll('\r\n', '\n') }];
}

function collect<T extends { readonly issues: readonly Issue[] }>(parsed: T, issues: Issue[]): T {
  issues.push(...parsed.issues);
  return parsed;
}
