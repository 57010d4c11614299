/** The newest version in what a registry's client printed: of pip, npm, cargo or go. */
export function readNewest(out: string): string | null {
  const named =
    /^version:\s*(\S+)/m.exec(out) ?? /^\S+ \(([^)]+)\)/m.exec(out) ?? /^v?(\d+(?:\.\d+)+\S*)\s*$/m.exec(out);
  return named?.[1]?.replace(/^v(?=\d)/, '') ?? null;
}

/** A text with one package's version raised wherever its name and the pinned version stand on one line. */
export function raise(
  text: string,
  { name, pinned, version }: { readonly name: string; readonly pinned: string; readonly version: string },
): string {
  const lines = text
    .split('\n')
    .map((line) => (line.includes(name) ? replaceBehind(line, name, [pinned, version]) : line));
  return lines.join('\n');
}

/** Only the first version behind the name, so that another package on the line keeps its own. */
function replaceBehind(line: string, name: string, [pinned, version]: readonly [string, string]): string {
  const start = line.indexOf(name) + name.length;
  const rest = line.slice(start);
  const escaped = pinned.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&');
  const at = new RegExp(`^["']?\\]?["']?[:=@ ]+(?:\\{ *version *= *)?["'=v]*${escaped}(?![\\w.])`).exec(rest);
  if (at === null) return line;
  return line.slice(0, start) + at[0].slice(0, at[0].length - pinned.length) + version + rest.slice(at[0].length);
}
