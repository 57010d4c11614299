import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../scripts/build.ts';
import { ask, backlogOf, leave, type Started, startProgram } from '../support/programs.ts';
import { realEffects } from '../support/project.ts';

const { project } = check(realEffects());
const programs = (project?.programs ?? []).flatMap((set) => set.programs);
const request = 'GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n';
const answer = 'HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n';
/** Those that speak HTTP themselves: their head is their own. */
const http = ['aiohttp', 'node-http'];

test('there is a program for every sweep of the runs of today', () => {
  const runs = project?.runs.filter(({ date, sweeps }) => date.text >= '2026' && sweeps.length > 0) ?? [];
  const described = programs.flatMap(({ sweeps }) => sweeps);
  const needed = runs.filter(({ benchmark, id }) => benchmark === 'ping-pong' && !id.endsWith('python-2'));
  expect(needed.flatMap(({ sweeps }) => sweeps).filter(({ id }) => !described.includes(id))).toEqual([]);
  expect(programs).toHaveLength(23);
});

describe.each(programs.map((program) => [program.id, program] as const))('%s', (id, program) => {
  let started: Started | string;
  beforeAll(async () => {
    started = await startProgram(program);
  }, 180_000);
  afterAll(() => {
    if (typeof started !== 'string') started?.stop();
  });

  test('answers every connection, whole and with a clean end', async ({ skip }) => {
    if (typeof started === 'string') return skip(started);
    const { port } = started;
    const whole = (text: string): string =>
      http.includes(id) ? text.replace(/^HTTP\/1\.[01] 200 OK\r\n[\s\S]*?\r\n\r\n/, '') : text;
    for (let batch = 0; batch < 8; batch++) {
      const answers = await Promise.all(Array.from({ length: 8 }, () => ask(port, [request])));
      for (const { text, clean } of answers) {
        expect(clean).toBe(true);
        expect(whole(text)).toBe(http.includes(id) ? 'Pong!\r\n' : answer);
      }
    }
  }, 60_000);

  test('reads a request to its end before it answers, whatever its parts', async ({ skip }) => {
    if (typeof started === 'string') return skip(started);
    const { text, clean, early } = await ask(started.port, [request.slice(0, 9), request.slice(9, -2), '\r\n']);
    expect({ clean, early, ends: text.endsWith('Pong!\r\n') }).toEqual({ clean: true, early: false, ends: true });
  }, 30_000);

  test('outlives a client that says nothing', async ({ skip }) => {
    if (typeof started === 'string') return skip(started);
    await leave(started.port);
    expect((await ask(started.port, [request])).text).toContain('Pong!');
  }, 30_000);

  test('has the backlog that all have', ({ skip }) => {
    if (typeof started === 'string') return skip(started);
    const backlog = backlogOf(started.port);
    if (backlog === null) return skip('ss is not there');
    // Go takes the kernel's own bound, which is no smaller.
    expect(backlog).toBeGreaterThanOrEqual(1024);
    if (!program.command.startsWith('./pong') || program.build?.startsWith('gcc') === true) expect(backlog).toBe(1024);
  });
});
