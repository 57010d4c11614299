import { describe } from 'vitest';
import { caseSite } from '../support/built-site.ts';
import { describeMatrix } from '../support/suites/matrix.ts';
import { describePages } from '../support/suites/pages.ts';
import { describeSite } from '../support/suites/site.ts';

describe.each(['every-page', 'json-parsers'])('the site of %s', (name) => describeSite(() => caseSite(name)));

// These have no run, and the least of them no change to tell of.
describe.each(['minimal', 'no-benchmark'])('the site of %s', (name) => {
  describePages(() => caseSite(name));
  describeMatrix(() => caseSite(name));
});
