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

/** The version that stands right behind the name, so that another package on the line keeps its own. */
function replaceBehind(line: string, name: string, [pinned, version]: readonly [string, string]): string {
  const [before, after] = [name, pinned].map((text) => text.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&'));
  const pin = new RegExp(`(?<![\\w.-])(${before}["']?[:=@ ]+(?:\\{ *version *= *)?["'=v]*)${after}(?![\\w.])`, 'g');
  return line.replace(pin, (_, start: string) => `${start}${version}`);
}
