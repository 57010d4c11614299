import { build, type Publication } from '../build.ts';
import type { Output } from '../domain/source.ts';
import { countIssues } from '../issues/pretty.ts';
import { keepBuild } from '../platform/keep-build.ts';
import { restoreSite, writeSite } from '../platform/write-site.ts';
import type { Context, ExitCode } from './context.ts';
import { printIssues } from './print-issues.ts';
import { describeSummary } from './summary.ts';

/** Checks the inputs and writes the site to `out`, or nothing if there is an error. */
export async function runBuild(context: Context, out: string, at: Publication): Promise<ExitCode> {
  const { effects, terminal, root, shared } = context;
  restoreSite(out);
  const { outputs, issues, acknowledged } = await build(effects, at);
  const printed = printIssues(issues, context, undefined, acknowledged);
  if (outputs === null) {
    terminal.print('nothing was written');
    return 1;
  }
  const { files, changed } = writeSite(outputs, out);
  const summary = { ...countFiles(outputs), files, issues: countIssues(issues) };
  terminal.say(describeSummary(summary, changed, out));
  const paths = outputs.map(({ path }) => path);
  keepBuild(root, shared, { reads: effects.reads, out, paths, printed, summary: terminal.quiet ? null : summary });
  return 0;
}

function countFiles(outputs: readonly Output[]): { readonly pages: number; readonly figures: number } {
  const count = (pattern: RegExp): number => outputs.filter(({ path }) => pattern.test(path)).length;
  return { pages: count(/\.html$/), figures: count(/^embed\/.+\/index\.html$/) };
}
