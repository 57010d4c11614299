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
import { decodeText, placesIn } from './text.ts';

interface ParsedYaml {
  readonly source: Source | null;
  readonly issues: readonly Issue[];
}

/**
 * Bytes to a value with places, through a strict gate: YAML 1.2 core, one document, no anchors, aliases, tags,
 * directives, duplicate or non-text keys, and bounded in size, lines, depth and nodes.
 */
export function parseYaml(file: string, bytes: Uint8Array): ParsedYaml {
  const decoded = decodeText(file, bytes);
  if (decoded.text === null) return { source: null, issues: decoded.issues };
  const text = decoded.text;
  const shape = checkText(file, text);
  if (shape.length > 0) return { source: null, issues: shape };
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    strict: true,
    // Compared here instead: the parser holds every key against every other one.
    uniqueKeys: false,
    prettyErrors: false,
  });
  const place = placesIn(file, text);
  const syntax = [...document.errors, ...document.warnings].map((error) => syntaxIssue(error, place));
  const limit = syntax.filter(({ rule }) => rule === 'yaml-limit');
  if (limit.length > 0) return { source: null, issues: limit };
  const issues = [...syntax, ...(syntax.length > 0 ? [] : checkNodes(document, text, place))];
  return issues.length > 0 ? { source: null, issues } : { source: toSource(file, document, place), issues };
}

/** Checks that must come before the parser sees the text. */
function checkText(file: string, text: string): Issue[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const issues: Issue[] = [];
  if (lines.length > limits.yamlLines) {
    issues.push(
      issue(
        'yaml-limit',
        { file, line: limits.yamlLines + 1, column: 1 },
        `Found ${lines.length} lines, expected at most ${limits.yamlLines}`,
      ),
    );
  }
  for (const [index, line] of lines.entries()) {
    const at = { file, line: index + 1, column: 1 };
    if (/^(<{7}|={7}|>{7})( |\r?$)/.test(line))
      issues.push(issue('yaml-syntax', at, 'Found a conflict marker of a merge, expected YAML'));
    if (line.startsWith('%')) issues.push(issue('yaml-feature', at, 'Found a directive (`%`), expected plain YAML'));
    if (/^ {200}/.test(line))
      issues.push(issue('yaml-limit', at, 'Found an indentation of 200 or more, expected less'));
  }
  return issues;
}

function syntaxIssue(error: YAMLError, place: (offset: number) => Place): Issue {
  const offset = error.pos[0];
  switch (error.code) {
    case 'RESOURCE_EXHAUSTION':
      return issue('yaml-limit', place(offset), `Found too many levels, expected at most ${limits.yamlDepth}`);
    case 'MULTIPLE_DOCS':
      return issue('yaml-feature', place(offset), 'Found a second document, expected one');
    case 'TAG_RESOLVE_FAILED':
      return issue('yaml-feature', place(offset), 'Found a tag (`!`), expected plain YAML');
    default:
      return issue('yaml-syntax', place(offset), `Found broken YAML, expected it to parse: ${error.message}`);
  }
}

/** Aliases, anchors, tags, keys that are no text or stand twice, and too many or too deep nodes. */
function checkNodes(document: Document.Parsed, text: string, place: (offset: number) => Place): Issue[] {
  const issues: Issue[] = [];
  let nodes = 0;
  const at = (node: { range?: readonly number[] | null | undefined }): Place => place(node.range?.[0] ?? 0);
  visit(document, {
    Node: (_key, node, path) => {
      nodes += 1;
      if (path.filter(isCollection).length > limits.yamlDepth) {
        issues.push(issue('yaml-limit', at(node), `Found more than ${limits.yamlDepth} levels, expected fewer`));
        return visit.BREAK;
      }
      if (isMap(node)) issues.push(...repeatedKeys(node.items).map((key) => repeatedIssue(key, text, place)));
      if ('anchor' in node && node.anchor)
        issues.push(issue('yaml-feature', at(node), `Found the anchor \`&${node.anchor}\`, expected plain YAML`));
      if (node.tag !== undefined)
        issues.push(issue('yaml-feature', at(node), `Found the tag \`${node.tag}\`, expected plain YAML`));
      return undefined;
    },
    Alias: (_key, node) => {
      issues.push(issue('yaml-feature', at(node), `Found the alias \`*${node.source}\`, expected the value itself`));
    },
    Pair: (_key, pair) => {
      const key = pair.key;
      if (!isScalar(key) || typeof key.value !== 'string')
        issues.push(issue('yaml-syntax', at(key as Node), 'Found a key that is no text, expected a word'));
      else if (forbiddenKeys.includes(key.value))
        issues.push(issue('yaml-feature', at(key), `Found the key \`${key.value}\`, expected another name`));
    },
  });
  if (nodes > limits.yamlNodes)
    issues.push(issue('yaml-limit', place(0), `Found ${nodes} values, expected at most ${limits.yamlNodes}`));
  return issues;
}

/** The keys of a mapping that are there before. */
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
  return issue('yaml-duplicate-key', place(range?.[0] ?? 0), `Found the key \`${written}\` twice, expected it once`);
}

function toSource(file: string, document: Document.Parsed, place: (offset: number) => Place): Source {
  return {
    file,
    value: document.toJS({ mapAsMap: false }) as unknown,
    placeOf: (path, at = 'value') => place(offsetOf(document.contents, path, at)),
  };
}

/** Walks as far along `path` as the document goes, so that a missing value has the place of its parent. */
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
