/** Languages by file extension; only unambiguous extensions. */
const endings: Readonly<Record<string, readonly string[]>> = {
  C: ['c', 'h'],
  'C++': ['cc', 'cpp', 'cxx', 'hh', 'hpp', 'hxx'],
  'C#': ['cs'],
  Clojure: ['clj', 'cljs'],
  Cython: ['pyx', 'pxd', 'pxi'],
  Dart: ['dart'],
  Elixir: ['ex', 'exs'],
  Erlang: ['erl', 'hrl'],
  'F#': ['fs'],
  Go: ['go'],
  Groovy: ['groovy'],
  Haskell: ['hs'],
  Java: ['java'],
  JavaScript: ['js', 'mjs', 'cjs', 'jsx'],
  Julia: ['jl'],
  Kotlin: ['kt', 'kts'],
  Lua: ['lua'],
  Nim: ['nim'],
  OCaml: ['ml', 'mli'],
  'Objective-C': ['m', 'mm'],
  PHP: ['php'],
  Perl: ['pl', 'pm'],
  Python: ['py', 'pyw', 'pyi'],
  R: ['r'],
  Ruby: ['rb'],
  Rust: ['rs'],
  Scala: ['scala'],
  Shell: ['sh', 'bash'],
  Swift: ['swift'],
  TypeScript: ['ts', 'tsx', 'mts', 'cts'],
  Zig: ['zig'],
};

const languages = new Map(Object.entries(endings).flatMap(([name, list]) => list.map((ending) => [ending, name])));

/** The language of a source file; null for other files and unknown extensions. */
export function languageOf(path: string): string | null {
  const dot = path.lastIndexOf('.');
  return dot <= path.lastIndexOf('/') ? null : (languages.get(path.slice(dot + 1).toLowerCase()) ?? null);
}

/**
 * Bytes by language, most first. A header (`.h`) may be C or C++: headers count for the one with more of the other files.
 */
export function sumLanguages(
  files: readonly { readonly path: string; readonly bytes: number }[],
): readonly (readonly [language: string, bytes: number])[] {
  const sums = new Map<string, number>();
  let headers = 0;
  for (const { path, bytes } of files) {
    const language = languageOf(path);
    if (/\.h$/i.test(path)) headers += bytes;
    else if (language !== null) sums.set(language, (sums.get(language) ?? 0) + bytes);
  }
  const owner = (sums.get('C++') ?? 0) > (sums.get('C') ?? 0) ? 'C++' : 'C';
  sums.set(owner, (sums.get(owner) ?? 0) + headers);
  return [...sums].filter(([, size]) => size > 0).sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}
