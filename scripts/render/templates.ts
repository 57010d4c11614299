import Handlebars from 'handlebars';
import type { TextFile } from '../model.ts';

/** Renders a page's template inside the layout; throws on a name that the view model does not have. */
export type Renderer = (template: string, view: object) => string;

const options = { strict: true, knownHelpersOnly: true } as const;

/** Compiles every `templates/*.hbs`; those in `partials/` are partials named by their stem. */
export function compileTemplates(files: readonly TextFile[]): Renderer {
  const handlebars = Handlebars.create();
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const { file, text } of files) {
    const match = /^templates\/(partials\/)?([a-z-]+)\.hbs$/.exec(file);
    if (match?.[2] === undefined) continue;
    if (match[1] === undefined) compiled.set(match[2], handlebars.compile(text, options));
    else handlebars.registerPartial(match[2], handlebars.compile(text, options));
  }
  return (name, view) => {
    const template = compiled.get(name);
    if (template === undefined) throw new Error(`no template templates/${name}.hbs`);
    return template(view);
  };
}
