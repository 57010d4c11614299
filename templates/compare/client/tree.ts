/** A part of a page as a value, to be printed at build time or made in the browser: text, or an element. */
export type Tree = string | TreeElement;

interface TreeElement {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly Tree[];
}

/** An element; attributes and children that are empty are left out. */
export function h(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Tree | readonly Tree[])[]
): TreeElement {
  return {
    tag,
    attributes: Object.entries(attributes).filter(([, value]) => value !== ''),
    children: children.flat().filter((child) => child !== ''),
  };
}

/** A link. */
export function link(href: string, text: string): TreeElement {
  return h('a', { href }, text);
}

/** A table that scrolls inside its own frame and can be reached by keyboard. */
export function scrolling(label: string, table: Tree): TreeElement {
  return h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': `${label}, table` }, table);
}

/** The same in the browser, made without a sink that Trusted Types would guard. */
export function toDom(tree: Tree): Node | string {
  if (typeof tree === 'string') return tree;
  const made = document.createElement(tree.tag);
  for (const [name, value] of tree.attributes) made.setAttribute(name, value);
  made.append(...tree.children.map(toDom));
  return made;
}
