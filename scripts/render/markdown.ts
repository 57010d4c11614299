import type { Effects } from '../effects.ts';
import type { TextFile } from '../model.ts';

/** A page of prose: its title (the first heading) and its body as sanitised HTML. */
export interface Prose {
  readonly title: string;
  readonly bodyHtml: string;
}

// Raised when rendering changes, so that pages rendered before are rendered anew.
const version = 'prose-2';

/** GitHub-flavoured Markdown to sanitised HTML; kept by content hash, so that unified is loaded only for a changed page. */
export async function renderMarkdown(
  { text }: TextFile,
  base: string,
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<Prose> {
  const key = `prose/${effects.hash(`${version}\n${base}\n${text}`)}.json`;
  const kept = effects.cache.read(key);
  if (kept !== null) return JSON.parse(kept) as Prose;
  const prose = await toProse(text, base);
  effects.cache.write(key, JSON.stringify(prose));
  return prose;
}

/** The parts of a syntax tree (Markdown's or HTML's) that are read or changed here. */
interface Node {
  readonly type: string;
  readonly depth?: number;
  readonly value?: string;
  readonly properties?: Record<string, unknown>;
  children?: Node[];
}

async function toProse(markdown: string, base: string): Promise<Prose> {
  const [{ unified }, parse, gfm, rehype, slug, sanitize, stringify] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
    import('remark-rehype'),
    import('rehype-slug'),
    import('rehype-sanitize'),
    import('rehype-stringify'),
  ]);
  let title = '';
  const schema = {
    ...sanitize.defaultSchema,
    clobberPrefix: '',
    tagNames: (sanitize.defaultSchema.tagNames ?? []).filter(
      (tag) => !['img', 'picture', 'source', 'input'].includes(tag),
    ),
    protocols: { ...sanitize.defaultSchema.protocols, href: ['http', 'https', 'mailto'] },
  };
  const file = await unified()
    .use(parse.default)
    .use(gfm.default)
    .use(() => (tree: unknown) => {
      title = takeTitle(tree as Node);
    })
    .use(rehype.default)
    .use(slug.default)
    .use(() => (tree: unknown) => placeLinks(tree as Node, base))
    .use(sanitize.default, schema)
    .use(stringify.default)
    .process(markdown);
  return { title, bodyHtml: String(file) };
}

/** Takes the first heading of the first level out of the tree and gives its text. */
function takeTitle(tree: Node): string {
  const heading = tree.children?.find(({ type, depth }) => type === 'heading' && depth === 1);
  if (heading === undefined) return '';
  tree.children = tree.children?.filter((node) => node !== heading) ?? [];
  return textOf(heading);
}

function textOf({ value, children }: Node): string {
  return value ?? (children ?? []).map(textOf).join('');
}

/** Links into the site stand below its base; a link without a scheme to another host is none. */
function placeLinks(node: Node, base: string): void {
  const href = node.properties?.['href'];
  if (node.properties !== undefined && typeof href === 'string') {
    if (/^[/\\]{2}/.test(href)) delete node.properties['href'];
    else if (href.startsWith('/')) node.properties['href'] = `${base}${href.slice(1)}`;
  }
  for (const child of node.children ?? []) placeLinks(child, base);
}
