import type { Effects } from '../effects.ts';
import type { Output } from '../model.ts';
import type { Report } from '../report.ts';
import { renderApi } from './api/api.ts';
import { renderDataPackage } from './api/datapackage.ts';
import { renderLlms } from './api/llms.ts';
import { renderOpenApi, viewApi } from './api/openapi.ts';
import { viewChanges } from './changes/changes.ts';
import { renderFeed } from './changes/feed.ts';
import type { PageMaker } from './page.ts';
import { registryDataset } from './run/dataset.ts';
import { renderRawFiles } from './run/raw.ts';

/** What stands around the pages that readers come for: changes with their feed, the API with its descriptions, raw files. */
export function renderAround(report: Report, page: PageMaker, effects: Pick<Effects, 'files'>): readonly Output[] {
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
    ...renderOpenApi(report),
    renderDataPackage(report),
    renderLlms(report),
    ...renderRawFiles(report, effects),
  ];
}
