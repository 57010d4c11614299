import type { TextFile } from '../domain/source.ts';
import type { Effects } from '../platform/effects.ts';
import { type Directive, locatedDirectives } from '../validate/directives.ts';

/** A page of prose: its title (the first heading), its body as sanitized HTML, and the directives at the marks in it. */
export interface Prose {
  readonly title: string;
  readonly bodyHtml: string;
  readonly embeds: readonly Embed[];
}

/** A directive, to be rendered in place of `markOf` its index: what it shows may change while its page does not. */
export interface Embed {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly block: boolean;
}

/** The placeholder in the body for an embed, in its own paragraph for a block. */
export function markOf(index: number): string {
  return `\u{e000}${index}\u{e001}`;
}

// Increased when rendering changes, so that cached pages are rendered again.
const version = 'prose-4';

/** Renders GitHub-flavored Markdown to sanitized HTML; cached by content hash, so that unified is loaded only for a changed page. */
export async function renderMarkdown(
  page: TextFile,
  base: string,
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<Prose> {
  const key = `prose/${effects.hash(`${version}\n${base}\n${page.text}`)}.json`;
  const kept = effects.cache.read(key);
  if (kept !== null) return JSON.parse(kept) as Prose;
  const prose = await toProse(page, base);
  effects.cache.write(key, JSON.stringify(prose));
  return prose;
}

interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** The parts of a Markdown or HTML syntax tree that are read or changed here. */
interface Node {
  readonly type: string;
  readonly depth?: number;
  readonly value?: string;
  readonly position?: { readonly start: Position; readonly end: Position };
  readonly properties?: Record<string, unknown>;
  children?: Node[];
}

async function toProse(page: TextFile, base: string): Promise<Prose> {
  const [{ unified }, parse, gfm, directive, rehype, slug, sanitize, stringify] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
    import('remark-directive'),
    import('remark-rehype'),
    import('rehype-slug'),
    import('rehype-sanitize'),
    import('rehype-stringify'),
  ]);
  let title = '';
  const embeds: Embed[] = [];
  const known = locatedDirectives(page);
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
    .use(directive.default)
    .use(() => (tree: unknown) => {
      markEmbeds(tree as Node, page.text, known, embeds);
      title = takeTitle(tree as Node);
    })
    .use(rehype.default)
    .use(slug.default)
    .use(() => (tree: unknown) => placeLinks(tree as Node, base))
    .use(sanitize.default, schema)
    .use(stringify.default)
    .process(page.text);
  return { title, bodyHtml: String(file), embeds };
}

/** Replaces the validated directives by marks and keeps their attributes; every other colon is the author's text. */
function markEmbeds(node: Node, markdown: string, known: ReadonlyMap<string, Directive>, embeds: Embed[]): void {
  if (node.children === undefined) return;
  node.children = node.children.map((child) => {
    if (!/^(?:text|leaf|container)Directive$/.test(child.type)) {
      markEmbeds(child, markdown, known, embeds);
      return child;
    }
    const { start, end } = child.position ?? { start: nowhere, end: nowhere };
    const written = markdown.slice(start.offset, end.offset);
    const directive = known.get(`${start.line}:${start.column}`);
    const ours = directive?.block === (child.type === 'leafDirective') && child.type !== 'containerDirective';
    if (ours) embeds.push(toEmbed(directive));
    const text = { type: 'text', value: ours ? markOf(embeds.length - 1) : written };
    return child.type === 'textDirective' ? text : { type: 'paragraph', children: [text] };
  });
}

const nowhere = { offset: 0, line: 0, column: 0 };

function toEmbed({ name, block, attributes }: Directive): Embed {
  const values = [...attributes].map(([key, { value }]) => [key, value] as const);
  return { name, block, attributes: Object.fromEntries(values) };
}

/** Removes the first first-level heading from the tree and returns its text. */
function takeTitle(tree: Node): string {
  const heading = tree.children?.find(({ type, depth }) => type === 'heading' && depth === 1);
  if (heading === undefined) return '';
  tree.children = tree.children?.filter((node) => node !== heading) ?? [];
  return textOf(heading);
}

function textOf({ value, children }: Node): string {
  return value ?? (children ?? []).map(textOf).join('');
}

/** Prefixes links into the site with its base; drops links to other hosts without a scheme. */
function placeLinks(node: Node, base: string): void {
  const href = node.properties?.['href'];
  if (node.properties !== undefined && typeof href === 'string') {
    if (/^[/\\]{2}/.test(href)) delete node.properties['href'];
    else if (href.startsWith('/')) node.properties['href'] = `${base}${href.slice(1)}`;
  }
  for (const child of node.children ?? []) placeLinks(child, base);
}
