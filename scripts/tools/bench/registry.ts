import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A made-up framework: what our YAML says, and what peers are given as data. */
export interface MadeFramework {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly category: string;
  readonly language: string;
  readonly homepage: string;
  readonly claims: Readonly<Record<string, readonly MadeClaim[]>>;
}

interface MadeClaim {
  readonly value: string;
  readonly on: string;
  readonly note: string;
  readonly source: string;
}

const featureCount = 16;
const languages = ['C', 'Go', 'Java', 'JavaScript', 'Python', 'Rust'];
const answers = ['full', 'full', 'partial', 'none'];

/** The ids of the features of every made registry. */
const featureIds: readonly string[] = Array.from({ length: featureCount }, (_, at) => `feature-${at + 1}`);

/** So many frameworks, the same for the same seed. */
export function makeFrameworks(count: number, seed = 1): readonly MadeFramework[] {
  const random = randomFrom(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const id = `fw-${String(index + 1).padStart(5, '0')}`;
    const claims = featureIds.map((feature) => {
      const on = `2026-${digits(1 + random() * 9)}-${digits(1 + random() * 27)}`;
      const note = `Read in the manual of ${id}, chapter ${Math.ceil(random() * 40)}, where ${feature} is described.`;
      return [feature, [{ value: pick(answers), on, note, source: 'manual' }]] as const;
    });
    return {
      id,
      name: `Framework ${index + 1}`,
      summary: `A made-up framework, number ${index + 1} of a registry that measures the generator.`,
      category: 'all',
      language: pick(languages),
      homepage: `https://${id}.example/`,
      claims: Object.fromEntries(claims),
    };
  });
}

function digits(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

/** A generator of numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes a project of these frameworks, without benchmarks. */
export function writeProject(folder: string, frameworks: readonly MadeFramework[]): void {
  rmSync(folder, { recursive: true, force: true });
  for (const one of ['data', 'frameworks']) mkdirSync(join(folder, one), { recursive: true });
  writeFileSync(join(folder, 'data/site.yaml'), site);
  writeFileSync(join(folder, 'data/sources.yaml'), sources);
  writeFileSync(join(folder, 'data/features.yaml'), features());
  for (const framework of frameworks)
    writeFileSync(join(folder, 'frameworks', `${framework.id}.yaml`), frameworkYaml(framework));
}

const site = `title: A made-up comparison
tagline: A registry that measures the generator.
url: https://bench.example
base: /
license: {label: CC0, url: "https://creativecommons.org/publicdomain/zero/1.0/"}
repository: https://github.com/example/bench
branch: main
categories: [{id: all, label: All}]
editions: [{id: now, label: Now}]
navigation: [{label: Matrix, path: matrix/}]
`;

const sources = `manual:
  title: The manuals
  author: Nobody
  url: https://manual.example/
  date: 2026-01-01
`;

function features(): string {
  const lines = featureIds.map(
    (id, at) =>
      `  - {id: ${id}, label: Feature ${at + 1}, short: F${at + 1}, question: Has it feature ${at + 1}?, group: all, kind: support}\n`,
  );
  return `groups: [{id: all, label: All}]\nfeatures:\n${lines.join('')}`;
}

/** A framework as YAML: the same for us and for peers. */
export function frameworkYaml({ claims, id: _, ...head }: MadeFramework): string {
  const lines = Object.entries(head).map(([key, value]) => `${key}: ${value}\n`);
  const answered = Object.entries(claims).map(([feature, list]) => {
    const items = list.map(
      ({ value, on, note, source }) =>
        `    - value: ${value}\n      on: ${on}\n      note: ${note}\n      source: ${source}\n`,
    );
    return `  ${feature}:\n${items.join('')}`;
  });
  return `${lines.join('')}claims:\n${answered.join('')}`;
}
