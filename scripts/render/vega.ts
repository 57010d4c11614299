import type { ChartSpec } from './chart.ts';

/**
 * Draws a Vega-Lite specification as SVG text. Vega is imported here and only when a figure must be drawn anew.
 * Throws on anything Vega or Vega-Lite complains of: both otherwise draw an empty picture and go on.
 */
export async function drawSvg(spec: ChartSpec, idPrefix: string): Promise<string> {
  const vega = await import('vega');
  const { compile } = await import('vega-lite');
  const complaints: string[] = [];
  const logger = loggerInto(complaints);
  // Without a canvas Vega overestimates widths by half; about 0.56 em a character is near for every sans-serif face.
  const { textMetrics } = vega as unknown as {
    textMetrics: { width: (item: { fontSize?: number }, text: unknown) => number };
  };
  textMetrics.width = (item, text) => String(text ?? '').length * (item.fontSize ?? 11) * 0.56;
  const own = structuredClone(spec);
  const compiled = compile(own as never, { logger: logger as never });
  const view = new vega.View(vega.parse(compiled.spec), {
    renderer: 'none',
    logger: logger as never,
    loader: deniedLoader as never,
  });
  const svg = await view.toSVG();
  view.finalize();
  if (complaints.length > 0) throw new Error(`Vega complains: ${complaints[0]}`);
  return tidySvg(svg, idPrefix);
}

/** Ids that no other figure of a page has, one image instead of a thousand parts to a screen reader, no empty grounds. */
function tidySvg(svg: string, idPrefix: string): string {
  // Vega counts ids over the whole process; counted anew in order of appearance they depend on the picture alone.
  const names = new Map<string, string>();
  const renamed = (id: string): string => {
    if (!names.has(id)) names.set(id, `${idPrefix}-${names.size + 1}`);
    return names.get(id) ?? id;
  };
  return svg
    .replaceAll(/\bid="([^"]+)"/g, (_, id: string) => `id="${renamed(id)}"`)
    .replaceAll(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${renamed(id)})`)
    .replaceAll(/ (?:font-family|role|class|pointer-events|aria-[a-z]+)="[^"]*"/g, '')
    .replaceAll(/<path d="M0,0h[\d.]+v[\d.]+h-?[\d.]+Z"\/>/g, '')
    .replace(/^<svg [^>]*viewBox="([^"]+)"[^>]*>/, '<svg viewBox="$1" xmlns="http://www.w3.org/2000/svg" role="img">');
}

function loggerInto(complaints: string[]): object {
  const logger: Record<string, unknown> = {
    level: (...to: readonly unknown[]) => (to.length > 0 ? logger : 2),
  };
  const complain = (...parts: readonly unknown[]): object => {
    complaints.push(parts.map(String).join(' '));
    return logger;
  };
  return Object.assign(logger, { error: complain, warn: complain, info: () => logger, debug: () => logger });
}

const deny = (): Promise<never> => Promise.reject(new Error('a figure may not load anything'));
const deniedLoader = { load: deny, sanitize: deny, http: deny, file: deny, options: {} };
