import parseLicense from 'spdx-expression-parse';
import type { Claim, ClaimSource, ClaimValue, NamedSource } from '../domain/claim.ts';
import { writeDate } from '../domain/dates.ts';
import type { Feature } from '../domain/feature.ts';
import type { Framework } from '../domain/framework.ts';
import { issue, unexpected } from '../domain/issue.ts';
import { guessLicense } from '../domain/licenses.ts';
import type { Run } from '../domain/run.ts';
import type { Issue, Place, Source } from '../domain/source.ts';
import { readNumberText } from './number.ts';
import { isDate } from './shape.ts';

const supports = ['full', 'partial', 'none', 'unknown', 'inapplicable'];
const silent = ['unknown', 'inapplicable'];

/** The names that may be referred to; null if the file that defines them is broken, and nothing can be checked. */
export interface Known {
  readonly frameworks: readonly string[];
  readonly features: readonly Feature[] | null;
  readonly sources: ReadonlyMap<string, NamedSource> | null;
  readonly categories: readonly string[] | null;
  readonly hosts: readonly string[] | null;
  readonly editions: readonly string[] | null;
  readonly benchmarks: readonly string[];
}

/** Checks a framework's references: category, features, choices, licenses, sources, disputed claims. */
export function checkFramework(framework: Framework, source: Source, known: Known): readonly Issue[] {
  const { categories, features } = known;
  const category =
    categories === null || framework.category === '' || categories.includes(framework.category)
      ? []
      : [issue('id-unknown', source.placeOf(['category']), unexpected('category', framework.category, categories))];
  const claims = [...framework.claims].flatMap(([featureId, list]) => {
    if (features === null) return [];
    const feature = features.find(({ id }) => id === featureId);
    if (feature !== undefined) return list.flatMap((claim) => checkClaim(claim, list, feature, known.sources));
    const place = source.placeOf(['claims', featureId], 'key');
    return [
      issue(
        'id-unknown',
        place,
        unexpected(
          'feature',
          featureId,
          features.map(({ id }) => id),
        ),
      ),
    ];
  });
  return [...category, ...checkHost(framework, source, known.hosts), ...claims];
}

/** Warns of a repository that `enrich` may not read, since its facts would stay unknown. */
function checkHost({ repository }: Framework, source: Source, hosts: readonly string[] | null): readonly Issue[] {
  if (repository === null || hosts === null) return [];
  if (hosts.some((host) => repository.startsWith(`https://${host}/`))) return [];
  const message = `\`enrich\` cannot read ${repository}, expected https:// and one of ${hosts.join(', ')}; see \`hosts\` in data/site.yaml`;
  return [issue('repository-host', source.placeOf(['repository']), message)];
}

function checkClaim(
  claim: Claim,
  list: readonly Claim[],
  feature: Feature,
  sources: Known['sources'],
): readonly Issue[] {
  if (claim.broken === true) return checkValue(claim, feature);
  return [
    ...checkValue(claim, feature),
    ...checkSources(claim.sources, claim.place, sources),
    ...checkSourced(claim, feature),
    ...checkDisputed(claim, list),
    ...checkSameUrl(claim, list),
  ];
}

function checkValue({ value, place }: Claim, feature: Feature): readonly Issue[] {
  if (typeof value === 'string' && silent.includes(value)) return [];
  if (feature.kind === 'number' || typeof value === 'number') return checkNumber(value, place, feature);
  const texts = typeof value === 'string' ? [value] : value;
  if (texts.length === 0) return [issue('value-form', place, 'The list is empty; add a value')];
  if ((feature.kind === 'list') !== (typeof value !== 'string')) {
    return [
      issue(
        'value-type',
        place,
        `Found ${typeof value === 'string' ? 'one value' : 'a list'} for ${feature.id}, expected ${feature.kind === 'list' ? 'a list' : 'one value'}`,
      ),
    ];
  }
  const choices = feature.kind === 'support' ? supports : feature.choices.map(({ id }) => id);
  switch (feature.kind) {
    case 'support':
    case 'choice':
      return checkChoices(texts, choices, place);
    case 'list':
      return choices.length > 0 ? checkChoices(texts, choices, place) : [];
    case 'license':
      return texts.flatMap((text) => checkLicense(text, place));
    case 'date':
      return texts
        .filter((text) => !isDate(text))
        .map((text) => issue('value-form', place, `Found \`${text}\`, expected a day, month or year`));
    case 'link':
      return texts
        .filter((text) => !/^https?:\/\//.test(text))
        .map((text) =>
          issue('value-form', place, `Found \`${text}\`, expected a URL that begins with http:// or https://`),
        );
    case 'text':
      return [];
    default:
      return feature.kind satisfies never;
  }
}

/** A number is written as one, and nothing else is. */
function checkNumber(value: ClaimValue, place: Place, { id, kind }: Feature): readonly Issue[] {
  if (typeof value === 'number') {
    const exact = !Number.isInteger(value) || Number.isSafeInteger(value);
    if (kind !== 'number')
      return [issue('value-type', place, `Found the number \`${value}\` for ${id}, expected text; quote it`)];
    return exact ? [] : [issue('value-form', place, `Found \`${value}\`, which is too large to be kept exactly`)];
  }
  if (typeof value !== 'string') return [issue('value-type', place, `Found a list for ${id}, expected one number`)];
  const read = readNumberText(value);
  const why = 'value' in read ? 'remove the quotes' : read.fault;
  return [issue('value-type', place, `Found the text \`${value}\` for ${id}, expected a number: ${why}`)];
}

function checkChoices(texts: readonly string[], choices: readonly string[], place: Place): readonly Issue[] {
  return texts
    .filter((text) => !choices.includes(text))
    .map((text) =>
      issue(
        'choice-unknown',
        place,
        unexpected('value', text, [...choices, ...silent.filter((one) => !choices.includes(one))]),
      ),
    );
}

function checkLicense(text: string, place: Place): readonly Issue[] {
  try {
    parseLicense(text);
    return [];
  } catch {
    const guess = guessLicense(text);
    const rest = guess === null ? '' : `; did you mean \`${guess}\`?`;
    return [
      issue(
        'license-invalid',
        place,
        `Found \`${text}\`, expected an SPDX license expression such as MIT, BSD-3-Clause or LicenseRef-Name${rest}`,
      ),
    ];
  }
}

/** Checks that every named source exists, and the cited part of it. */
function checkSources(cited: readonly ClaimSource[], place: Place, sources: Known['sources']): readonly Issue[] {
  return cited.flatMap((source) => {
    if (source.kind !== 'named' || sources === null) return [];
    const named = sources.get(source.source);
    if (named === undefined)
      return [issue('id-unknown', place, unexpected('source', source.source, [...sources.keys()]))];
    if (source.part === null || named.parts.length === 0 || named.parts.includes(source.part)) return [];
    return [issue('id-unknown', place, unexpected(`part of ${named.id}`, source.part, named.parts))];
  });
}

function checkSourced({ value, sources, place }: Claim, feature: Feature): readonly Issue[] {
  const undated = sources.flatMap((one) => (one.kind === 'url' && one.retrieved === null ? [one.url] : []));
  if (undated.length > 0)
    return undated.map((found) =>
      issue('source-undated', place, `The source ${found} has no \`retrieved\`; add the day on which you read it`),
    );
  if (sources.length > 0 || (typeof value === 'string' && silent.includes(value))) return [];
  return [issue('claim-unproven', place, `The claim on ${feature.id} has no source; add \`on\` and \`source\``)];
}

function checkDisputed({ disputes, place }: Claim, list: readonly Claim[]): readonly Issue[] {
  if (disputes === null) return [];
  const dates = list.flatMap(({ on }) => (on === null ? [] : [writeDate(on)]));
  return dates.includes(writeDate(disputes))
    ? []
    : [issue('claim-disputes', place, unexpected('disputed date', writeDate(disputes), [...new Set(dates)]))];
}

/** Finds two claims with the same date, source and author: a repetition, or a contradiction in one voice. */
function checkSameUrl(claim: Claim, list: readonly Claim[]): readonly Issue[] {
  const sign = ({ on, sources, by, said }: Claim): string =>
    JSON.stringify([on, sources, by, on?.kind === 'after' ? said : null]);
  const first = list.find((other) => sign(other) === sign(claim));
  return first === claim || first === undefined
    ? []
    : [
        issue(
          'claim-duplicate',
          claim.place,
          `A claim with the same date and source is on line ${first.place.line}; keep one of them`,
        ),
      ];
}

/** Checks a run's references: its frameworks and sources. */
export function checkRun(run: Run, source: Source, { frameworks, sources }: Known): readonly Issue[] {
  const sweeps = run.sweeps
    .filter(({ framework }) => framework !== null && !frameworks.includes(framework))
    .map(({ id, framework, file }) =>
      framework === id
        ? issue('id-unknown', { file, line: 1, column: 1 }, unexpected('framework', id, frameworks))
        : issue(
            'id-unknown',
            source.placeOf(['sweeps', id, 'framework']),
            unexpected('framework', framework ?? '', frameworks),
          ),
    );
  const statements = run.statements.flatMap(({ framework, place, sources: cited }) => [
    ...(frameworks.includes(framework)
      ? []
      : [issue('id-unknown', place, unexpected('framework', framework, frameworks))]),
    ...checkSources(cited, place, sources),
  ]);
  return [...sweeps, ...statements];
}
