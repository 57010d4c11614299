import type { Report } from '../domain/report.ts';
import type { SiteSettings } from '../domain/site.ts';
import { formatDate, lowerFirst } from '../render/format.ts';
import { type ChartData, chartData } from './chart.ts';
import { diffData } from './edition-diff.ts';
import type { FigureData, FigureText } from './figure.ts';
import { matrixData } from './matrix.ts';
import { narrowChart } from './narrow.ts';
import { numbersOf } from './numbers.ts';
import type { PlannedChart, PlannedFigure } from './planned.ts';
import { runProvenance } from './provenance.ts';
import { describeChart } from './sentence.ts';
import { describeFixed } from './settings.ts';
import { chartBindings } from './spec.ts';
import { type ChartTable, tableOf } from './table.ts';
import { subtitleOf, takeawayOf } from './takeaway.ts';

/** The data of a planned figure. */
export function figureData(planned: PlannedFigure, report: Report): FigureData {
  switch (planned.kind) {
    case 'chart':
      return runFigure(planned, report.site);
    case 'matrix':
      return matrixData(planned, report);
    case 'diff':
      return diffData(planned, report.site);
    default:
      return planned satisfies never;
  }
}

function runFigure(planned: PlannedChart, site: SiteSettings): FigureData {
  const { chart, benchmark, run } = planned;
  const data = chartData(chart, benchmark, run);
  const text = textOf(planned, data, site);
  const panels = chart.panels && run.sweeps.length > 1;
  const prefix = `${chart.id}-${run.run.id}`;
  return {
    text,
    chart: {
      template: chart.template,
      bindings: chartBindings(data, text.alt),
      prefix,
      panels,
      narrow: narrowChart(data, text.alt),
    },
    drawing: null,
  };
}

function textOf(planned: PlannedChart, data: ChartData, site: SiteSettings): FigureText {
  const { id, pin, chart, run } = planned;
  const fixed = describeFixed(planned.benchmark, data.run, chart);
  const { benchmark } = planned.benchmark;
  const { note, ...table } = planned.use === 'whole' ? tableOf(data) : withoutRanks(tableOf(data));
  return {
    id,
    pin,
    shows: run.run.id,
    benchmark: benchmark.id,
    anchor: chart.id,
    title: `${benchmark.title}: ${lowerFirst(chart.title)}`,
    heading: chart.title,
    question: chart.question,
    takeaway: takeawayOf(data),
    subtitle: subtitleOf(data),
    alt: `${describeChart(data)}${fixed}`,
    caption: `${benchmark.title}, ${run.run.title}, ${formatDate(run.run.date)}.${fixed}`,
    provenance: runProvenance(planned, site),
    table: {
      caption: `${chart.title}: ${note}${fixed === '' ? '' : `;${fixed.replace(/\.$/, '')}`}`,
      rowLabel: 'Program',
      ...table,
    },
    numbers: numbersOf(data),
    series: table.rows.map(({ id: series, label }) => ({ id: series, label })),
    columns: [],
    tabular: false,
  };
}

/** A rank is one among all of a run, which a part of it does not show. */
function withoutRanks({ rows, ...table }: ChartTable): ChartTable {
  return {
    ...table,
    rows: rows.map(({ cells, ...row }) => ({ ...row, cells: cells.map((cell) => ({ ...cell, rank: '' })) })),
  };
}
