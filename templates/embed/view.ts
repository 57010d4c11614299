import { leadOf } from '../../scripts/figures/figure.ts';
import type { Embedding } from '../../scripts/figures/formats/snippets.ts';
import { inlineSvg } from '../../scripts/figures/svg/drawing.ts';
import type { FrameParts, Site } from '../layout/site.ts';
import { type TableView, viewTable } from '../parts/embed-table/view.ts';

/** A figure in a frame on another site. */
export interface EmbedView extends FrameParts {
  readonly title: string;
  readonly question: string;
  readonly alt: string;
  readonly svg: string;
  /** For a narrow frame; empty where the other one serves. */
  readonly narrowSvg: string;
  readonly table: TableView;
  /** The table says more than the picture. */
  readonly tableFirst: boolean;
  readonly status: string;
  readonly run: string;
  readonly date: string;
  readonly testbed: string;
  readonly warning: string;
  readonly newer: boolean;
  readonly source: string;
  readonly license: { readonly label: string; readonly url: string };
  readonly page: string;
  readonly latest: string;
  readonly printed: string;
  readonly oembed: string;
}

/** A figure with all that its frame needs: everything inline, under a policy that allows nothing else. */
export function viewEmbed({ figure, urls }: Embedding, { frame }: Site): EmbedView {
  const { title, alt, drawing, narrow, tabular } = figure;
  const { status, run, date, testbed, warning, newer, source, license } = figure.provenance;
  return {
    ...frame,
    ...{ title, question: leadOf(figure), alt, table: viewTable(figure), tableFirst: tabular },
    narrowSvg: narrow === null ? '' : inlineSvg(narrow),
    svg: drawing === null ? '' : inlineSvg(drawing),
    ...{ status, run, date, testbed, warning, newer, source, license },
    page: urls.page,
    latest: urls.latest,
    printed: urls.printed,
    oembed: urls.file('.oembed.json'),
  };
}
