import { type Figure, leadOf } from '../figure.ts';
import { wrap } from './picture.ts';

/** Of a table that stands for a picture: as tall as the style lets it grow. */
const tableHeight = 480;

/** The size a frame is reserved at, from the lines its words will take; a test holds it against the browser's own. */
export function frameSize(figure: Figure, printed: string): { readonly width: number; readonly height: number } {
  const { title, alt, drawing, tabular, table, provenance } = figure;
  const { status, run, date, testbed, warning, newer, source, license } = provenance;
  const width = 720;
  const shown =
    tabular || drawing === null
      ? Math.min(table.rows.length * 25.3 + 52, tableHeight)
      : (drawing.height * Math.min(width - 32, 860)) / drawing.width + (drawing.plot === null ? 28 : 58);
  const lines = (text: string, size: number): number => (text === '' ? 0 : wrap(text, width, size, 1).length);
  const from = `${status}: ${run}, ${date}. ${testbed}. ${newer ? 'Newer data exists.' : ''}`;
  const whose = `Source: ${source}, ${license.label}. ${printed}`;
  const head = lines(title, 19) * 24 + lines(leadOf(figure), 15) * 21 + lines(alt, 14) * 20;
  const foot = (lines(warning, 13) + lines(from, 13) + lines(whose, 13)) * 18.2;
  return { width, height: Math.ceil((shown + head + foot + 54) / 4) * 4 };
}
