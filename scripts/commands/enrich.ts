import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { type EnrichRow, enrich, summarizeRows } from '../enrich/enrich.ts';
import { httpsOnly, requireTools } from '../enrich/git/access.ts';
import { openWorkFolder } from '../platform/work-folder.ts';
import { writeFileInside } from '../platform/write-file.ts';
import type { Context, ExitCode } from './context.ts';
import { printIssues } from './print-issues.ts';
import type { Terminal } from './terminal.ts';

/** What `enrich` reads, and how long. */
export interface EnrichArguments {
  readonly only: readonly string[] | null;
  readonly staleDays: number | null;
  readonly dryRun: boolean;
  readonly accepted: readonly string[];
  readonly timeoutSeconds: number;
  readonly strict: boolean;
}

/** Reads the repositories and writes what git says to `data/repositories/`. */
export async function runEnrich(context: Context, args: EnrichArguments): Promise<ExitCode> {
  const { root, effects, terminal, epoch } = context;
  const now = epoch ?? Math.floor(Date.now() / 1000);
  requireTools();
  const workFolder = openWorkFolder(join(root, '.cache'));
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());
  try {
    const { issues, rows } = await enrich(args, {
      effects,
      access: httpsOnly,
      workFolder,
      now,
      signal: ended.signal,
      writeFacts: (framework, text) => writeFileInside(root, `data/repositories/${framework}.json`, text),
      say: terminal.say,
    });
    if (rows === null) {
      printIssues(issues, context);
      terminal.print('no repository was read');
      return 1;
    }
    for (const line of summarizeRows(rows, now)) terminal.say(line);
    return exitCodeOf(rows, args.strict, terminal);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

function exitCodeOf(rows: readonly EnrichRow[], strict: boolean, terminal: Terminal): ExitCode {
  const bugs = rows.filter(({ bug }) => bug !== null);
  for (const { framework, bug } of bugs) terminal.error(`${framework} ${inspect(bug)}`);
  if (bugs.length > 0) return 2;
  return strict && rows.some(({ facts }) => facts.failure !== null) ? 1 : 0;
}
