/** An output as it is held in `expected/`: one line a value, and no hash that changes with every change of a script. */
export function stableText(path: string, text: string): string {
  const lines = path.endsWith('.json') ? `${JSON.stringify(JSON.parse(text), null, 1)}\n` : text;
  return lines
    .replaceAll(/(assets\/[a-z0-9-]+)-[0-9a-f]{10}\.css/g, '$1.css')
    .replaceAll(/(assets\/[a-z0-9-]+)-[A-Za-z0-9]{8,10}\.(js|json)/g, '$1.$2');
}

const blocks =
  /<\/?(?:p|h[1-6]|li|ul|ol|dl|dt|dd|tr|table|caption|section|article|header|div|figure|figcaption|details|summary|fieldset|legend|form|label|br|pre|nav)\b[^>]*>/g;

/** What a reader reads on a page, from its first heading to the end of its main part: a line a block, cells apart by bars. */
export function textOfPage(html: string): string {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html;
  return main
    .replaceAll(/<(script|style|svg|template)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<\/t[hd]>/g, ' | ')
    .replaceAll(blocks, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|quot|#39|#x27|#x3D|amp);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/[ \t]*\n\s*/g, '\n')
    .replaceAll(/(?: \|)+$/gm, '')
    .replace(/^\s+/, '')
    .concat('\n')
    .replace(/\n+$/, '\n');
}

const entities: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&#x3D;': '=', '&amp;': '&' },
};
