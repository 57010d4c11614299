import { build } from '../build.ts';
import { countIssues } from '../issues/pretty.ts';
import { writeSite } from '../platform/write-site.ts';
import type { Context, ExitCode } from './context.ts';
import { printIssues } from './print-issues.ts';

/** Checks the inputs and writes the site to `out`, or nothing if there is an error. */
export async function runBuild(context: Context, out: string): Promise<ExitCode> {
  const { effects, terminal } = context;
  const started = performance.now();
  const { outputs, issues } = await build(effects);
  printIssues(issues, context);
  if (outputs === null) {
    terminal.print('nothing was written');
    return 1;
  }
  const { files, changed } = writeSite(outputs, out);
  const pages = outputs.filter(({ path }) => path.endsWith('.html')).length;
  const figures = outputs.filter(({ path }) => /^embed\/.+\/index\.html$/.test(path)).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  terminal.say(
    `${pages} pages, ${figures} figures, ${files} files (${changed} changed), ${countIssues(issues)}, ${seconds} s → ${out}`,
  );
  return 0;
}
