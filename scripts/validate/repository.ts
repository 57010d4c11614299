import * as v from 'valibot';
import type { History, LicenseFile, Month, RepositoryFacts, Seen } from '../domain/facts.ts';
import type { Framework } from '../domain/framework.ts';
import { issue } from '../domain/issue.ts';
import type { Issue, Source } from '../domain/source.ts';
import { type Checked, checkShape, day, line, mapping, oneOf, url } from './shape.ts';

const commit = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{40}$/, 'This is not a full commit id, expected 40 hexadecimal digits'),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0, 'Found a negative count, expected 0 or more'));
const text = line(300);
const commitDay = mapping({ commit, authored: v.nullable(day()), committed: day() });
const presence = mapping({ files: count, sample: v.array(text) });
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1, 'Found more than 1, expected a share from 0 to 1'));

const history = mapping({
  first: commitDay,
  last: commitDay,
  roots: v.array(commit),
  replaced: v.optional(count, 0),
  commits: count,
  merges: count,
  authors: mapping({ human: count, bot: count, agent: count }),
  emails: count,
  mailmap: v.boolean(),
  anomalies: mapping({ malformed: count, olderThanParent: count, authoredLongBefore: count, authoredAfter: count }),
  imported: mapping({ subversion: count, withoutEmail: count }),
  months: v.record(
    v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'This is not a month, expected one such as 2009-12')),
    mapping({
      human: v.pipe(
        v.string(),
        v.regex(
          /^(?:\d+:[1-9]\d*(?: \d+:[1-9]\d*)*)?$/,
          'These are not counts, expected author:commits pairs such as `0:12 3:2`',
        ),
      ),
      bot: count,
      agent: count,
    }),
  ),
});

const hits = { files: count, sample: v.array(mapping({ path: text, line: count })) };
const nowhere = { files: 0, sample: [] };

// Facts of an older collector lack what is optional here, and stay until they are read anew.
const licenseFile = mapping({
  path: text,
  expression: v.nullable(text),
  confidence: share,
  text: v.optional(oneOf(['license', 'part', 'notice', 'unknown'])),
  holds: v.optional(v.array(text)),
});

const content = mapping({
  asOf: v.nullable(day()),
  commit,
  committed: day(),
  files: count,
  present: mapping({ tests: presence, documentation: presence, examples: presence, ci: presence }),
  licenses: v.array(licenseFile),
  manifests: v.array(
    mapping({
      path: text,
      license: v.nullable(mapping({ said: text, expression: v.nullable(text), line: count })),
      versions: v.nullable(text),
    }),
  ),
  languages: v.record(line(), count),
  lines: mapping({ source: count, tests: count, vendored: count }),
  searches: v.array(
    mapping({ pattern: text, in: oneOf(['source', 'all']), ...hits, elsewhere: v.optional(mapping(hits), nowhere) }),
  ),
  unread: count,
});

const seen = mapping({
  commit,
  branch: v.nullable(text),
  observed: day(),
  collected: day(),
  key: line(),
  history,
  releases: mapping({
    tags: count,
    templates: v.array(line()),
    others: v.optional(v.array(text), []),
    strays: v.optional(v.array(text), []),
    list: v.array(mapping({ tag: text, version: text, date: day(), commit, stable: v.boolean() })),
  }),
  contents: v.pipe(v.array(content), v.minLength(1, 'The list is empty, expected the contents of the newest commit')),
});

const factsSchema = mapping({
  repository: url(),
  failure: v.nullable(
    mapping({
      state: oneOf(['moved', 'gone', 'unreachable', 'refused', 'broken']),
      detail: text,
      since: day(),
      to: v.nullable(
        v.pipe(
          line(400),
          v.regex(/^https?:\/\/\S+$/, 'This is not a URL, expected one that begins with http:// or https://'),
        ),
      ),
    }),
  ),
  seen: v.nullable(seen),
});

/** Reads the facts of a framework's repository from `data/repositories/<id>.json`. */
export function readRepositoryFacts(source: Source, framework: string): Checked<RepositoryFacts> {
  const { value, issues } = checkShape(factsSchema, source);
  if (value === null) return { value, issues };
  return {
    value: { ...value, framework, seen: value.seen === null ? null : toSeen(value.seen), file: source.file },
    issues,
  };
}

function toSeen(input: v.InferOutput<typeof seen>): Seen {
  const contents = input.contents.map((one) => ({
    ...one,
    licenses: one.licenses.map(toLicenseFile),
    languages: Object.entries(one.languages),
  }));
  return { ...input, history: toHistory(input.history), contents };
}

function toLicenseFile({ text: kind, holds, ...file }: v.InferOutput<typeof licenseFile>): LicenseFile {
  const { expression } = file;
  return { ...file, text: kind ?? (expression === null ? 'unknown' : 'license'), holds: holds ?? [] };
}

function toHistory(input: v.InferOutput<typeof history>): History {
  const months = Object.entries(input.months).map(
    ([month, { human, bot, agent }]): Month => ({ month, human: toPairs(human), bot, agent }),
  );
  return { ...input, months: months.sort((a, b) => (a.month < b.month ? -1 : 1)) };
}

function toPairs(text: string): Month['human'] {
  if (text === '') return [];
  return text.split(' ').map((pair) => {
    const [author = '0', commits = '0'] = pair.split(':');
    return [Number(author), Number(commits)] as const;
  });
}

/** Checks that the facts belong to a framework in the registry, and to the repository it names. */
export function checkRepositoryFacts(
  facts: RepositoryFacts,
  source: Source,
  frameworks: readonly Framework[],
): readonly Issue[] {
  const framework = frameworks.find(({ id }) => id === facts.framework);
  if (framework?.repository === facts.repository) return checkTags(facts, source, framework);
  const expected = framework === undefined ? 'no framework with this id' : (framework.repository ?? 'no repository');
  const message = `These are facts of ${facts.repository}, but the registry has ${expected}; run \`npm run enrich\` or remove the file`;
  return [issue('facts-stray', source.placeOf(['repository']), message)];
}

/** Templates that match none of many tags are wrong, or the repository has changed its ways. */
function checkTags({ seen }: RepositoryFacts, source: Source, { file, tags }: Framework): readonly Issue[] {
  if (seen === null || tags.length === 0 || seen.releases.tags === 0 || seen.releases.list.length > 0) return [];
  const { others } = seen.releases;
  const asked = tags.map((template) => `\`${template}\``).join(' or ');
  const examples = others.length === 0 ? '' : `, such as ${others.slice(0, 3).join(', ')}`;
  const count = `${seen.releases.tags} ${seen.releases.tags === 1 ? 'tag' : 'tags'}`;
  const message = `Found ${count}${examples}; none matches ${asked} of ${file}`;
  return [issue('tags-unmatched', source.placeOf(['seen', 'releases', 'tags']), message)];
}
