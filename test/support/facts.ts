import type {
  Content,
  History,
  LicenseFile,
  Month,
  Presence,
  Release,
  RepositoryFacts,
  Seen,
} from '../../scripts/domain/facts.ts';

export const commitId = '1234567890abcdef1234567890abcdef12345678';
const none: Presence = { files: 0, sample: [] };

/** The tree of a small project; what a test does not say is empty. */
export function contentOf(more: Partial<Content> = {}): Content {
  return {
    asOf: null,
    commit: commitId,
    committed: '2020-06-15',
    files: 3,
    present: { tests: none, documentation: none, examples: none, ci: none },
    licenses: [],
    manifests: [],
    languages: [],
    lines: { source: 0, tests: 0, vendored: 0 },
    searches: [],
    unread: 0,
    ...more,
  };
}

/** A history whose months hold commits as `2020-06: {0: 3}`: author 0 made 3. */
export function historyOf(
  months: Readonly<Record<string, Readonly<Record<number, number>>>>,
  more: Partial<History> = {},
): History {
  const list = Object.entries(months).map(
    ([month, human]): Month => ({
      month,
      human: Object.entries(human).map(([author, commits]) => [Number(author), commits]),
      bot: 0,
      agent: 0,
    }),
  );
  const first = `${list[0]?.month ?? '2020-06'}-01`;
  const last = `${list.at(-1)?.month ?? '2020-06'}-15`;
  return {
    first: { commit: commitId, authored: first, committed: first },
    last: { commit: commitId, authored: last, committed: last },
    roots: [commitId],
    replaced: 0,
    commits: list.flatMap(({ human }) => human).reduce((sum, [, commits]) => sum + commits, 0),
    merges: 0,
    authors: { human: new Set(list.flatMap(({ human }) => human.map(([author]) => author))).size, bot: 0, agent: 0 },
    emails: 1,
    mailmap: false,
    anomalies: { malformed: 0, olderThanParent: 0, authoredLongBefore: 0, authoredAfter: 0 },
    imported: { subversion: 0, withoutEmail: 0 },
    months: list,
    ...more,
  };
}

/** A stable release, or not, of a day. */
export function releaseOf(version: string, date: string, stable = true): Release {
  return { tag: `v${version}`, version, date, commit: commitId, stable };
}

/** The releases of a repository that has no other tags. */
export function releasesOf(list: readonly Release[], templates: readonly string[] = ['v{semver}']): Seen['releases'] {
  return { tags: list.length, templates, others: [], strays: [], list };
}

/** A license file whose whole text is these licenses; null for one that was not recognized. */
export function licenseOf(path: string, expression: string | null, more: Partial<LicenseFile> = {}): LicenseFile {
  const holds = expression === null ? [] : expression.split(' AND ');
  return { path, expression, confidence: 1, text: expression === null ? 'unknown' : 'license', holds, ...more };
}

/** What was seen of a repository until 2020-06-30. */
export function seenOf(more: Partial<Seen> = {}): Seen {
  return {
    commit: commitId,
    branch: 'main',
    observed: '2020-06-30',
    collected: '2020-06-30',
    key: '0123456789abcdef',
    history: historyOf({ '2020-06': { 0: 1 } }),
    releases: releasesOf([]),
    contents: [contentOf()],
    ...more,
  };
}

/** The facts of a framework called `one`. */
export function factsOf(seen: Seen | null, more: Partial<RepositoryFacts> = {}): RepositoryFacts {
  return {
    framework: 'one',
    repository: 'https://github.com/somebody/one',
    seen,
    failure: null,
    file: 'data/repositories/one.json',
    ...more,
  };
}
