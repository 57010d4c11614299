import Handlebars from 'handlebars';
import type { TextFile } from '../domain/source.ts';

/** Renders a page's template with its view; throws on a name that the view does not have. */
export type Renderer = (template: string, view: object) => string;

const options = { strict: true, knownHelpersOnly: true } as const;

/** Compiles every `templates/<page>/page.hbs` by its folder's name, others by `<page>/<stem>`; `parts/<part>/partial.hbs` is a partial. */
export function compileTemplates(files: readonly TextFile[]): Renderer {
  const handlebars = Handlebars.create();
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const { file, text } of files) {
    const [, part, page] = /^templates\/(?:parts\/([a-z-]+)\/partial|([a-z-]+\/[a-z-]+))\.hbs$/.exec(file) ?? [];
    if (part !== undefined) handlebars.registerPartial(part, handlebars.compile(text, options));
    if (page !== undefined) compiled.set(page.replace(/\/page$/, ''), handlebars.compile(text, options));
  }
  return (name, view) => {
    const template = compiled.get(name);
    if (template === undefined) throw new Error(`no template templates/${name}/page.hbs`);
    return template(guard(view));
  };
}

/**
 * A view that throws on names it lacks or holds as undefined. Handlebars' own strictness does not reach the arguments of
 * `if`, `each` and `with`, and prints an explicit undefined as nothing.
 */
function guard<T extends object>(view: T): T {
  return new Proxy(view, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof name === 'symbol' || Array.isArray(target)) return guardInside(value);
      if (!Object.hasOwn(target, name) || value === undefined) throw new Error(`the view has no \`${name}\``);
      return guardInside(value);
    },
  });
}

function guardInside(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? guard(value) : value;
}
