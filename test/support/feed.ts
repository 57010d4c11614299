import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect } from 'vitest';

interface Entry {
  readonly title: string;
  readonly id: string;
  readonly link: { readonly '@_href': string };
  readonly published: string;
  readonly updated: string;
  readonly content: { readonly '#text': string };
}

/** What a reader of feeds finds in one. */
export interface Feed {
  readonly title: string;
  readonly id: string;
  readonly updated: string;
  readonly author: { readonly name: string };
  readonly link: readonly { readonly '@_rel': string; readonly '@_href': string }[];
  readonly entry: readonly Entry[];
}

/** Parses a feed that must be well-formed. */
export function parseFeed(xml: string): Feed {
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' });
  return parser.parse(xml).feed as Feed;
}
