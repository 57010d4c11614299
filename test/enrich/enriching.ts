import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Enriched, type EnrichOptions, type EnrichRow, enrich } from '../../scripts/enrich/enrich.ts';
import { inMemory, readFixture } from '../support/project.ts';
import type { Farm } from './farm/server.ts';

/** 2026-09-21, the day on which the tests look. */
export const now = 1_790_000_000;

/** A project of frameworks at these addresses, and what enrichment wrote into it so far. */
export interface Bench {
  readonly files: Record<string, string>;
  /** Lines that enrichment said. */
  readonly said: string[];
  readonly run: (options?: Partial<EnrichOptions>, at?: number) => Promise<Enriched>;
  /** The row of one framework, of a run over it alone. */
  readonly one: (framework: string, options?: Partial<EnrichOptions>, at?: number) => Promise<EnrichRow>;
  readonly workFolder: string;
  readonly close: () => void;
}

/** A tiny project whose frameworks keep their code at the addresses given; git may speak plain http, to the farm. */
export function startBench(farm: Farm, repositories: Readonly<Record<string, string>>): Bench {
  const fixture = Object.entries(readFixture('json-parsers')).filter(([file]) => !file.startsWith('frameworks/'));
  const files: Record<string, string> = Object.fromEntries(fixture.filter(([file]) => !file.includes('/parse/')));
  files['data/features.yaml'] = features;
  files['data/site.yaml'] = (files['data/site.yaml'] ?? '')
    .replace(/editions:.*/, 'editions: [{id: old, label: Old, on: 2009-12-22}, {id: today, label: Today}]')
    .replace(/^comparisons:.*\n/m, '');
  for (const [id, repository] of Object.entries(repositories)) {
    files[`frameworks/${id}.yaml`] =
      `name: ${id}\ncategory: tree\nrepository: '${repository}'\ntags: v{semver}\nlanguage: Python\nclaims: {}\n`;
  }
  const workFolder = mkdtempSync(join(tmpdir(), 'proofsheet-enrich-'));
  const said: string[] = [];
  const run: Bench['run'] = (options = {}, at = now) =>
    enrich(
      { only: null, staleDays: null, dryRun: false, accepted: [], timeoutSeconds: 28, ...options },
      {
        effects: inMemory(files),
        access: { protocols: 'http', home: farm.home },
        ...{ workFolder, now: at, signal: new AbortController().signal },
        writeFacts: (framework, text) => {
          files[`data/repositories/${framework}.json`] = text;
        },
        say: (line) => said.push(line),
      },
    );
  const one: Bench['one'] = async (framework, options, at) => {
    const { rows, issues } = await run({ only: [framework], ...options }, at);
    const row = rows?.[0];
    if (row === undefined) throw new Error(`nothing was asked: ${JSON.stringify(issues)}`);
    return row;
  };
  return { files, said, run, one, workFolder, close: () => rmSync(workFolder, { recursive: true, force: true }) };
}

const features = `groups: [{id: all, label: All}]
features:
  - {id: comments, label: Comments, short: Com., question: "Comments?", group: all, kind: support, fromGit: {grep: epoll, in: source}}
  - {id: license, label: License, short: Lic., question: "License?", group: all, kind: license, fromGit: {fact: license-files}}
  - {id: pool, label: Pool, short: Pool, question: "Pool?", group: all, kind: support, fromGit: {grep: threadpool, in: source}}
`;

/** Programs still at work below a folder, or under our guard for it. */
export function processesBelow(folder: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const environment = readFileSync(`/proc/${id}/environ`, 'utf8');
        return environment.includes(`HOME=${folder}`) || command.includes(folder) ? [command] : [];
      } catch {
        return [];
      }
    });
}
