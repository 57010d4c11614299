import { describe, expect, test } from 'vitest';
import type { ClaimValue } from '../../../../scripts/domain/claim.ts';
import type { Feature } from '../../../../scripts/domain/feature.ts';
import type { MatrixCell, Report } from '../../../../scripts/domain/report.ts';
import { viewFeatures } from '../../../../templates/features/view.ts';
import { claimOf, featureOf, frameworkOf } from '../../../support/samples.ts';

interface View {
  readonly answered: string;
  readonly bar: readonly { readonly state: string; readonly x: string; readonly width: string }[];
  readonly answers: readonly { readonly text: string; readonly count: string }[];
}

function viewOf(feature: Feature, values: readonly (ClaimValue | null)[]): View {
  const cells = values.map((value): MatrixCell => {
    const claim = value === null ? null : claimOf(value, '2026-01-01');
    const doubts = { disputes: [], corrections: [], aged: false, filled: false, git: null };
    return { framework: frameworkOf('one', {}), feature, claim, ...doubts };
  });
  const latest = { asOf: '2026-01-01', rows: cells.map((cell) => ({ framework: cell.framework, cells: [cell] })) };
  const catalog = { groups: [{ id: 'all', label: 'All' }], features: [feature] };
  const view = viewFeatures({ catalog, latest } as unknown as Report) as {
    readonly groups: readonly { readonly features: readonly View[] }[];
  };
  return view.groups[0]?.features[0] as View;
}

const textOf = ({ answers }: View): readonly string[] => answers.map(({ text, count }) => `${text} ${count}`);

describe('the answers to a feature', () => {
  test('stand in the order of supports, and fill the bar to its end', () => {
    const view = viewOf(featureOf('epoll'), [null, 'none', 'full', 'full', 'unknown', 'partial', 'inapplicable']);
    expect(textOf(view)).toEqual(['Yes 2', 'Partly 1', 'No 1', 'Not applicable 1', 'Unknown 2']);
    expect(view.answered).toBe('Known for 5 of 7.');
    expect(view.bar.map(({ state }) => state)).toEqual(['full', 'partial', 'none', 'inapplicable', 'unknown']);
    const last = view.bar.at(-1);
    expect(Number(last?.x) + Number(last?.width)).toBeCloseTo(100, 1);
  });

  test('of lists count for each item, the most frequent first, unknown last', () => {
    const view = viewOf(featureOf('style', 'list'), [['callback', 'greenlet'], ['greenlet'], null, null, null]);
    expect(textOf(view)).toEqual(['greenlet 2', 'callback 1', 'Unknown 3']);
    expect(view.bar).toEqual([]);
  });

  test('beyond the eighth are counted together, and those that are unknown are not among them', () => {
    const licenses = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    expect(textOf(viewOf(featureOf('license', 'license'), [...licenses, null])).slice(-2)).toEqual([
      'Others 2',
      'Unknown 1',
    ]);
  });

  test('that differ everywhere are only counted', () => {
    expect(textOf(viewOf(featureOf('release', 'date'), ['2010-07-22', '2011', null]))).toEqual([
      'Stated 2',
      'Unknown 1',
    ]);
  });
});
