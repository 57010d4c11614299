import { mostColumns } from '../compare/client/view.ts';
import { preparedComparisons } from '../compare/comparisons.ts';
import type { Site } from '../layout/site.ts';

/** A form to pick frameworks, and the comparisons that are ready. */
export interface CompareIndexView {
  /** The site's base, below which a script finds the files of frameworks. */
  readonly base: string;
  readonly actionHref: string;
  readonly categories: readonly { readonly label: string; readonly frameworks: readonly Choice[] }[];
  readonly most: string;
  readonly prepared: readonly PreparedView[];
}

interface Choice {
  readonly id: string;
  readonly name: string;
}

interface PreparedView {
  readonly href: string;
  readonly title: string;
  readonly note: string;
  readonly names: string;
}

/** What can be compared. */
export function viewCompareIndex({ report, urls }: Site): CompareIndexView {
  const { frameworks, site } = report;
  return {
    base: urls.home,
    actionHref: urls.compare,
    categories: site.categories
      .map(({ id, label }) => ({
        label,
        frameworks: frameworks
          .filter(({ category }) => category === id)
          .map((framework) => ({ id: framework.id, name: framework.name })),
      }))
      .filter((category) => category.frameworks.length > 0),
    most: String(mostColumns),
    prepared: preparedComparisons(report).map(({ name, title, note, shortlist, frameworks: members }) => ({
      href: urls.comparison(name),
      title,
      note,
      // A set that the settings name has its members for a title.
      names: shortlist === null ? '' : members.map((one) => one.name).join(', '),
    })),
  };
}
