import { markdownText } from '../../scripts/figures/formats/tables.ts';
import type { Site } from '../layout/site.ts';
import { badgesOf } from './badge.ts';

/** Every badge, and how to place one. */
export interface BadgesView {
  readonly figuresHref: string;
  /** Markdown of the first badge. */
  readonly example: string;
  readonly rows: readonly RowView[];
}

interface RowView {
  readonly name: string;
  readonly href: string;
  readonly badges: readonly BadgeView[];
}

interface BadgeView {
  readonly src: string;
  readonly alt: string;
}

/** The badges by framework; null where there is none. */
export function viewBadges({ report, urls, absolute }: Site): BadgesView | null {
  const measured = report.frameworks
    .map((framework) => ({ framework, badges: badgesOf(framework, report) }))
    .filter(({ badges }) => badges.length > 0);
  const [first] = measured;
  const [shown] = first?.badges ?? [];
  if (first === undefined || shown === undefined) return null;
  const picture = absolute.badge(first.framework.id, shown.badge.id);
  return {
    figuresHref: urls.figures,
    example: `[![${markdownText(shown.badge.label)}](${picture})](${absolute.framework(first.framework.id)})`,
    rows: measured.map(({ framework, badges }) => ({
      name: framework.name,
      href: urls.framework(framework.id),
      badges: badges.map(({ badge, fact }) => ({
        src: urls.badge(framework.id, badge.id),
        alt: `${badge.label}: ${fact.label}`,
      })),
    })),
  };
}
