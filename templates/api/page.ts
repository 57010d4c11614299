import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { renderApi } from './api.ts';
import { renderDataPackage } from './datapackage.ts';
import { renderLlms } from './llms.ts';
import { renderOpenApi } from './openapi.ts';
import { viewApi } from './view.ts';

/** The page of the API, its answers, and their descriptions for machines. */
export function api(site: Site): readonly Page<'api'>[] {
  return [
    {
      url: site.paths.api,
      template: 'api',
      view: viewApi(site),
      title: 'API',
      description: 'Every machine-readable URL of the site, with its schema.',
      files: [...renderApi(site), renderOpenApi(site), renderDataPackage(site), renderLlms(site)],
    },
  ];
}
