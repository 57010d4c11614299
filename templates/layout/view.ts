import { cardPath } from '../../scripts/figures/formats/cards.ts';
import type { Site } from './site.ts';

/** What a page says of itself, beside what it shows. */
export interface PageHead {
  /** Below the base; it ends in `/` or `.html`. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** Its scripts, by the names of `ClientScripts.entries`. */
  readonly scripts?: readonly string[];
  /** Directives of the content security policy that this page alone needs: `frame-src 'self'`. */
  readonly policy?: readonly string[];
  /** The picture of the page, below the base, in place of the site's card. */
  readonly image?: { readonly path: string; readonly alt: string };
  /** The same for machines, to be discovered. */
  readonly alternates?: readonly Alternate[];
}

interface Alternate {
  readonly type: string;
  readonly title: string;
  readonly href: string;
}

/** What the layout of every page shows. */
export interface LayoutView {
  readonly title: string;
  readonly description: string;
  readonly policy: string;
  readonly canonical: string;
  readonly citation: string;
  readonly image: string;
  readonly imageAlt: string;
  readonly alternates: readonly Alternate[];
  readonly stylesheets: readonly string[];
  readonly fonts: readonly string[];
  readonly scripts: readonly string[];
  /** Scripts that run before the first paint. */
  readonly early: readonly string[];
  readonly siteTitle: string;
  readonly navigation: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly license: { readonly label: string; readonly url: string };
  readonly repository: string;
  readonly updated: string;
  readonly homeHref: string;
  readonly editionDiffsHref: string;
  readonly contradictionsHref: string;
  readonly reviewHref: string;
  readonly changesHref: string;
  readonly feedHref: string;
  readonly featuresHref: string;
  readonly apiHref: string;
  readonly claimsHref: string;
  readonly fontLicenseHref: string;
  readonly bodyHtml: string;
}

/** What pages load, below the base. */
interface PageFiles {
  readonly stylesheets: readonly string[];
  readonly early: readonly string[];
  readonly fonts: readonly string[];
  readonly scripts: readonly string[];
}

const policy: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

/** A page's head, navigation and footer around its body. */
export function viewLayout(head: PageHead, bodyHtml: string, files: PageFiles, site: Site): LayoutView {
  const { urls, absolute, report } = site;
  const { title, license, repository } = report.site;
  const isHome = head.url === '';
  return {
    ...viewLinks(site),
    title: isHome ? head.title : `${head.title} – ${title}`,
    description: head.description,
    policy: [...policy, ...(head.policy ?? [])].join('; '),
    canonical: absolute.file(head.url),
    citation: [...(isHome ? [] : [`“${head.title}”`]), `${title}, data as of ${report.updated}`].join('. '),
    image: absolute.file(head.image?.path ?? cardPath),
    imageAlt: head.image?.alt ?? `${title}. ${report.site.tagline}`,
    alternates: head.alternates ?? [],
    stylesheets: files.stylesheets.map(urls.file),
    fonts: files.fonts.map(urls.file),
    scripts: files.scripts.map(urls.file),
    early: files.early.map(urls.file),
    siteTitle: title,
    navigation: report.site.navigation.map(({ label, path }) => ({
      label,
      href: urls.file(path),
      current: path !== '' && head.url.startsWith(path),
    })),
    license,
    repository,
    updated: report.updated,
    bodyHtml,
  };
}

type Links = Pick<LayoutView, Extract<keyof LayoutView, `${string}Href`>>;

function viewLinks({ urls }: Site): Links {
  return {
    homeHref: urls.home,
    editionDiffsHref: urls.editionDiffs,
    contradictionsHref: urls.contradictions,
    reviewHref: urls.review,
    changesHref: urls.changes,
    feedHref: urls.file('changes.xml'),
    featuresHref: urls.features,
    apiHref: urls.api,
    claimsHref: urls.apiFile('claims.csv'),
    fontLicenseHref: urls.file('assets/galley-sans-license.txt'),
  };
}
