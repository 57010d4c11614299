import type { Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { renderFeed } from '../changes/feed.ts';
import { viewChanges } from '../changes/view.ts';
import type { PageMaker } from '../layout/page.ts';
import { registryDataset } from '../parts/dataset/view.ts';
import { renderApi } from './api.ts';
import { renderDataPackage } from './datapackage.ts';
import { renderLlms } from './llms.ts';
import { renderOpenApi, viewApi } from './openapi.ts';

/** What stands around the pages that readers come for: changes with their feed, the API with its descriptions. */
export function renderApiPages(report: Report, page: PageMaker): readonly Output[] {
  const changes = 'What became of which answer, by date, with its proof.';
  return [
    page('changes/', 'changes', viewChanges(report), 'Changes', changes),
    renderFeed(report),
    page(
      'api/',
      'api',
      { ...viewApi(report), datasetHtml: registryDataset(report) },
      'API',
      'Every machine-readable address of the site, with its schema.',
    ),
    ...renderApi(report),
    renderOpenApi(report),
    renderDataPackage(report),
    renderLlms(report),
  ];
}
