import Handlebars from 'handlebars';
import type { TextFile } from '../../scripts/domain/source.ts';

/** What a template and its views do not agree on, by paths: `rows[].cells[].href`. */
export interface Disagreement {
  /** Read by the template, absent from a view. */
  readonly missing: readonly string[];
  /** In a view, read by nothing. */
  readonly unread: readonly string[];
  /** Lists and objects that the template goes into, empty in every view: nobody knows what they hold. */
  readonly unseen: readonly string[];
}

/** All values that one place of a template has in all views. */
interface Scope {
  readonly path: string;
  readonly values: readonly unknown[];
}

type Body = readonly hbs.AST.Statement[];

/** Walks the syntax tree of a template, its partials followed and all branches taken, over all of its views at once. */
export function compareFields(files: readonly TextFile[], template: string, views: readonly unknown[]): Disagreement {
  const walker = new Walker(files, { path: '', values: views });
  walker.walk(bodyOf(files, `templates/${template.includes('/') ? template : `${template}/page`}.hbs`), []);
  const fields = new Set(views.flatMap((view) => [...fieldsOf(view, '')]));
  return {
    missing: [...walker.missing].sort(),
    unread: [...fields].filter((field) => !walker.read.has(field)).sort(),
    unseen: [...walker.entered].filter(([, full]) => !full).map(([path]) => path),
  };
}

class Walker {
  readonly missing = new Set<string>();
  readonly read = new Set<string>();
  readonly entered = new Map<string, boolean>();
  readonly files: readonly TextFile[];
  readonly root: Scope;

  constructor(files: readonly TextFile[], root: Scope) {
    this.files = files;
    this.root = root;
  }

  /** `outer` holds the scopes around the current one, the innermost last. */
  walk(body: Body, outer: readonly Scope[], scope: Scope = this.root): void {
    for (const statement of body) this.step(statement, outer, scope);
  }

  step(statement: hbs.AST.Statement, outer: readonly Scope[], scope: Scope): void {
    switch (statement.type) {
      case 'MustacheStatement': {
        const { path, params } = statement as hbs.AST.MustacheStatement;
        if (params.length > 0) throw new Error('no rule for a helper that prints');
        this.resolve(path, outer, scope);
        break;
      }
      case 'BlockStatement':
        this.block(statement as hbs.AST.BlockStatement, outer, scope);
        break;
      case 'PartialStatement': {
        const { name } = statement as hbs.AST.PartialStatement;
        const file = `templates/parts/${(name as hbs.AST.PathExpression).original}/partial.hbs`;
        this.walk(bodyOf(this.files, file), outer, scope);
        break;
      }
      case 'ContentStatement':
      case 'CommentStatement':
        break;
      default:
        throw new Error(`no rule for a ${statement.type}`);
    }
  }

  block(block: hbs.AST.BlockStatement, outer: readonly Scope[], scope: Scope): void {
    const helper = block.path.type === 'PathExpression' ? (block.path as hbs.AST.PathExpression).original : '';
    const [param] = block.params;
    if (param === undefined) throw new Error(`\`${helper}\` has nothing to go by`);
    const found = this.resolve(param, outer, scope);
    if (helper === 'if' || helper === 'unless') this.walk(block.program.body, outer, scope);
    else this.enter(helper, found, block.program.body, [...outer, scope]);
    if (block.inverse) this.walk(block.inverse.body, outer, scope);
  }

  enter(helper: string, { path, values }: Scope, body: Body, outer: readonly Scope[]): void {
    if (helper !== 'each' && helper !== 'with') throw new Error(`no rule for the helper ${helper}`);
    const inside = helper === 'each' ? values.flat() : values.filter(Boolean);
    const into = helper === 'each' ? `${path}[]` : path;
    this.entered.set(into, (this.entered.get(into) ?? false) || inside.length > 0);
    this.walk(body, outer, { path: into, values: inside });
  }

  resolve(expression: hbs.AST.Expression, outer: readonly Scope[], scope: Scope): Scope {
    if (expression.type !== 'PathExpression') throw new Error(`no rule for a ${expression.type}`);
    const { data, depth, parts } = expression as hbs.AST.PathExpression;
    const [first, ...others] = parts as readonly string[];
    if (data && first !== 'root') return { path: `@${first}`, values: [] };
    const from = data ? this.root : depth === 0 ? scope : outer.at(-depth);
    if (from === undefined) throw new Error(`${scope.path} has nothing ${depth} above it`);
    const names = data ? others : (parts as readonly string[]);
    return names.reduce((place, name) => this.field(place, name), from);
  }

  field({ path, values }: Scope, name: string): Scope {
    const inside = path === '' ? name : `${path}.${name}`;
    this.read.add(inside);
    const found = values.map((value) => fieldValue(value, name));
    if (found.includes(undefined)) this.missing.add(inside);
    return { path: inside, values: found };
  }
}

function fieldValue(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function* fieldsOf(value: unknown, path: string): Iterable<string> {
  if (Array.isArray(value)) {
    for (const item of value) yield* fieldsOf(item, `${path}[]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, field] of Object.entries(value)) {
      const inside = path === '' ? name : `${path}.${name}`;
      yield inside;
      yield* fieldsOf(field, inside);
    }
  }
}

function bodyOf(files: readonly TextFile[], file: string): Body {
  const found = files.find((one) => one.file === file);
  if (found === undefined) throw new Error(`no such file: ${file}`);
  return Handlebars.parse(found.text).body;
}
