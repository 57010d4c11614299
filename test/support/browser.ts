import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { root } from './project.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Starts Chromium: the one that PROOFSHEET_CHROMIUM names, one of the system, or the one that an npm package carries.
 * PROOFSHEET_CHROMIUM=npm asks for the last. Throws where none starts, so that no browser test passes unseen.
 */
export async function startBrowser(): Promise<Browser> {
  const wanted = process.env['PROOFSHEET_CHROMIUM'];
  const found =
    wanted === undefined ? installed.find((path) => existsSync(path)) : wanted === 'npm' ? undefined : wanted;
  if (found !== undefined) return chromium.launch({ executablePath: found, args: flags });
  const { executable, libraries } = unpackChromium();
  return chromium.launch({
    executablePath: executable,
    args: [...flags, '--headless=shell', '--no-zygote', '--font-render-hinting=none'],
    env: { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>,
  });
}

/** Unpacks the package's browser and the shared libraries it ships for bare machines, once per version. */
function unpackChromium(): { readonly executable: string; readonly libraries: string } {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin');
  const version = JSON.parse(readFileSync(join(bin, '../package.json'), 'utf8')).version as string;
  const folder = join(root, 'node_modules/.cache/chromium', version);
  const executable = join(folder, 'chromium');
  const libraries = join(folder, 'al2023/lib');
  if (existsSync(executable)) return { executable, libraries };
  const staging = `${folder}.${process.pid}`;
  mkdirSync(staging, { recursive: true });
  writeFileSync(join(staging, 'chromium'), brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))), {
    mode: 0o755,
  });
  mkdirSync(join(staging, 'al2023'));
  const archive = brotliDecompressSync(readFileSync(join(bin, 'al2023.tar.br')));
  execFileSync('tar', ['-x', '-C', join(staging, 'al2023')], { input: archive });
  if (existsSync(folder)) rmSync(staging, { recursive: true });
  else renameSync(staging, folder);
  return { executable, libraries };
}
