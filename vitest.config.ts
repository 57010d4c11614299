import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    ...(process.env['UPDATE'] === '1' ? { update: true } : {}),
    env: { TZ: 'Pacific/Kiritimati' },
    reporters: ['default', './test/support/reporter.ts'],
    // Those that start git, servers or a browser have time limits, which a machine busy with other work may miss once.
    projects: [
      // No test here leaves anything behind, so a worker serves all of them and loads each module once.
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.ts', 'templates/**/*.test.ts'], isolate: false },
      },
      { extends: true, test: { name: 'projects', include: ['test/projects/**/*.test.ts'] } },
      { extends: true, test: { name: 'bench', retry: 1, include: ['test/bench/**/*.test.ts'] } },
      { extends: true, test: { name: 'enrich', retry: 1, include: ['test/enrich/**/*.test.ts'] } },
      { extends: true, test: { name: 'browser', retry: 1, include: ['test/browser/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'registry', include: ['test/registry/**/*.test.ts'], isolate: false } },
    ],
  },
});
