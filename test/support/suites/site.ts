import type { BuiltSite } from '../built-site.ts';
import { describeApi } from './api.ts';
import { describeDrawings } from './drawings.ts';
import { describeEditionDiffs } from './edition-diff.ts';
import { describeEmbeds } from './embeds.ts';
import { describeFeed } from './feed.ts';
import { describeLlms } from './llms.ts';
import { describeMatrix } from './matrix.ts';
import { describePages } from './pages.ts';
import { describeRuns } from './runs.ts';
import { describeWeights } from './weights.ts';

/** Declares every test that any site must pass, whatever its data: each number comes from the data. */
export function describeSite(open: () => Promise<BuiltSite>): void {
  describePages(open);
  describeMatrix(open);
  describeRuns(open);
  describeDrawings(open);
  describeEditionDiffs(open);
  describeEmbeds(open);
  describeApi(open);
  describeFeed(open);
  describeLlms(open);
  describeWeights(open);
}
