import { type Answers, toId } from './answers.ts';
import { quote } from './skeletons.ts';

/** The data of a new comparison: settings, features, a file for each of the first two, and a benchmark if one is wanted. */
export function dataFiles(answers: Answers): Readonly<Record<string, string>> {
  const { frameworks, benchmark } = answers;
  const files = frameworks.map((name, index) => [`frameworks/${toId(name)}.yaml`, frameworkFile(name, index)] as const);
  return {
    'data/site.yaml': siteFile(answers),
    'data/features.yaml': featuresFile(answers),
    'data/sources.yaml': sourcesFile,
    'site/pages/about.md': aboutPage(answers),
    ...Object.fromEntries(files),
    ...(benchmark === null ? {} : { [`data/${toId(benchmark)}/benchmark.yaml`]: benchmarkFile(benchmark) }),
  };
}

function siteFile({ title, noun, nounPlural, frameworks, benchmark }: Answers): string {
  const ids = frameworks.map(toId);
  const compared = new Set(ids).size > 1 ? `comparisons:\n  - {frameworks: [${ids.join(', ')}]}\n` : '';
  const benchmarks = benchmark === null ? '' : '  - {label: Benchmarks, path: benchmarks/}\n';
  return `title: ${quote(title)}
tagline: ${quote(`${capital(nounPlural)} compared. Every answer shows its source.`)}
noun: ${quote(noun)}                      # what is compared, as readers see it
nounPlural: ${quote(nounPlural)}
# Where the site is published; \`build --url --base\` says it for one build. \`base\` is the folder on the host.
url: https://example.org
base: /
license: {label: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
# Where this folder is kept: "Improve this claim" links to it.
repository: https://github.com/example/comparison
branch: main
categories:                               # sections of the matrix, in order
  - {id: all, label: All}
editions:                                 # the matrix as of a date; the one without \`on\` is the latest
  - {id: today, label: Today}
${compared}navigation:
  - {label: Matrix, path: matrix/}
${benchmarks}  - {label: About, path: about/}
`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function featuresFile({ noun }: Answers): string {
  return `groups:
  - {id: project, label: Project}
  - {id: use, label: Use}
features:                                 # in display order: the columns of the matrix
  - id: license
    label: License
    short: License
    question: ${quote(`Under which license is the ${noun} published?`)}
    group: project
    kind: license                         # an SPDX expression such as MIT or Apache-2.0
  - id: open-source
    label: Open source
    short: Open
    question: Can anyone read and change the source?
    group: project
    kind: support                         # full, partial, none, unknown or inapplicable
    facet: true                           # readers can filter by it
  - id: documentation
    label: Documentation
    short: Docs
    question: ${quote(`Is there documentation beside the ${noun}'s own code?`)}
    group: use
    kind: support
    review: 3y                            # older answers are marked as aged
    facet: true
`;
}

const sourcesFile = `# Texts that several claims cite, by an id of your choice. A claim then says \`source: <id>\`.
# survey-2026:
#   title: The survey of 2026
#   author: A. Author
#   url: https://example.org/survey
#   date: 2026-01-31
{}
`;

function frameworkFile(name: string, index: number): string {
  return `name: ${quote(name)}
category: all                             # one of the categories in data/site.yaml
language: unknown                         # the programming language
# homepage: https://example.org/
# repository: https://github.com/owner/name   # \`enrich\` reads it
look: {hue: ${(index % 6) + 1}, style: 1}                 # how its line is drawn in figures
claims:                                   # by feature; what is left out is unknown
  license: unknown
  open-source: unknown
  documentation: unknown
  # A claim has a value, the day on which it held, and a source:
  # open-source:
  #   - value: full
  #     on: 2026-01-31
  #     source: {url: "https://example.org/license", retrieved: 2026-01-31}
`;
}

/** A benchmark without runs. */
export function benchmarkFile(title: string): string {
  return `title: ${quote(title)}
summary: ${quote(`${title}, measured by anyone who runs the same programs.`)}
workload: Say what each program does, for how long, and on how many cores.
axis: size                                # the measure that rises along a sweep
key: [repeat, size]                       # the columns that name a step
repeat: repeat
measures:                                 # every column that a CSV file may have
  - {id: repeat, label: Repeat}
  - {id: size, label: Size}
  - {id: seconds, label: Time, unit: s, better: lower}
charts: []
# With the first run, say what is drawn of it:
# charts:
#   - {id: time, template: lines, title: Time, question: How long does it take?, measure: seconds}
# A run is a folder, runs/<date>-<machine>/, with run.yaml and a CSV file for each that was measured:
#   date: 2026-01-31
#   title: On a laptop
#   condition: quiet
#   by: A. Author
#   testbed: {CPU: 4 cores at 3 GHz}
#   caveats: []
`;
}

function aboutPage({ nounPlural }: Answers): string {
  return `# About

This comparison answers the same questions about several ${nounPlural}. Every answer has a date and a source. What nobody has
answered yet is shown as unknown.
`;
}
