/**
 * What is claimed, when, by whom and on which sources. Imports types only.
 * Dates are strings (`2009-12-22`), so that no time zone can shift them.
 */

import type { Place } from './source.ts';

/** A day, month or year (`2009-12-22`, `2026-10`, `2015`), or an unknown day after or before a given one. */
export interface ClaimDate {
  readonly kind: 'on' | 'after' | 'before';
  readonly text: string;
}

/** A source that claims cite by name: a post, a survey, a list. */
export interface NamedSource {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly url: string;
  readonly date: string;
  /** The parts a claim may name; empty if any text is allowed (see `partUrl`). */
  readonly parts: readonly string[];
  /** A URL with `{part}` in it, for sources whose parts have their own pages. */
  readonly partUrl: string | null;
  readonly note: string | null;
}

/** What a claim rests on. */
export type ClaimSource =
  | { readonly kind: 'named'; readonly source: string; readonly part: string | null }
  | { readonly kind: 'url'; readonly url: string; readonly retrieved: string | null }
  | {
      readonly kind: 'file';
      readonly repository: string;
      readonly commit: string;
      readonly path: string;
      readonly line: number | null;
    }
  | { readonly kind: 'commit'; readonly repository: string; readonly commit: string }
  | { readonly kind: 'tag'; readonly repository: string; readonly commit: string; readonly tag: string }
  | {
      readonly kind: 'search';
      readonly repository: string;
      readonly commit: string;
      readonly search: string;
      readonly in: string;
    };

/** A claim's value: one text (a support, choice, license, date …), a number, or several texts (a list). */
export type ClaimValue = string | number | readonly string[];

/** A framework's dated answer to one feature. */
export interface Claim {
  readonly value: ClaimValue;
  /** A quotation from the source. */
  readonly said: string | null;
  readonly link: string | null;
  readonly note: string | null;
  /** Who said it, if not the author of the source. */
  readonly by: string | null;
  /** Null in the short form, which has no date. */
  readonly on: ClaimDate | null;
  readonly sources: readonly ClaimSource[];
  /** The date of the claim on the same feature that this one calls wrong. */
  readonly disputes: ClaimDate | null;
  readonly place: Place;
  /** Only the value can be read; the rest has issues of its own. */
  readonly broken?: true;
}
