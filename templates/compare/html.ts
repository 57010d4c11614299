import { escapeHtml } from '../../scripts/render/html.ts';
import type { Tree } from './client/tree.ts';

const withoutEnd = ['br', 'input'];

// Their children stand on lines of their own.
const blocks = ['div', 'section', 'table', 'tbody', 'ul'];

/** A part of a page as HTML. */
export function toHtml(tree: Tree): string {
  if (typeof tree === 'string') return escapeHtml(tree);
  const { tag, attributes, children } = tree;
  const start = [tag, ...attributes.map(formatAttribute)].join(' ');
  if (withoutEnd.includes(tag)) return `<${start}>`;
  const inside = blocks.includes(tag)
    ? `\n${children.map((child) => `${toHtml(child)}\n`).join('')}`
    : children.map(toHtml).join('');
  return `<${start}>${inside}</${tag}>`;
}

/** `name="value"`; an attribute that is true has its own name as value, and stands alone. */
function formatAttribute([name, value]: readonly [name: string, value: string]): string {
  return name === value ? name : `${name}="${escapeHtml(value)}"`;
}
