import { limits } from './limits.ts';

// Names that Windows keeps for devices, and those under which every object of JavaScript holds something of its own.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|constructor|prototype)$/;

/** Lower-case words with single hyphens, safe as a file name on every system and as a key of every object. */
export function isId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= limits.idLength && !reserved.test(text);
}

/** The name of a file without its folder and its ending: the id of what it describes. */
export function stemOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

/** Keys that would change an object, or be lost without a word, instead of naming one of its values. */
export const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];
