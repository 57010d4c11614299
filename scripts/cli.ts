import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, check } from './build.ts';
import { diskEffects, type Effects } from './effects.ts';
import { UserError } from './errors.ts';
import { hasErrors, printable, printIssue } from './issues.ts';
import { limits } from './limits.ts';
import type { Issue } from './model.ts';
import { servePreview } from './serve.ts';
import { writeSite } from './write.ts';

const usage = `Usage: proofsheet <command> [options]

  check     validate every input and print every issue
  build     check, merge, render and write the site
  preview   serve the built site on loopback

  --root <folder>   the project (default: this folder)
  --out <folder>    the site (default: dist inside the project)
  --port <number>   preview's port (default: 4173)`;

const shared = resolve(import.meta.dirname, '..');

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof UserError) console.error(`proofsheet: ${printable(error.message)}`);
  else console.error(error);
  return 2;
});

/** Runs one command; gives its exit code: 0 fine, 1 issues, 2 usage. */
async function main(args: readonly string[]): Promise<number> {
  const { command, root, out, port } = readArguments(args);
  const effects = diskEffects(root, shared, todayFrom(process.env['SOURCE_DATE_EPOCH']), progress);
  switch (command) {
    case 'check':
      return runCheck(effects);
    case 'build':
      return runBuild(effects, out);
    case 'preview':
      return runPreview(effects, out, port);
    default:
      throw new UserError(`unknown command \`${command}\`\n\n${usage}`);
  }
}

interface Arguments {
  readonly command: string;
  readonly root: string;
  readonly out: string;
  readonly port: number;
}

function readArguments(args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        root: { type: 'string', default: '.' },
        out: { type: 'string' },
        port: { type: 'string', default: '4173' },
      },
    });
    const root = resolve(values.root);
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UserError(`--port ${values.port} is no port`);
    return { command: positionals[0] ?? '', root, out: resolve(root, values.out ?? 'dist'), port };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${(error as Error).message}\n\n${usage}`);
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
  const figures = outputs.filter(({ path }) => path.endsWith('.vl.json')).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${pages} pages, ${figures} figures, ${files} files (${changed} changed), ${countIssues(issues)}, ${seconds} s → ${out}`,
  );
  return 0;
}

async function runPreview(effects: Effects, out: string, port: number): Promise<number> {
  const { project } = check(effects);
  clearProgress();
  const base = project?.registry.site.base ?? '/';
  const server = await servePreview(out, base, port);
  console.log(`http://127.0.0.1:${port}${base} (end with Ctrl-C)`);
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close(() => done()));
  });
  return 0;
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

/** One moving line on a terminal, plain lines elsewhere. */
function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${printable(line)} …`);
  else console.error(printable(line));
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
}

/** The day of `SOURCE_DATE_EPOCH` in UTC; null where it is not set. */
function todayFrom(epoch: string | undefined): string | null {
  if (epoch === undefined || epoch === '') return null;
  if (!/^\d{1,11}$/.test(epoch)) throw new UserError(`SOURCE_DATE_EPOCH is \`${epoch}\`, expected seconds since 1970`);
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
}
