import * as v from 'valibot';
import { count, day, frameworkClaimsShape, maybe, text } from './shape.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const commitDay = v.object({ commit: text, authored: v.nullable(day), committed: day });
const presence = v.object({ files: count, sample: v.array(text) });

const history = v.object({
  first: commitDay,
  last: commitDay,
  roots: v.array(text),
  replaced: count,
  commits: count,
  merges: count,
  authors: v.object({ human: count, bot: count, agent: count }),
  emails: count,
  mailmap: v.boolean(),
  anomalies: v.object({ malformed: count, olderThanParent: count, authoredLongBefore: count, authoredAfter: count }),
  imported: v.object({ subversion: count, withoutEmail: count }),
});

const hits = { files: count, sample: v.array(v.object({ path: text, line: count })) };

const content = v.object({
  asOf: v.nullable(day),
  commit: text,
  committed: day,
  files: count,
  present: v.object({ tests: presence, documentation: presence, examples: presence, ci: presence }),
  licenses: v.array(v.object({ path: text, expression: maybe, confidence: share, text, holds: v.array(text) })),
  manifests: v.array(
    v.object({
      path: text,
      license: v.nullable(v.object({ said: text, expression: maybe, line: count })),
      versions: maybe,
    }),
  ),
  languages: v.array(v.strictTuple([text, count])),
  lines: v.object({ source: count, tests: count, vendored: count }),
  searches: v.array(
    v.object({
      pattern: text,
      in: v.picklist(['source', 'all']),
      ...hits,
      elsewhere: v.object(hits),
    }),
  ),
  unread: count,
});

const release = v.object({ tag: text, version: text, date: day, commit: text, stable: v.boolean() });

const computed = v.object({
  window: v.object({
    from: day,
    to: day,
    observedShare: share,
    counts: v.nullable(
      v.object({
        commits: count,
        bots: count,
        agents: count,
        authors: count,
        newcomers: count,
        absenceFactor: v.nullable(count),
        releases: count,
      }),
    ),
  }),
  activity: v.object({ state: v.picklist(['active', 'maintained', 'dormant', 'quiet']), last: day, asOf: day }),
  latest: v.nullable(v.object({ byDate: release, byVersion: release })),
});

/** What git told of a framework's repository, and what follows from it. */
const repositoryFacts = v.object({
  file: v.pipe(text, v.url()),
  failure: v.nullable(
    v.object({
      state: v.picklist(['moved', 'gone', 'unreachable', 'refused', 'broken']),
      detail: text,
      since: day,
      to: maybe,
    }),
  ),
  seen: v.nullable(
    v.object({
      commit: text,
      branch: maybe,
      observed: day,
      collected: day,
      history,
      releases: v.object({ tags: count, templates: v.array(text) }),
      contents: v.array(content),
    }),
  ),
  computed: v.nullable(computed),
});

/** `frameworks/{framework}.json`: every claim made of a framework, and what git tells of its repository. */
export const frameworkShape = v.object({
  ...frameworkClaimsShape.entries,
  repositoryFacts: v.nullable(repositoryFacts),
});
