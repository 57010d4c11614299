import type { Output } from '../../scripts/domain/source.ts';
import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { badgesOf, drawBadge } from './badge.ts';
import { viewBadges } from './view.ts';

/** The page that shows all badges, and the badges; none where nothing was measured. */
export function badges(site: Site): readonly Page<'badges'>[] {
  const view = viewBadges(site);
  if (view === null) return [];
  return [
    {
      url: site.paths.badges,
      template: 'badges',
      view,
      title: 'Badges',
      description: `Results as small pictures, from ${site.report.site.title}.`,
      files: badgeFiles(site),
    },
  ];
}

/** `badges/<framework>/<badge>.svg` for every framework that was measured: as runs are never edited, it stays measured. */
function badgeFiles({ report, paths }: Site): readonly Output[] {
  return report.frameworks.flatMap((framework) =>
    badgesOf(framework, report).map((one) => ({
      path: paths.badge(framework.id, one.badge.id),
      content: drawBadge(one),
    })),
  );
}
