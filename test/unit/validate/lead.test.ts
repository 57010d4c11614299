import { describe, expect, test } from 'vitest';
import { checkLead } from '../../../scripts/validate/lead.ts';
import { benchmark, brief, runOf, sourceOf, sweepOf } from '../../support/samples.ts';

const source = sourceOf('lead: newer\n');
const scenario = 'request';
const sweep = (id: string) => ({ ...sweepOf([], id), scenario });
const older = runOf('older', '2025-01-01', { sweeps: [sweep('one'), sweep('two')] });
const newer = runOf('newer', '2026-01-01', { sweeps: [sweep('one')] });
const told = (lead: string | null, runs = [older, newer]) => checkLead(source, { ...benchmark, lead }, runs);

describe('the lead run', () => {
  test('is named where there are several', () => {
    expect(brief(told(null))).toEqual(['run-lead@1:1']);
    expect(told(null, [older])).toEqual([]);
  });

  test('is there', () => {
    expect(told('oldre')[0]?.message).toContain('did you mean `older`?');
  });

  test('shows no less than those before it', () => {
    expect(told('newer')[0]?.message).toContain('two');
    expect(told('older')).toEqual([]);
  });

  test('may lack what was measured on a busy machine, in another scenario or later', () => {
    expect(told('newer', [{ ...older, condition: 'busy' }, newer])).toEqual([]);
    const other = { ...older, sweeps: [{ ...sweep('two'), scenario: 'accept' }] };
    expect(told('newer', [other, newer])).toEqual([]);
    expect(told('newer', [{ ...older, date: { ...older.date, text: '2027-01-01' } }, newer])).toEqual([]);
  });
});
