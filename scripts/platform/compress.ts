import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

// The text files of a site and their media types.
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};
const quality = 9;

interface Packed {
  readonly changed: number;
  readonly bytes: Buffer;
}

/** Serves a folder's text files compressed with Brotli, as static hosts do; returns whether it answered. */
export function textSender(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const packed = new Map<string, Packed>();
  return (request, response) => {
    if (request.method !== 'GET' || !/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) return false;
    const file = fileOf(folder, request.url ?? '/');
    const type = file === null ? undefined : types[extname(file)];
    if (file === null || type === undefined) return false;
    const bytes = pack(file, packed);
    response.writeHead(200, {
      'content-type': type,
      'content-encoding': 'br',
      'content-length': bytes.length,
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
    });
    response.end(bytes);
    return true;
  };
}

/** The file for a URL; null if there is none inside the folder. */
function fileOf(folder: string, location: string): string | null {
  const path = decoded(location.replace(/[?#].*$/, ''));
  if (path === null) return null;
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  if (relative(folder, file).startsWith('..')) return null;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function pack(file: string, packed: Map<string, Packed>): Buffer {
  const changed = statSync(file).mtimeMs;
  const kept = packed.get(file);
  if (kept?.changed === changed) return kept.bytes;
  const bytes = brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  packed.set(file, { changed, bytes });
  return bytes;
}
