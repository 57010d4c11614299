import Handlebars from 'handlebars';
import type { TextFile } from '../domain/source.ts';

/** Renders a template with its view, as `Views` has it for the template's name. */
export type Renderer<Views> = <K extends keyof Views & string>(template: K, view: Views[K]) => string;

const options = { strict: true, knownHelpersOnly: true } as const;

/**
 * Compiles every `templates/<page>/page.hbs` by its folder's name, others by `<page>/<stem>`; `parts/<part>/partial.hbs` is a partial.
 * A template throws on a name that its view does not have.
 */
export function compileTemplates<Views>(files: readonly TextFile[]): Renderer<Views> {
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
    return template(view);
  };
}
