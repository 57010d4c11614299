import type { Output } from '../domain/source.ts';
import type { Effects } from '../platform/effects.ts';

// Increased when packing changes, so that cached style sheets are packed again.
const version = 'styles-1';

/** All style sheets as one, minified; cached by hash, so that unchanged ones never load the bundler. */
export async function packStyles(
  sheets: readonly string[],
  { cache, hash }: Pick<Effects, 'cache' | 'hash'>,
): Promise<Output> {
  const whole = sheets.join('\n');
  const key = `styles/${hash(JSON.stringify([version, whole]))}.css`;
  const kept = cache.read(key);
  const content = kept ?? (await minify(whole));
  if (kept === null) cache.write(key, content);
  return { path: `assets/style-${hash(content).slice(0, 10)}.css`, content };
}

async function minify(whole: string): Promise<string> {
  const { transform } = await import('esbuild');
  const { code } = await transform(whole, { loader: 'css', minify: true, charset: 'utf8', logLevel: 'silent' });
  return code;
}
