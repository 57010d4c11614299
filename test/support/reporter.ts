import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Prints why tests were skipped, and the plain closing line that a machine can read: `N passed, N failed`. */
// biome-ignore lint/style/noDefaultExport: vitest loads reporters by their default export
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = (state: 'passed' | 'failed' | 'skipped'): readonly TestCase[] =>
      modules.flatMap((one) => [...one.children.allTests(state)]);
    const broken = modules.filter(
      (one) => one.state() === 'failed' && [...one.children.allTests('failed')].length === 0,
    );
    const skipped = tests('skipped');
    const closing = `${tests('passed').length} passed, ${tests('failed').length + broken.length} failed`;
    process.stdout.write(
      `\n${reasonsOf(skipped)}${closing}${skipped.length === 0 ? '' : `, ${skipped.length} skipped`}\n`,
    );
  }
}

/** One line for every suite and reason, with the number of tests it holds. */
function reasonsOf(skipped: readonly TestCase[]): string {
  const counts = new Map<string, number>();
  for (const test of skipped) {
    const reason = reasonOf(test);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => `skipped: ${reason} (${count})\n`).join('');
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  if (result.state !== 'skipped' || result.note === undefined) return 'not asked for';
  return `${test.parent.type === 'suite' ? test.parent.fullName : test.module.relativeModuleId}: ${result.note}`;
}
