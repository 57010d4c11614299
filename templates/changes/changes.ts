import type { Claim, ClaimDate } from '../../scripts/domain/claim.ts';
import { compareDates, writeDate } from '../../scripts/domain/dates.ts';
import type { Feature } from '../../scripts/domain/feature.ts';
import type { Framework } from '../../scripts/domain/framework.ts';
import type { BenchmarkReport, DatedClaim, Report } from '../../scripts/domain/report.ts';
import type { Run } from '../../scripts/domain/run.ts';

/** A claim that says otherwise than the dated one before it. */
export interface AnswerChange {
  readonly framework: Framework;
  readonly feature: Feature;
  readonly before: DatedClaim;
  readonly after: DatedClaim;
  /** `disputed`: the later claim says that an earlier one was wrong; otherwise things changed, or another source sees them otherwise. */
  readonly kind: 'changed' | 'disputed';
}

/** What the data says of one date: answers that changed, runs, and how much was answered for the first time or confirmed. */
export interface ChangeDay {
  readonly date: ClaimDate;
  readonly answers: readonly AnswerChange[];
  readonly runs: readonly { readonly benchmark: BenchmarkReport; readonly run: Run }[];
  readonly first: readonly (readonly [framework: Framework, count: number])[];
  readonly confirmed: number;
}

interface DatedAnswer {
  readonly framework: Framework;
  readonly feature: Feature;
  readonly before: DatedClaim | null;
  readonly after: DatedClaim;
}

/** Every date in the claims and runs, newest first, with what it brought; from the registry alone, so the same in every build. */
export function changesOf({ frameworks, catalog, benchmarks }: Report): readonly ChangeDay[] {
  const answers = Map.groupBy(
    frameworks.flatMap((framework) => catalog.features.flatMap((feature) => answersOf(framework, feature))),
    ({ after }) => writeDate(after.on),
  );
  const runs = Map.groupBy(
    benchmarks.flatMap((benchmark) => benchmark.runs.map(({ run }) => ({ benchmark, run }))),
    ({ run }) => writeDate(run.date),
  );
  const dates = [
    ...[...answers.values()].flat().map(({ after }) => after.on),
    ...[...runs.values()].flat().map(({ run }) => run.date),
  ];
  const once = new Map(dates.map((date) => [writeDate(date), date]));
  return [...once]
    .sort(([, a], [, b]) => compareDates(b, a) || (writeDate(a) < writeDate(b) ? 1 : -1))
    .map(([name, date]) => toChangeDay(date, answers.get(name) ?? [], runs.get(name) ?? []));
}

function answersOf(framework: Framework, feature: Feature): readonly DatedAnswer[] {
  const dated = (framework.claims.get(feature.id) ?? []).filter((claim): claim is DatedClaim => claim.on !== null);
  return dated.map((after, index) => ({ framework, feature, before: dated[index - 1] ?? null, after }));
}

function toChangeDay(date: ClaimDate, answers: readonly DatedAnswer[], runs: ChangeDay['runs']): ChangeDay {
  const first = Map.groupBy(
    answers.filter(({ before }) => before === null),
    ({ framework }) => framework,
  );
  return {
    date,
    answers: answers.flatMap(toChange),
    runs,
    first: [...first].map(([framework, list]) => [framework, list.length] as const),
    confirmed: answers.filter(({ before, after }) => before !== null && sameValue(before, after)).length,
  };
}

function toChange({ before, after, ...cell }: DatedAnswer): readonly AnswerChange[] {
  if (before === null || sameValue(before, after)) return [];
  return [{ ...cell, before, after, kind: after.disputes === null ? 'changed' : 'disputed' }];
}

function sameValue(a: Claim, b: Claim): boolean {
  return JSON.stringify(a.value) === JSON.stringify(b.value);
}

/** A date as the anchor of its place on the page: `on-2026-07-24`, `after-2009-12-22`. */
export function dateAnchor({ kind, text }: ClaimDate): string {
  return `${kind}-${text}`;
}

/** The answers of a day by framework, each group with an anchor of its own. */
export function answersByFramework({ date, answers }: ChangeDay): readonly {
  readonly framework: Framework;
  readonly anchor: string;
  readonly answers: readonly AnswerChange[];
}[] {
  const groups = Map.groupBy(answers, ({ framework }) => framework);
  return [...groups].map(([framework, list]) => ({
    framework,
    anchor: `${dateAnchor(date)}-${framework.id}`,
    answers: list,
  }));
}
