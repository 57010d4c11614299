/** What a build says of its site in its last line. */
export interface Summary {
  readonly pages: number;
  readonly figures: number;
  readonly files: number;
  /** As in `0 errors, 2 warnings`. */
  readonly issues: string;
}

/** The last line of a build; the milliseconds count from the start of the process. */
export function describeSummary({ pages, figures, files, issues }: Summary, changed: number, out: string): string {
  const seconds = (performance.now() / 1000).toFixed(1);
  return `${pages} pages, ${figures} figures, ${files} files (${changed} changed), ${issues}, ${seconds} s → ${out}`;
}
