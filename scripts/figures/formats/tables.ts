import type { SiteSettings } from '../../domain/site.ts';
import type { Output } from '../../domain/source.ts';
import { toCsv } from '../../render/html.ts';
import type { Figure } from '../figure.ts';
import { type FigureUrls, figureFile, figureUrls, shownUrls } from './urls.ts';

/** The figure's numbers as CSV: one observation a row, with its source, which names the figure, and its license in every row. */
export function figureCsv(figure: Figure, site: SiteSettings): Output {
  const { page } = shownUrls(figure, site);
  const { header, rows } = figure.numbers;
  const { label } = figure.provenance.license;
  const own = rows.map((row) => [...row, page, label]);
  return figureFile(figure, '.csv', toCsv([...header, 'source', 'license'], own));
}

/** The figure as JSON: its words, where it comes from, and its numbers as rows of the named columns. */
export function figureJson(figure: Figure, site: SiteSettings): Output {
  const urls = figureUrls(figure, site);
  const { id, pin, shows, title, question, alt, provenance, numbers, series, columns } = figure;
  const { run, date, testbed, warning, source, license, newer } = provenance;
  const value = {
    id,
    pin,
    run: shows,
    title,
    question,
    alt,
    provenance: { run, date, testbed, warning, source, license, newer },
    url: { page: urls.page, embed: urls.embed, latest: urls.latest },
    series,
    columns,
    header: numbers.header,
    rows: numbers.rows,
  };
  return figureFile(figure, '.json', `${JSON.stringify(value)}\n`);
}

/** The figure as a table of GitHub-flavoured Markdown, with its source and date below. */
export function figureMarkdown(figure: Figure, site: SiteSettings): Output {
  const urls = shownUrls(figure, site);
  const { title, question, alt, table, provenance } = figure;
  const row = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(' | ')} |`;
  const text = [
    `**[${markdownText(title)}](${urls.page})**`,
    markdownText(question),
    [
      row([table.rowLabel, ...table.columns.map(({ text }) => text)]),
      row(['---', ...table.columns.map(() => '--:')]),
      ...table.rows.map(({ label, cells }) => row([label, ...cells.map(({ text }) => text)])),
    ].join('\n'),
    markdownText(alt),
    `${sourceMarkdown(provenance, urls)}`,
    '',
  ].join('\n\n');
  return figureFile(figure, '.md', text);
}

/** Run, date, testbed, source and license as a line of Markdown. */
export function sourceMarkdown(
  { run, date, testbed, warning, source, license }: Figure['provenance'],
  { page }: FigureUrls,
): string {
  const parts = [
    `${markdownText(run)}, ${date}.`,
    markdownText(warning),
    testbed === '' ? '' : `${markdownText(testbed)}.`,
  ];
  const whose = `Source: [${markdownText(source)}](${page}), [${markdownText(license.label)}](${markdownUrl(license.url)}).`;
  return [...parts, whose].filter((part) => part !== '').join(' ');
}

function markdownCell(text: string): string {
  return text.startsWith('--') ? text : markdownText(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** Text in which nothing is markup: what Markdown would read as such is escaped. */
export function markdownText(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#~&]/g, '\\$&');
}

/** An address that cannot end the brackets around it. */
function markdownUrl(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29');
}

/** The words a PNG carries about itself, by the keywords of the PNG specification. */
export function pngMetadata(figure: Figure, { page }: FigureUrls): Readonly<Record<string, string>> {
  const { date, run, testbed, source, license } = figure.provenance;
  return {
    Title: figure.title,
    Description: figure.alt,
    Author: source,
    Copyright: `${license.label}, ${license.url}`,
    'Creation Time': date,
    Source: [run, testbed, page].filter((part) => part !== '').join('; '),
  };
}
