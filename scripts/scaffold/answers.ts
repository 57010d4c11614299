/** What `init` asks for. */
export interface Answers {
  readonly title: string;
  /** What is compared, as in "library". */
  readonly noun: string;
  readonly nounPlural: string;
  /** The names of the first two. */
  readonly frameworks: readonly string[];
  /** The title of the first benchmark; null for none. */
  readonly benchmark: string | null;
  /** The day in the claims, as `2026-01-31`. */
  readonly today: string;
  /** The version of the generator to depend on. */
  readonly version: string;
}

/** A name as an id: `Hugo (Go)` is `hugo-go`; empty if it has neither letters nor digits. */
export function toId(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
