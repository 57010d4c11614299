import { limits } from './limits.ts';

// Names that Windows reserves for devices, and those of the properties that every JavaScript object inherits.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|constructor|prototype)$/;

/** Lower-case words with single hyphens, safe as a file name on every system and as a key of every object. */
export function isId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= limits.idLength && !reserved.test(text);
}

/** The name of a file without folder and extension: the id of what it describes. */
export function stemOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

/** Keys that would change an object itself, or be lost silently, instead of naming one of its values. */
export const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];
