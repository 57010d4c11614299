import { findNodeAtLocation, type ParseError, parseTree } from 'jsonc-parser';
import { issue } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Issue, Path, Place, Source } from '../domain/source.ts';
import { decodeText, placesIn } from './text.ts';

/** Parses JSON into a source, or gives the issues that prevent it. Places are looked up only when an issue needs one. */
export function parseJson(
  file: string,
  bytes: Uint8Array,
): { readonly source: Source | null; readonly issues: readonly Issue[] } {
  const { text, issues } = decodeText(file, bytes, limits.factsBytes);
  if (text === null) return { source: null, issues };
  try {
    return {
      source: { file, value: JSON.parse(text), placeOf: (path, at) => placeOf(file, text, path, at) },
      issues: [],
    };
  } catch {
    return {
      source: null,
      issues: [
        issue(
          'json-syntax',
          firstError(file, text),
          'This is not valid JSON; run `npm run enrich` to write the file again',
        ),
      ],
    };
  }
}

function firstError(file: string, text: string): Place {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  return placesIn(file, text)(errors[0]?.offset ?? 0);
}

/** The place of the value at a path, or of the innermost value on the way to it that exists. */
function placeOf(file: string, text: string, path: Path, at: 'key' | 'value' = 'value'): Place {
  const root = parseTree(text);
  const depth =
    root === undefined
      ? undefined
      : Array.from(path.keys().map((step) => path.length - step)).find((length) =>
          findNodeAtLocation(root, path.slice(0, length)),
        );
  const node = root === undefined || depth === undefined ? root : findNodeAtLocation(root, path.slice(0, depth));
  const key = at === 'key' && node?.parent?.type === 'property' ? node.parent : node;
  return placesIn(file, text)(key?.offset ?? 0);
}
