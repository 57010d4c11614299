import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    ...(process.env['UPDATE'] === '1' ? { update: true } : {}),
    env: { TZ: 'Pacific/Kiritimati' },
    reporters: ['default', './test/support/reporter.ts'],
    projects: [
      // No test here leaves anything behind, so a worker serves all of them and loads each module once.
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.ts', 'templates/**/*.test.ts'], isolate: false },
      },
      { extends: true, test: { name: 'projects', include: ['test/projects/**/*.test.ts'] } },
      { extends: true, test: { name: 'bench', include: ['test/bench/**/*.test.ts'] } },
      { extends: true, test: { name: 'enrich', include: ['test/enrich/**/*.test.ts'] } },
      { extends: true, test: { name: 'browser', include: ['test/browser/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'registry', include: ['test/registry/**/*.test.ts'], isolate: false } },
    ],
  },
});
