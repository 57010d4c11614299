import { issue, unexpected } from '../domain/issue.ts';
import type { Issue, Place, TextFile } from '../domain/source.ts';
import type { KnownNames } from './figures.ts';

/** A directive in a page of prose: `::figure{id=one}` alone on its line, `:value{run=one}` inside a sentence. */
export interface Directive {
  readonly name: string;
  readonly block: boolean;
  readonly place: Place;
  readonly attributes: ReadonlyMap<string, { readonly value: string; readonly place: Place }>;
}

/** The names that directives may refer to. */
export interface DirectiveNames extends KnownNames {
  readonly editions: readonly string[];
  /** The sweeps of each run; the keys are `benchmark/run`. */
  readonly runs: ReadonlyMap<string, readonly string[]>;
  readonly measures: readonly string[];
  /** Figures that show part of another figure. */
  readonly parts: readonly string[];
}

interface Rule {
  readonly block: boolean;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const rules: Readonly<Record<string, Rule>> = {
  figure: { block: true, required: ['id'], optional: ['frameworks', 'run'] },
  matrix: { block: true, required: [], optional: ['edition', 'frameworks', 'features'] },
  saturation: { block: true, required: ['run'], optional: [] },
  value: { block: false, required: ['run', 'program'], optional: ['measure', 'at'] },
};

/** Checks the directives of a page: known names, all required attributes, ids that exist. */
export function checkDirectives(page: TextFile, known: DirectiveNames): readonly Issue[] {
  return readDirectives(page).flatMap((directive) => {
    const rule = Object.hasOwn(rules, directive.name) ? rules[directive.name] : undefined;
    if (rule === undefined || rule.block !== directive.block) {
      const expected = Object.keys(rules).filter((name) => rules[name]?.block === directive.block);
      return directive.block
        ? [issue('directive-unknown', directive.place, unexpected('directive', directive.name, expected))]
        : [];
    }
    return checkAttributes(directive, rule, known);
  });
}

/** The known directives of a page by their place as `line:column`; everything else is the author's text. */
export function locatedDirectives(page: TextFile): ReadonlyMap<string, Directive> {
  const known = readDirectives(page).filter(
    ({ name, block }) => Object.hasOwn(rules, name) && rules[name]?.block === block,
  );
  return new Map(known.map((one) => [`${one.place.line}:${one.place.column}`, one]));
}

/** The directives of a page in order, except those in code. */
export function readDirectives({ file, text }: TextFile): readonly Directive[] {
  let fence = '';
  return text.split('\n').flatMap((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (mark !== '') fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    if (fence !== '' || mark !== '') return [];
    const bare = line.replaceAll(/`[^`]*`/g, (code) => ' '.repeat(code.length));
    const block = /^::([a-z][a-z-]*)(?:\{([^}]*)\})?\s*$/.exec(bare);
    if (block !== null) return [directiveAt(block, true, file, index + 1)];
    return [...bare.matchAll(/(?<![:\w]):([a-z][a-z-]*)\{([^{}]*)\}/g)].map((found) =>
      directiveAt(found, false, file, index + 1),
    );
  });
}

function directiveAt(found: RegExpExecArray, block: boolean, file: string, line: number): Directive {
  const [whole, name = '', inside = ''] = found;
  const start = found.index + whole.indexOf('{') + 1;
  const place = (column: number): Place => ({ file, line, column });
  const attributes = [...inside.matchAll(/(?<![a-z-])([a-z][a-z-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g)].map(
    (attribute) =>
      [
        attribute[1] ?? '',
        {
          value: attribute[2] ?? attribute[3] ?? attribute[4] ?? '',
          place: place(start + attribute.index + 1),
        },
      ] as const,
  );
  return { name, block, place: place(found.index + 1), attributes: new Map(attributes) };
}

function checkAttributes(directive: Directive, rule: Rule, known: DirectiveNames): readonly Issue[] {
  const { attributes, place, name } = directive;
  const allowed = [...rule.required, ...rule.optional];
  const missing = rule.required
    .filter((key) => !attributes.has(key))
    .map((key) => issue('key-missing', place, `The directive \`${name}\` needs \`${key}\`; add it`));
  const found = [...attributes].flatMap(([key, { value, place: at }]) => {
    if (!allowed.includes(key)) return [issue('key-unknown', at, unexpected('attribute', key, allowed))];
    return checkValue(key, value, at, directive, known);
  });
  return [...missing, ...found];
}

function checkValue(
  key: string,
  value: string,
  place: Place,
  { attributes, name }: Directive,
  known: DirectiveNames,
): readonly Issue[] {
  const among = (what: string, ids: readonly string[]): readonly Issue[] =>
    value.split(',').flatMap((id) => (ids.includes(id) ? [] : [issue('id-unknown', place, unexpected(what, id, ids))]));
  switch (key) {
    case 'id':
      return among('figure', known.figures);
    case 'edition':
      return among('edition', known.editions);
    case 'features':
      return among('feature', known.features);
    case 'frameworks':
      return name === 'figure' && known.parts.includes(attributes.get('id')?.value ?? '')
        ? [
            issue(
              'key-unknown',
              place,
              'A figure that shows part of another has its own frameworks; remove the attribute',
            ),
          ]
        : among('framework', known.frameworks);
    case 'run':
      return name === 'figure'
        ? among(
            'run',
            [...known.runs.keys()].map((run) => run.replace(/^.*\//, '')),
          )
        : among('run', [...known.runs.keys()]);
    case 'program':
      return among('program', known.runs.get(attributes.get('run')?.value ?? '') ?? []);
    case 'measure':
      return among('measure', known.measures);
    default:
      return /^\d+(?:\.\d+)?$/.test(value) ? [] : [issue('value-form', place, `Found \`${value}\`, expected a number`)];
  }
}
