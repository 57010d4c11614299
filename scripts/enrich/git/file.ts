import type { Content, Month, RepositoryFacts, Seen } from '../../domain/facts.ts';

/** Facts as the text of `data/repositories/<id>.json`: fixed order of keys, one month, release or file per line. */
export function printFacts({ repository, seen, failure }: RepositoryFacts): string {
  return `${print({ repository, failure, seen: seen === null ? null : shapeSeen(seen) }, '')}\n`;
}

/** A part of the file, in the order of its keys. */
type Part = Readonly<Record<string, unknown>>;

function shapeSeen(seen: Seen): Part {
  const { commit, branch, observed, collected, key, history, releases, contents } = seen;
  const { first, last, roots, replaced, commits, merges, authors, emails, mailmap, anomalies, imported, months } =
    history;
  return {
    commit,
    branch,
    observed,
    collected,
    key,
    history: {
      ...{
        first,
        last,
        roots,
        ...(replaced === 0 ? {} : { replaced }),
        commits,
        merges,
        authors,
        emails,
        mailmap,
        anomalies,
        imported,
      },
      months: Object.fromEntries(months.map((month) => [month.month, printMonth(month)])),
    },
    releases: shapeReleases(releases),
    contents: contents.map(shapeContent),
  };
}

/** Empty lists are left out; the reader adds them again. */
function shapeReleases({ tags, templates, others, strays, list }: Seen['releases']): Part {
  return {
    tags,
    templates,
    ...(others.length === 0 ? {} : { others }),
    ...(strays.length === 0 ? {} : { strays }),
    list,
  };
}

/** `0:12 3:2`: author 0 made 12 commits, author 3 made 2. */
function printMonth({ human, bot, agent }: Month): Part {
  return { human: human.map(([author, commits]) => `${author}:${commits}`).join(' '), bot, agent };
}

function shapeContent(content: Content): Part {
  const searches = content.searches.map(({ elsewhere, ...own }) =>
    elsewhere.files === 0 ? own : { ...own, elsewhere },
  );
  return { ...content, languages: Object.fromEntries(content.languages), searches };
}

const widest = 140;

/** JSON with each part on one line if it fits, so that a diff shows only what changed. */
function print(value: unknown, indent: string): string {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || (line.length + indent.length <= widest && isFlat(value)))
    return spaced(line, value);
  const inner = `${indent} `;
  const parts = Array.isArray(value)
    ? value.map((one) => print(one, inner))
    : Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${print(one, inner)}`);
  if (parts.length === 0) return line;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${indent}${close}`;
}

/** Whether a value contains nothing deeper than lists of plain values. */
function isFlat(value: object): boolean {
  return Object.values(value).every(
    (one) =>
      typeof one !== 'object' || one === null || (Array.isArray(one) && one.every((part) => typeof part !== 'object')),
  );
}

function spaced(line: string, value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return line;
  const parts = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${JSON.stringify(one)}`);
  return parts.length === 0 ? '{}' : `{${parts.join(', ')}}`;
}
