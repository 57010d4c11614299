import { formatCount } from '../../scripts/render/format.ts';
import type { Urls } from '../../scripts/render/urls.ts';
import type { Site } from '../layout/site.ts';
import { registryDataset } from '../parts/dataset/view.ts';
import { type Endpoint, endpointsOf, pathsOf, placesOf } from './endpoints.ts';

/** Every kind of address of the API, every address, and where it is described. */
export interface ApiView {
  readonly root: string;
  readonly openApiHref: string;
  readonly datapackageHref: string;
  readonly llmsHref: string;
  readonly feedHref: string;
  readonly endpoints: readonly EndpointView[];
  readonly datasetHtml: string;
}

interface EndpointView {
  readonly id: string;
  readonly path: string;
  /** Empty where the path has places for ids. */
  readonly href: string;
  readonly summary: string;
  readonly count: string;
  readonly urls: readonly { readonly path: string; readonly href: string }[];
}

/** The readable page of the API. */
export function viewApi(site: Site): ApiView {
  const { report, urls, absolute } = site;
  return {
    root: absolute.home,
    openApiHref: urls.apiFile('openapi.json'),
    datapackageHref: urls.file('datapackage.json'),
    llmsHref: urls.file('llms.txt'),
    feedHref: urls.file('changes.xml'),
    endpoints: endpointsOf(report).map((endpoint) => viewEndpoint(endpoint, urls)),
    datasetHtml: registryDataset(site),
  };
}

function viewEndpoint(endpoint: Endpoint, { file }: Urls): EndpointView {
  const urls = pathsOf(endpoint).map((path) => ({ path: `/${path}`, href: file(path) }));
  return {
    id: endpoint.id,
    path: `/${endpoint.path}`,
    href: placesOf(endpoint).length === 0 ? file(endpoint.path) : '',
    summary: endpoint.summary,
    count: formatCount(urls.length, 'URL'),
    urls,
  };
}
