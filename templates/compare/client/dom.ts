type Child = Node | string;

/** An element with attributes and children; an attribute that is empty is left out. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: Child[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== '') made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A link. */
export function link(href: string, text: string): HTMLElement {
  return element('a', { href }, text);
}

/** A table that scrolls inside its own frame and can be reached by keyboard. */
export function scrolling(label: string, table: HTMLElement): HTMLElement {
  return element('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': label }, table);
}
