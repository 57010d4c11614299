/** Languages by the endings of file names; only those whose ending says enough. */
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

/** The language of a source file; null for files that are no source, or that cannot be told. */
export function languageOf(path: string): string | null {
  const dot = path.lastIndexOf('.');
  return dot <= path.lastIndexOf('/') ? null : (languages.get(path.slice(dot + 1).toLowerCase()) ?? null);
}
