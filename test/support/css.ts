/** The selectors of a sheet, rules inside other rules included. */
export function selectorsOf(css: string): readonly string[] {
  const bare = css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^@import .*$/gm, '')
    .replaceAll(/"[^"]*"/g, '""');
  const preludes = [...bare.matchAll(/([^{};]+)\{/g)].map(([, prelude = '']) => prelude.trim());
  return preludes.filter((prelude) => !prelude.startsWith('@')).flatMap(splitList);
}

/** The classes of what a selector styles: those of its last compound, without what only limits it. */
export function subjectsOf(selector: string): readonly string[] {
  const last = splitAt(selector, /[\s>+~]/).at(-1) ?? '';
  return classesIn(withoutLimits(last));
}

/** All classes of a selector. */
export function classesIn(selector: string): readonly string[] {
  return [...selector.matchAll(/\.(-?[_a-z][\w-]*)/gi)].map(([, name = '']) => name);
}

function splitList(list: string): readonly string[] {
  return splitAt(list, /,/).map((one) => one.trim());
}

/** Parts of a text between separators that are in no parentheses and no brackets. */
function splitAt(text: string, separator: RegExp): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const char of text) {
    if ('(['.includes(char)) depth += 1;
    if (')]'.includes(char)) depth -= 1;
    if (depth === 0 && separator.test(char)) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${char}`);
  }
  return parts.filter((part) => part.trim() !== '');
}

function withoutLimits(compound: string): string {
  const limit = /:(?:not|has)\(/.exec(compound);
  if (limit === null) return compound;
  let depth = 1;
  let end = limit.index + limit[0].length;
  for (; depth > 0 && end < compound.length; end += 1) {
    if (compound[end] === '(') depth += 1;
    if (compound[end] === ')') depth -= 1;
  }
  return withoutLimits(compound.slice(0, limit.index) + compound.slice(end));
}
