import type { BenchmarkReport } from '../../../scripts/domain/report.ts';
import type { Run } from '../../../scripts/domain/run.ts';
import { formatDate } from '../../../scripts/render/format.ts';
import type { Urls } from '../../../scripts/render/urls.ts';
import { differingFacts, listFacts, sameTestbed } from '../dataset/testbed.ts';

/** The other runs of a benchmark: those that may be compared with one, and those that may not. */
export interface RunOthersView {
  readonly sameTestbed: readonly OtherRunView[];
  readonly otherTestbeds: readonly OtherRunView[];
  readonly replaced: readonly DatedLink[];
  readonly replacing: readonly DatedLink[];
}

interface DatedLink {
  readonly title: string;
  readonly date: string;
  readonly href: string;
}

/** A run with a link to its page. */
export interface RunLink extends DatedLink {
  readonly busy: boolean;
}

interface OtherRunView extends RunLink {
  /** The labels of facts in which it differs. */
  readonly differences: string;
}

/** The other runs, with what sets each apart. */
export function viewRunOthers({ benchmark, runs }: BenchmarkReport, run: Run, urls: Urls): RunOthersView {
  const others = runs.map((one) => one.run).filter((one) => one !== run);
  const view = (other: Run): OtherRunView => ({
    ...viewRunLink(benchmark.id, other, urls),
    differences: listFacts(differencesOf(run, other)),
  });
  const link = ({ id, title, date }: Run): DatedLink => ({
    title,
    date: formatDate(date),
    href: urls.run(benchmark.id, id),
  });
  return {
    sameTestbed: others.filter((other) => sameTestbed(run, other)).map(view),
    otherTestbeds: others.filter((other) => !sameTestbed(run, other)).map(view),
    replaced: others.filter(({ id }) => id === run.supersedes).map(link),
    replacing: others.filter(({ supersedes }) => supersedes === run.id).map(link),
  };
}

/** A run by its title and date. */
export function viewRunLink(benchmark: string, { id, title, date, condition }: Run, urls: Urls): RunLink {
  return { title, date: formatDate(date), href: urls.run(benchmark, id), busy: condition === 'busy' };
}

function differencesOf(a: Run, b: Run): readonly string[] {
  return [
    ...differingFacts(a.testbed, b.testbed),
    ...differingFacts(a.generator, b.generator),
    ...differingFacts(a.parameters, b.parameters),
    ...(a.condition === b.condition ? [] : [`condition (${b.condition})`]),
  ];
}
