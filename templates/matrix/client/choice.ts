import type { Choice } from './columns.ts';

interface Kept {
  readonly hidden?: unknown;
  readonly folded?: unknown;
  readonly compact?: unknown;
}

/** What was chosen for an edition before; everything shown where nothing was, or nothing may be kept. */
export function readChoice(edition: string): Choice {
  let kept: Kept = {};
  try {
    kept = (JSON.parse(localStorage.getItem(`matrix:${edition}`) ?? '{}') as Kept | null) ?? {};
  } catch {
    // A broken or forbidden storage is an empty one.
  }
  return { hidden: texts(kept.hidden), folded: texts(kept.folded), compact: kept.compact === true };
}

/** Keeps a choice by ids, so that it means the same when features are added. */
export function keepChoice(edition: string, { hidden, folded, compact }: Choice): void {
  try {
    localStorage.setItem(`matrix:${edition}`, JSON.stringify({ hidden: [...hidden], folded: [...folded], compact }));
  } catch {
    // Then it holds for this page only.
  }
}

function texts(value: unknown): Set<string> {
  return new Set(Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
}
