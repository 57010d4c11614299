/** Workflows run with rights in other people's repositories: every action is pinned, and rights are given one by one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { workflowFiles } from '../../scripts/scaffold/workflows.ts';
import { root } from '../support/project.ts';

const own = ['.github/workflows/check.yml', '.github/workflows/enrich.yml'].map(
  (file) => [file, readFileSync(join(root, file), 'utf8')] as const,
);
const written = Object.entries(workflowFiles()).map(([file, text]) => [`init: ${file}`, text] as const);

describe.each([...own, ...written])('%s', (_file, text) => {
  test('pins every action by commit, with its version beside', () => {
    const uses = [...text.matchAll(/^ *(?:- )?uses: (.*)$/gm)].map(([, action = '']) => action);
    expect(uses).not.toEqual([]);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('gives rights one by one, and a time limit to every job', () => {
    const { permissions, jobs } = parse(text) as {
      readonly permissions: Readonly<Record<string, string>>;
      readonly jobs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
    expect(permissions).toHaveProperty('contents');
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeTypeOf('number');
  });

  test('puts nothing that others write into a shell', () => {
    const commands = [...text.matchAll(/run: (.*)$/gm)].map(([, command = '']) => command);
    expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
    expect(text).not.toContain('pull_request_target');
  });
});

test('what init writes publishes where the host says, and changes no tracked file', () => {
  const publish = workflowFiles()['.github/workflows/publish.yml'] ?? '';
  expect(publish).toContain('build --url "$ORIGIN" --base "$BASE/"');
});
