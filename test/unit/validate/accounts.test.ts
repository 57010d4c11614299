import { describe, expect, test } from 'vitest';
import { checkMeasured } from '../../support/measured.ts';

const benchmark = [
  'axis: rate',
  'key: [turn, rate]',
  'repeat: turn',
  'measures:',
  '  - {id: turn, label: Turn}',
  '  - {id: rate, label: Attempted rate, unit: /s}',
  '  - {id: sent, label: Attempted}',
  '  - {id: ok, label: Answered}',
  '  - {id: late, label: Timeouts}',
  '  - {id: reset, label: Resets}',
  '  - {id: unopened, label: Not opened}',
  '  - {id: share, label: Share, unit: share, better: higher}',
  '  - {id: lag_ms, label: Lag, unit: ms}',
  'accounts: {attempted: sent, answered: ok, serverErrors: [late, reset], generatorErrors: [unopened], share: share}',
  'lag: {measure: lag_ms, most: 20}',
  'saturation: {label: Held, text: T, tests: [{measure: share, atLeast: 0.99}, {measure: ok, relativeTo: sent, atLeast: 0.98}]}',
  'charts: [{id: share, template: lines, title: Share, question: How much?, measure: share}]',
];
const header = 'turn,rate,sent,ok,late,reset,unopened,lag_ms';
const checkRows = (...rows: readonly string[]) =>
  checkMeasured({ benchmark, twig: [header, ...rows, ''].join('\n'), brook: `${header}\n1,10,10,10,0,0,0,1\n` });
const twigOf = ({ report }: ReturnType<typeof checkRows>) =>
  report?.runs[0]?.sweeps.find(({ series }) => series === 'twig');

describe('the share answered', () => {
  test('is of what the generator could attempt', () => {
    const twig = twigOf(checkRows('1,10,100,60,0,0,40,1', '1,20,200,150,25,25,0,1'));
    expect(twig?.levels.map(({ spreads }) => spreads.get('share')?.median)).toEqual([1, 0.75]);
  });

  test('is not told where a number is missing, or nothing was attempted', () => {
    const twig = twigOf(checkRows('1,10,100,60,,0,40,1', '1,20,100,100,0,0,,1', '1,30,5,0,0,0,5,1'));
    expect(twig?.levels.map(({ spreads }) => spreads.get('share')?.median)).toEqual([1, undefined, undefined]);
  });

  test('is computed: a file has no column of it', () => {
    const { issues } = checkMeasured({
      benchmark,
      twig: 'turn,rate,share\n1,10,1\n',
      brook: `${header}\n1,10,10,10,0,0,0,1\n`,
    });
    expect(issues.map(({ rule, place }) => [rule, place.column])).toEqual([['csv-header', 11]]);
    expect(issues[0]?.message).toContain('computed');
  });
});

describe('a step', () => {
  test('that does not add up is rejected with the reason', () => {
    const result = checkRows('1,10,2000,1500,100,0,0,1', '2,10,2000,2000,0,0,0,1');
    expect(result.issues.map(({ rule, level, place }) => [rule, level, place.line])).toEqual([
      ['step-unbalanced', 'warning', 2],
    ]);
    const [step] = twigOf(result)?.sweep.steps ?? [];
    expect(step?.state).toBe('rejected');
    expect(step?.reason).toBe(
      '2,000 attempted, but 1,500 answered + 100 errors of the server + 0 of the load generator = 1,600',
    );
    expect(twigOf(result)?.levels[0]).toMatchObject({ steps: 1, rejected: 1 });
  });

  test.each([
    ['one number is missing and the rest leaves room for it', '1,10,100,60,,0,0,1', 'clean'],
    ['one number is missing and the rest is too much already', '1,10,100,90,,0,20,1', 'rejected'],
    ['nothing was counted', '1,10,,,,,,1', 'clean'],
    ['the generator was within its bound', '1,10,10,10,0,0,0,20', 'clean'],
    ['the generator was behind its plan', '1,10,10,10,0,0,0,20.1', 'disturbed'],
  ])('where %s', (_name, row, state) => {
    expect(twigOf(checkRows(row))?.sweep.steps[0]?.state).toBe(state);
  });
});

describe('saturation', () => {
  test('is only bounded where the generator alone fell short', () => {
    const twig = twigOf(checkRows('1,10,100,100,0,0,0,1', '1,20,200,120,0,0,80,1'));
    expect(twig?.saturation).toMatchObject({ value: 10, below: null, censored: true });
  });

  test('ends where the server failed at what the generator attempted', () => {
    const twig = twigOf(checkRows('1,10,100,100,0,0,0,1', '1,20,200,100,20,0,80,1'));
    expect(twig?.saturation).toMatchObject({ value: 10, below: 20, censored: false });
  });

  test('is none where not even the lowest step was attempted in full', () => {
    expect(twigOf(checkRows('1,10,100,50,0,0,50,1'))?.saturation).toBeNull();
  });
});
