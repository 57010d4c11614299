import type { Content, LicenseFile, Manifest } from '../domain/facts.ts';
import { licenseIds } from '../domain/licenses.ts';
import type { Verdict } from '../domain/report.ts';

/** What a tree says about a claimed license, and the file that says it. */
interface LicenseVerdict {
  readonly verdict: Verdict;
  readonly short: string;
  readonly says: string;
  readonly path: string;
  readonly line: number | null;
}

/**
 * The license files count; if there are none, the first manifest that names a license. They contradict a claim only if all
 * of them were identified: a file that was not may contain the license that is claimed.
 */
export function judgeLicense(claimed: string | null, { licenses, manifests }: Content): LicenseVerdict | null {
  const files = licenses.filter(({ text }) => text !== 'notice');
  const declared = manifests.find(({ license }) => license !== null);
  if (files.length > 0) return judgeFiles(claimed, files);
  return declared === undefined ? null : judgeManifest(claimed, declared);
}

function judgeFiles(claimed: string | null, files: readonly LicenseFile[]): LicenseVerdict {
  const expressions = files.flatMap(({ expression }) => expression ?? []);
  const identified = expressions.length === files.length;
  const first = files.find(({ path }) => !path.includes('/')) ?? files[0];
  return {
    verdict: identified ? compare(claimed, expressions) : 'inconclusive',
    short: identified ? [...new Set(expressions)].join(', ') : 'not recognized',
    says: files.map(describe).join(', '),
    path: first?.path ?? '',
    line: null,
  };
}

function describe({ path, expression, holds }: LicenseFile): string {
  if (expression !== null) return `${path} says ${expression}`;
  return holds.length > 0 ? `${path} contains ${holds.join(', ')} and other text` : `${path} is not recognized`;
}

function judgeManifest(claimed: string | null, { path, license }: Manifest): LicenseVerdict {
  const short = license?.expression ?? license?.said ?? '';
  const verdict = license?.expression == null ? 'inconclusive' : compare(claimed, [license.expression]);
  return { verdict, short, says: `${path} declares ${short}`, path, line: license?.line ?? null };
}

/** A claim is confirmed if all of its licenses are there, contradicted if none is; anything between is inconclusive. */
function compare(claim: string | null, expressions: readonly string[]): Verdict {
  const claimed = claim === null ? [] : licenseIds(claim);
  const said = namedLicenses(expressions);
  if (claim === null || claimed.length === 0 || said.length === 0) return 'inconclusive';
  if (!claimed.some((id) => said.includes(id))) return mayBeMeant(claimed, said) ? 'inconclusive' : 'contradicted';
  const isComplete = claimed.every((id) => said.includes(id));
  return isComplete && !differOnLater(claim, expressions) ? 'confirmed' : 'inconclusive';
}

/** The licenses in some expressions. The GPL next to the LGPL of its version is left out: the LGPL refers to its text. */
function namedLicenses(expressions: readonly string[]): readonly string[] {
  const ids = [...new Set(expressions.flatMap(licenseIds))];
  return ids.filter((id) => !/^GPL-/.test(id) || !ids.includes(`L${id}`));
}

/** Whether a claim and a repository name the LGPL and the GPL of one version, of which only one may have been found. */
function mayBeMeant(claimed: readonly string[], said: readonly string[]): boolean {
  return claimed.some((id) => said.includes(id.replace(/^L(?=GPL-)/, '')) || said.includes(`L${id}`));
}

/** Whether one allows later versions of a license, and the other says that it does not. */
function differOnLater(claim: string, expressions: readonly string[]): boolean {
  const all = expressions.join(' ');
  const later = /-or-later|\d\+/;
  return (later.test(claim) && /-only/.test(all)) || (/-only/.test(claim) && later.test(all));
}
