import type { Effects } from '../effects.ts';
import type { TextFile } from '../model.ts';

/** A page of prose: its title (the first heading) and its body as sanitised HTML. */
export interface Prose {
  readonly title: string;
  readonly bodyHtml: string;
}

const version = 'prose-1';

/** GitHub-flavoured Markdown to sanitised HTML; kept by content hash, so that unified is loaded only for a changed page. */
export async function renderMarkdown(
  { text }: TextFile,
  base: string,
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<Prose> {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? '';
  const body = text.replace(/^# .+\n/m, '').replaceAll('](/', `](${base}`);
  const key = `prose/${effects.hash(`${version}\n${body}`)}.html`;
  const kept = effects.cache.read(key);
  if (kept !== null) return { title, bodyHtml: kept };
  const bodyHtml = await toHtml(body);
  effects.cache.write(key, bodyHtml);
  return { title, bodyHtml };
}

async function toHtml(markdown: string): Promise<string> {
  const [{ unified }, parse, gfm, rehype, slug, sanitize, stringify] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
    import('remark-rehype'),
    import('rehype-slug'),
    import('rehype-sanitize'),
    import('rehype-stringify'),
  ]);
  const schema = {
    ...sanitize.defaultSchema,
    clobberPrefix: '',
    tagNames: (sanitize.defaultSchema.tagNames ?? []).filter((tag) => !['picture', 'source', 'input'].includes(tag)),
    protocols: { ...sanitize.defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: [] },
  };
  const file = await unified()
    .use(parse.default)
    .use(gfm.default)
    .use(rehype.default)
    .use(slug.default)
    .use(sanitize.default, schema)
    .use(stringify.default)
    .process(markdown);
  return String(file);
}
