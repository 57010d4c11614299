import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Arguments, readArguments, usage } from './arguments.ts';
import { build, check } from './build.ts';
import { UserError } from './domain/errors.ts';
import { hasErrors, printable, printIssue } from './domain/issue.ts';
import { limits } from './domain/limits.ts';
import type { Issue } from './domain/source.ts';
import type { EnrichRow } from './enrich/enrich.ts';
import { diskEffects, type Effects } from './platform/effects.ts';
import { servePreview } from './platform/serve.ts';
import { writeFileWhole } from './platform/write-file.ts';
import { writeSite } from './platform/write-site.ts';
import { addUrls } from './published-urls.ts';

const shared = resolve(import.meta.dirname, '..');

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof UserError) console.error(`proofsheet: ${printable(error.message)}`);
  else console.error(error);
  return 2;
});

/** Runs one command and returns its exit code: 0 success, 1 issues, 2 wrong usage. */
async function main(words: readonly string[]): Promise<number> {
  if (words[0] === 'bench') {
    const { runBench } = await import('./bench/bench.ts');
    return runBench(words.slice(1), say);
  }
  const args = readArguments(words);
  const epoch = readEpoch(process.env['SOURCE_DATE_EPOCH']);
  const today = epoch === null ? null : new Date(epoch * 1000).toISOString().slice(0, 10);
  const effects = diskEffects(args.root, shared, today, progress);
  switch (args.command) {
    case 'check':
      return runCheck(effects);
    case 'build':
      return runBuild(effects, args.out);
    case 'preview':
      return runPreview(effects, args.out, args.port);
    case 'addresses':
      return runPublishedUrls(effects, args.root);
    case 'enrich':
      return runEnrich(effects, args, epoch ?? Math.floor(Date.now() / 1000));
    case null:
      console.error(usage);
      return 2;
    case 'help':
      console.log(usage);
      return 0;
    case 'version':
      console.log(JSON.parse(readFileSync(join(shared, 'package.json'), 'utf8')).version);
      return 0;
    default:
      return args.command satisfies never;
  }
}

function runCheck(effects: Effects): number {
  const { issues } = check(effects);
  clearProgress();
  printIssues(issues);
  console.log(countIssues(issues));
  return hasErrors(issues) ? 1 : 0;
}

async function runBuild(effects: Effects, out: string): Promise<number> {
  const started = performance.now();
  const { outputs, issues } = await build(effects);
  clearProgress();
  printIssues(issues);
  if (outputs === null) {
    console.log(`${countIssues(issues)}; nothing was written`);
    return 1;
  }
  const { files, changed } = writeSite(outputs, out);
  const pages = outputs.filter(({ path }) => path.endsWith('.html')).length;
  const figures = outputs.filter(({ path }) => /^embed\/.+\/index\.html$/.test(path)).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${pages} pages, ${figures} figures, ${files} files (${changed} changed), ${countIssues(issues)}, ${seconds} s → ${out}`,
  );
  return 0;
}

async function runPublishedUrls(effects: Effects, root: string): Promise<number> {
  const { outputs, issues } = await build(effects);
  clearProgress();
  printIssues(issues);
  if (outputs === null) return 1;
  const file = 'data/addresses.txt';
  const listed = effects.files.list('data').includes(file) ? new TextDecoder().decode(effects.files.read(file)) : '';
  const { text, added, lost } = addUrls(listed, outputs);
  writeFileWhole(join(root, file), text);
  for (const path of lost)
    console.log(`${printable(path)} was published but is no longer built; add a redirect to data/redirects.yaml`);
  console.log(`${added.length} URLs added, ${lost.length} lost`);
  return lost.length === 0 ? 0 : 1;
}

async function runPreview(effects: Effects, out: string, port: number): Promise<number> {
  const { project } = check(effects);
  clearProgress();
  const base = project?.registry.site.base ?? '/';
  const server = await servePreview(out, base, port);
  console.log(`http://127.0.0.1:${port}${base} (stop with Ctrl-C)`);
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close(() => done()));
  });
  return 0;
}

async function runEnrich(effects: Effects, args: Arguments, now: number): Promise<number> {
  const { enrich, summarizeRows } = await import('./enrich/enrich.ts');
  const { openWorkFolder } = await import('./platform/work-folder.ts');
  const { httpsOnly, requireTools } = await import('./enrich/git/access.ts');
  requireTools();
  const workFolder = openWorkFolder(join(args.root, '.cache'));
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());
  const folder = join(args.root, 'data', 'repositories');
  try {
    const { issues, rows } = await enrich(args, {
      effects,
      access: httpsOnly,
      workFolder,
      now,
      signal: ended.signal,
      writeFacts: (framework, text) => writeFileWhole(join(folder, `${framework}.json`), text),
      say,
    });
    if (rows === null) {
      printIssues(issues);
      console.log(`${countIssues(issues)}; no repository was read`);
      return 1;
    }
    for (const line of summarizeRows(rows, now)) say(line);
    return exitCodeOf(rows, args.strict);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

function exitCodeOf(rows: readonly EnrichRow[], strict: boolean): number {
  const bugs = rows.filter(({ bug }) => bug !== null);
  for (const { framework, bug } of bugs) console.error(framework, bug);
  if (bugs.length > 0) return 2;
  return strict && rows.some(({ facts }) => facts.failure !== null) ? 1 : 0;
}

function say(line: string): void {
  clearProgress();
  console.log(printable(line));
}

function printIssues(issues: readonly Issue[]): void {
  for (const issue of issues.slice(0, limits.printedIssues)) console.log(printIssue(issue));
  if (issues.length > limits.printedIssues) console.log(`and ${issues.length - limits.printedIssues} more`);
}

function countIssues(issues: readonly Issue[]): string {
  const errors = issues.filter(({ level }) => level === 'error').length;
  const warnings = issues.length - errors;
  return `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
}

/** One line that is overwritten on a terminal, plain lines elsewhere. */
function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${printable(line)} …`);
  else console.error(printable(line));
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
}

/** `SOURCE_DATE_EPOCH`; null if it is not set. */
function readEpoch(epoch: string | undefined): number | null {
  if (epoch === undefined || epoch === '') return null;
  if (!/^\d{1,11}$/.test(epoch))
    throw new UserError(`SOURCE_DATE_EPOCH is \`${epoch}\`, expected a number of seconds since 1970`);
  return Number(epoch);
}
