import type { SiteSettings } from '../domain/site.ts';

/** The URL patterns of repository hosts for files, folders and commits. */
interface Forge {
  readonly file: string;
  readonly folder: string;
  readonly commit: string;
  readonly line: string;
}

const slashed: Forge = {
  file: '{repository}/blob/{commit}/{path}',
  folder: '{repository}/tree/{commit}/{path}',
  commit: '{repository}/tree/{commit}',
  line: '#L{line}',
};

const forges: Readonly<Record<string, Forge>> = {
  'github.com': slashed,
  'gitlab.com': {
    ...slashed,
    file: '{repository}/-/blob/{commit}/{path}',
    folder: '{repository}/-/tree/{commit}/{path}',
    commit: '{repository}/-/tree/{commit}',
  },
  'codeberg.org': {
    ...slashed,
    file: '{repository}/src/commit/{commit}/{path}',
    folder: '{repository}/src/commit/{commit}/{path}',
    commit: '{repository}/src/commit/{commit}',
  },
  'bitbucket.org': {
    file: '{repository}/src/{commit}/{path}',
    folder: '{repository}/src/{commit}/{path}',
    commit: '{repository}/src/{commit}',
    line: '#lines-{line}',
  },
  'git.sr.ht': {
    ...slashed,
    file: '{repository}/tree/{commit}/item/{path}',
    folder: '{repository}/tree/{commit}/item/{path}',
  },
};

/** The URL of a repository named `owner/name` (on GitHub) or `host/owner/name`. */
function repositoryUrl(repository: string): string {
  return `https://${hostOf(repository) === null ? 'github.com/' : ''}${repository}`;
}

/** The permanent URL of a commit's tree. */
export function commitUrl(repository: string, commit: string): string {
  return fill(forgeOf(repository).commit, { repository: repositoryUrl(repository), commit });
}

/** The URL of a file at a commit and line, or of a folder if the path ends in a slash. */
export function fileUrl(repository: string, commit: string, path: string, line: number | null): string {
  const forge = forgeOf(repository);
  const encoded = path.replace(/\/$/, '').split('/').map(encodeURIComponent).join('/');
  const url = fill(path.endsWith('/') ? forge.folder : forge.file, {
    repository: repositoryUrl(repository),
    commit,
    path: encoded,
  });
  return line === null ? url : `${url}${fill(forge.line, { line: String(line) })}`;
}

/** The host in `host/owner/name`; null for `owner/name`. */
function hostOf(repository: string): string | null {
  const [first = '', ...rest] = repository.split('/');
  return rest.length >= 2 && first.includes('.') ? first : null;
}

function forgeOf(repository: string): Forge {
  const host = hostOf(repository) ?? 'github.com';
  return Object.hasOwn(forges, host) ? (forges[host] ?? slashed) : slashed;
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** The URL of one of the registry's files in its own repository. */
export function fileHref(file: string, { repository, branch }: SiteSettings): string {
  return `${repository}/blob/${branch}/${file}`;
}

/** A file of the registry, to be edited there; where a line is given, at it. */
export function editHref(file: string, { repository, branch }: SiteSettings, line: number | null = null): string {
  return `${repository}/edit/${branch}/${file}${line === null ? '' : `#L${line}`}`;
}

/** The folder of a file, as the registry's own repository shows it. */
export function folderHref(file: string, { repository, branch }: SiteSettings): string {
  return `${repository}/tree/${branch}/${file.slice(0, file.lastIndexOf('/'))}`;
}
