import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import { forbiddenKeys } from '../domain/ids.ts';
import { issue } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Issue, Path, Place, Source } from '../domain/source.ts';
import { decodeText, laterPlace, placesIn } from './text.ts';
import { parseSubset, placeInSubset } from './yaml-subset.ts';
import { describeSyntax } from './yaml-syntax.ts';

interface ParsedYaml {
  readonly source: Source | null;
  readonly issues: readonly Issue[];
}

/**
 * Parses bytes into a value with places, and accepts only a safe subset: YAML 1.2 core, one document, no anchors, aliases,
 * tags, directives, duplicate keys or keys that are not text, and limited size, lines, depth and number of values.
 */
export function parseYaml(file: string, bytes: Uint8Array): ParsedYaml {
  const { text, issues } = decodeText(file, bytes);
  if (text === null) return { source: null, issues };
  const subset = parseSubset(text);
  if (subset === null) return parseWhole(file, text);
  // Most values are never asked for their place: all are looked up when one is.
  const find = once(() => ({ offsetOf: placeInSubset(text), place: placesIn(file, text) }));
  const placeOf = (path: Path, at: 'key' | 'value' = 'value'): Place =>
    laterPlace(file, () => find().place(find().offsetOf(path, at)));
  return { source: { file, value: subset.value, placeOf }, issues };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Reads a text with the parser of the whole language, which knows the place of every value. */
export function parseWhole(file: string, text: string): ParsedYaml {
  const shape = checkText(file, text);
  if (shape.length > 0) return { source: null, issues: shape };
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    strict: true,
    // Done below instead: the parser compares every key with every other.
    uniqueKeys: false,
    prettyErrors: false,
  });
  const place = placesIn(file, text);
  const errors = [...document.errors, ...document.warnings];
  // The parser may complain twice about one place; the later complaint is the more precise one.
  const last = new Map(errors.map((error) => [error.pos[0], error]));
  const syntax = errors
    .filter((error) => error.code === 'RESOURCE_EXHAUSTION' || last.get(error.pos[0]) === error)
    .map((error) => syntaxIssue(error, place));
  const limit = syntax.filter(({ rule }) => rule === 'yaml-limit');
  if (limit.length > 0) return { source: null, issues: limit };
  const issues = [...syntax, ...(syntax.length > 0 ? [] : checkNodes(document, text, place))];
  return issues.length > 0 ? { source: null, issues } : { source: toSource(file, document, place), issues };
}

/** Checks to make before the parser sees the text. */
function checkText(file: string, text: string): Issue[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const issues: Issue[] = [];
  if (lines.length > limits.yamlLines) {
    issues.push(
      issue(
        'yaml-limit',
        { file, line: limits.yamlLines + 1, column: 1 },
        `The file has ${lines.length} lines, expected at most ${limits.yamlLines}`,
      ),
    );
  }
  for (const [index, line] of lines.entries()) {
    const at = { file, line: index + 1, column: 1 };
    if (/^(<{7}|={7}|>{7})( |\r?$)/.test(line))
      issues.push(issue('yaml-syntax', at, 'Found a merge conflict marker; resolve the conflict'));
    if (line.startsWith('%'))
      issues.push(issue('yaml-feature', at, 'Found a YAML directive (`%`), which is not allowed; remove it'));
    if (/^ {200}/.test(line))
      issues.push(issue('yaml-limit', at, 'Found an indentation of 200 spaces or more, expected fewer'));
  }
  return issues;
}

function syntaxIssue(error: YAMLError, place: (offset: number) => Place): Issue {
  const offset = error.pos[0];
  switch (error.code) {
    case 'RESOURCE_EXHAUSTION':
      return issue(
        'yaml-limit',
        place(offset),
        `The values are nested too deeply, expected at most ${limits.yamlDepth} levels`,
      );
    case 'MULTIPLE_DOCS':
      return issue('yaml-feature', place(offset), 'Found a second YAML document (`---`); keep one in each file');
    case 'TAG_RESOLVE_FAILED':
      return issue(
        'yaml-feature',
        place(offset),
        'Found a YAML tag (`!`), which is not allowed; remove it or put the text in quotes',
      );
    default:
      return issue('yaml-syntax', place(offset), describeSyntax(error));
  }
}

/** Finds aliases, anchors, tags, duplicate keys, keys that are not text, and too many or too deeply nested values. */
function checkNodes(document: Document.Parsed, text: string, place: (offset: number) => Place): Issue[] {
  const issues: Issue[] = [];
  let nodes = 0;
  const at = (node: { range?: readonly number[] | null | undefined }): Place => place(node.range?.[0] ?? 0);
  visit(document, {
    Node: (_key, node, path) => {
      nodes += 1;
      if (path.filter(isCollection).length > limits.yamlDepth) {
        issues.push(
          issue(
            'yaml-limit',
            at(node),
            `The values are nested too deeply, expected at most ${limits.yamlDepth} levels`,
          ),
        );
        return visit.BREAK;
      }
      if (isMap(node)) issues.push(...repeatedKeys(node.items).map((key) => repeatedIssue(key, text, place)));
      if ('anchor' in node && node.anchor)
        issues.push(
          issue('yaml-feature', at(node), `Found the YAML anchor \`&${node.anchor}\`, which is not allowed; remove it`),
        );
      if (node.tag !== undefined)
        issues.push(
          issue('yaml-feature', at(node), `Found the YAML tag \`${node.tag}\`, which is not allowed; remove it`),
        );
      return undefined;
    },
    Alias: (_key, node) => {
      issues.push(
        issue(
          'yaml-feature',
          at(node),
          `Found the YAML alias \`*${node.source}\`, which is not allowed; write the value itself`,
        ),
      );
    },
    Pair: (_key, pair) => {
      const key = pair.key;
      if (!isScalar(key) || typeof key.value !== 'string')
        issues.push(issue('yaml-syntax', at(key as Node), 'Found a key that is not text; put it in quotes'));
      else if (forbiddenKeys.includes(key.value))
        issues.push(issue('yaml-feature', at(key), `The key \`${key.value}\` is reserved; choose another name`));
    },
  });
  if (nodes > limits.yamlNodes)
    issues.push(issue('yaml-limit', place(0), `The file has ${nodes} values, expected at most ${limits.yamlNodes}`));
  return issues;
}

/** The keys that a mapping has already had. */
function repeatedKeys(items: readonly { readonly key: unknown }[]): readonly Scalar[] {
  const seen = new Set<unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const before = seen.size;
    return seen.add(key.value).size === before ? [key] : [];
  });
}

// A quoted key, or a plain one up to its colon.
const keyAt = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^:\n]+)/y;

function repeatedIssue({ range }: Scalar, text: string, place: (offset: number) => Place): Issue {
  keyAt.lastIndex = range?.[0] ?? 0;
  const written = keyAt.exec(text)?.[0] ?? '';
  return issue('yaml-duplicate-key', place(range?.[0] ?? 0), `The key \`${written}\` occurs twice; keep one of them`);
}

function toSource(file: string, document: Document.Parsed, place: (offset: number) => Place): Source {
  return {
    file,
    value: document.toJS({ mapAsMap: false }) as unknown,
    placeOf: (path, at = 'value') => place(offsetOf(document.contents, path, at)),
  };
}

/** Follows `path` as far as the document goes, so that a missing value gets the place of its parent. */
function offsetOf(root: unknown, path: Path, at: 'key' | 'value'): number {
  let node = root;
  let offset = rangeStart(root) ?? 0;
  for (const [index, step] of path.entries()) {
    const next = child(node, step);
    if (next === null) return offset;
    const wantsKey = at === 'key' && index === path.length - 1 && next.key !== null;
    offset = rangeStart(wantsKey ? next.key : next.value) ?? rangeStart(next.key) ?? offset;
    node = next.value;
  }
  return offset;
}

function child(node: unknown, step: string | number): { readonly key: unknown; readonly value: unknown } | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
    return pair === undefined ? null : { key: pair.key, value: pair.value };
  }
  if (isSeq(node) && typeof step === 'number' && step < node.items.length)
    return { key: null, value: node.items[step] };
  return null;
}

function rangeStart(node: unknown): number | null {
  return (node as Partial<Node> | null)?.range?.[0] ?? null;
}
