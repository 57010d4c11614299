import type { BuiltSite } from '../support/built-site.ts';
import { describeSite } from '../support/suites/site.ts';
import { describeProse } from './prose.suite.ts';
import { describePublishedUrls } from './published-urls.suite.ts';
import { describeTable2009 } from './table-2009.suite.ts';

/** Declares every check of this comparison; `contributions.test.ts` runs them against what people may add. */
export function describeRegistry(open: () => Promise<BuiltSite>): void {
  describeSite(open);
  describeTable2009(open);
  describeProse(open);
  describePublishedUrls(open);
}
