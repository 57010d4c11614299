import { isMap, parseDocument } from 'yaml';
import type { Catalog, Feature } from '../domain/feature.ts';

/** Text in double quotes, which YAML reads as JSON does. */
export const quote = (text: string): string => JSON.stringify(text);

/** A file of a framework with every question beside the answer that is still missing. */
export function frameworkSkeleton(name: string, category: string, features: Catalog['features']): string {
  const questions = features.map((one) => `  # ${one.id}: unknown      # ${one.question} ${valuesOf(one)}`);
  return `name: ${quote(name)}
category: ${category}
language: unknown                         # the programming language
# summary: One sentence.
# homepage: https://example.org/
# repository: https://github.com/owner/name   # \`enrich\` reads it
claims:                                   # by feature; what is left out is unknown
  # A claim: \`proofsheet new claim <this file's name> <feature>\` writes one.
${questions.join('\n')}
  {}
`;
}

/** What a claim on a feature may say. */
function valuesOf({ kind, choices }: Pick<Feature, 'kind' | 'choices'>): string {
  switch (kind) {
    case 'support':
      return '(full, partial or none)';
    case 'license':
      return '(an SPDX expression such as MIT)';
    case 'choice':
    case 'list':
      return choices.length === 0 ? '(a list of texts)' : `(${choices.map(({ id }) => id).join(', ')})`;
    case 'number':
      return '(a number)';
    case 'date':
      return '(a day, month or year)';
    case 'link':
      return '(a URL)';
    case 'text':
      return '(one line)';
    default:
      return kind satisfies never;
  }
}

/** A framework's file with a claim added, newest last; null if its `claims` are not written one feature a line. */
export function addClaim(
  text: string,
  feature: Pick<Feature, 'id' | 'kind' | 'choices'>,
  today: string,
): string | null {
  const document = parseDocument(text);
  const claims = document.get('claims', true);
  if (document.errors.length > 0 || !isMap(claims)) return null;
  const claim = `    - value: unknown                      # ${valuesOf(feature)}
      on: ${today}
      # source: {url: "https://example.org/", retrieved: ${today}}
`;
  const pair = claims.items.find(({ key }) => String(key) === feature.id);
  const key = `  ${feature.id}:\n`;
  if (claims.flow === true) {
    if (claims.items.length > 0 || claims.range === undefined || claims.range === null) return null;
    const [from, to] = claims.range;
    const before = text.slice(0, from).replace(/[ ]*$/, '').replace(/\n?$/, '\n');
    return `${before}${key}${claim}${text.slice(to).replace(/^\n/, '')}`;
  }
  if (pair === undefined) return `${text.replace(/\n*$/, '\n')}${key}${claim}`;
  const range = (pair.value as { readonly range?: readonly number[] | null } | null)?.range;
  const keyStart = (pair.key as { readonly range?: readonly number[] | null } | null)?.range?.[0];
  if (range === undefined || range === null || keyStart === undefined) return null;
  const isList = /^-\s/.test(text.slice(range[0]));
  // A range ends behind the indentation of what follows.
  const end = range[2] === text.length ? text.length : text.lastIndexOf('\n', (range[2] ?? 0) - 1) + 1;
  if (isList) return `${text.slice(0, end).replace(/\n?$/, '\n')}${claim}${text.slice(end)}`;
  // The short form, `tls: unknown`.
  return /^\w+\s*$/.test(text.slice(range[0], range[1]))
    ? `${text.slice(0, keyStart)}${feature.id}:\n${claim}${text.slice(end)}`
    : null;
}

/** `data/features.yaml` with a feature at its end. */
export function addFeature(text: string, id: string, group: string): string {
  return `${text.replace(/\n*$/, '\n')}  - id: ${id}
    label: ${quote(id)}
    short: ${quote(id.slice(0, 20))}                     # the column's head, at most 20 characters
    question: Write the question here?
    # help: What counts as full, and what as partial.
    group: ${group}
    kind: support                         # support, license, choice, list, text, link, date or number
    # review: 5y                          # older answers are marked as aged
    # facet: true                         # readers can filter by it
`;
}

/** `data/sources.yaml` with a source at its end. */
export function addSource(text: string, id: string, today: string): string {
  return `${text.replace(/^\{\}\s*$/m, '').replace(/\n*$/, '\n')}${id}:
  title: Title of the text
  author: Its author
  url: https://example.org/
  date: ${today}
  # parts: [table, text]                  # what claims may cite
  # note: One sentence.
`;
}

/** What a run says of itself; the machine's facts are filled in. */
export function runSkeleton(today: string, facts: Readonly<Record<string, string>>): string {
  const listed = Object.entries(facts).map(([name, value]) => `  ${name}: ${quote(value)}\n`);
  return `date: ${today}
title: Title of the run
condition: unknown                        # quiet if nothing else ran on the machine, else busy
by: your name
testbed:
${listed.join('')}# generator: {command: the exact command}
# parameters: {repeats: 3}
caveats: []                               # what is wrong with the run
# sweeps:                                 # by CSV file beside this one; one not listed belongs to the framework of its name
#   sample: {label: Sample, framework: sample, version: sample 1.2}
`;
}
