import type { Site } from '../layout/site.ts';

/** A page that leads on to where another is now. */
export interface RedirectView {
  /** The title of the site. */
  readonly title: string;
  readonly href: string;
  readonly canonical: string;
}

/** Leads on to the page at `url`, below the base. */
export function viewRedirect(url: string, { report, urls, absolute }: Site): RedirectView {
  return { title: report.site.title, href: urls.file(url), canonical: absolute.file(url) };
}
