import type { Framework } from '../../scripts/domain/framework.ts';
import type { Urls } from '../../scripts/render/urls.ts';
import type { Site } from '../layout/site.ts';

/** The list of frameworks by category, and a form to compare some. */
export interface FrameworksView {
  readonly compareHref: string;
  readonly categories: readonly { readonly label: string; readonly frameworks: readonly FrameworkView[] }[];
}

interface FrameworkView {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly summary: string;
  readonly href: string;
}

/** The frameworks of every category that has any. */
export function viewFrameworks({ report, urls }: Site): FrameworksView {
  return {
    compareHref: urls.compare,
    categories: report.site.categories
      .map(({ id, label }) => ({
        label,
        frameworks: report.frameworks
          .filter(({ category }) => category === id)
          .map((framework) => viewFramework(framework, urls)),
      }))
      .filter(({ frameworks }) => frameworks.length > 0),
  };
}

function viewFramework({ id, name, language, summary }: Framework, urls: Urls): FrameworkView {
  return { id, name, language, summary: summary ?? '', href: urls.framework(id) };
}
