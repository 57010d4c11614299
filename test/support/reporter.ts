import type { Reporter, TestModule } from 'vitest/node';

/** Prints the plain closing line that a machine can read: `N passed, N failed`. */
// biome-ignore lint/style/noDefaultExport: vitest loads reporters by their default export
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = (state: string): number =>
      modules.reduce((sum, one) => sum + [...one.children.allTests(state as 'passed')].length, 0);
    const broken = modules.filter(
      (one) => one.state() === 'failed' && [...one.children.allTests('failed')].length === 0,
    );
    const skipped = count('skipped');
    process.stdout.write(
      `\n${count('passed')} passed, ${count('failed') + broken.length} failed${skipped === 0 ? '' : `, ${skipped} skipped`}\n`,
    );
  }
}
