import { cellsIn } from '../../scripts/domain/edition.ts';
import type { Framework } from '../../scripts/domain/framework.ts';
import type { Report } from '../../scripts/domain/report.ts';
import { jsonInScript } from '../../scripts/render/html.ts';
import type { Site } from '../layout/site.ts';

/** The framework in the words of schema.org: a data block, which no browser runs. */
export function sourceCodeHtml(framework: Framework, { report, absolute }: Site): string {
  const { id, name, summary, homepage, repository, language } = framework;
  const license = licenseOf(framework, report);
  const value = {
    '@context': 'https://schema.org',
    '@type': 'SoftwareSourceCode',
    name,
    url: absolute.framework(id),
    programmingLanguage: language,
    ...(summary === null ? {} : { description: summary }),
    ...(repository === null ? {} : { codeRepository: repository }),
    ...(homepage === null ? {} : { sameAs: homepage }),
    ...(license === null ? {} : { license: `https://spdx.org/licenses/${license}` }),
  };
  return `<script type="application/ld+json">${jsonInScript(value)}</script>`;
}

/** Its license today, where it is a single one of the SPDX list. */
function licenseOf(framework: Framework, { catalog, latest }: Report): string | null {
  const feature = catalog.features.find(({ kind }) => kind === 'license');
  const cells = cellsIn(latest, framework);
  const license = cells.find((cell) => cell.feature === feature)?.claim?.value;
  const single = typeof license === 'string' && /^(?!LicenseRef|unknown$|inapplicable$)[A-Za-z0-9.+-]+$/.test(license);
  return single ? license : null;
}
