import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePreview } from '../../../scripts/platform/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'proofsheet-serve-'));
const site = join(folder, 'site');
const html = `<!DOCTYPE html><title>A page</title>${'<p>Words, again and again.</p>'.repeat(200)}`;
let server: Server;

beforeAll(async () => {
  mkdirSync(join(site, 'about'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  writeFileSync(join(site, 'index.html'), html);
  writeFileSync(join(site, '404.html'), 'not found');
  writeFileSync(join(site, 'about/index.html'), html);
  writeFileSync(join(site, 'face.woff2'), Buffer.from([1, 2, 3]));
  server = await servePreview(site, '/base/', 0);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

function ask(
  path: string,
  headers: Readonly<Record<string, string>> = { 'accept-encoding': 'gzip, br' },
): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, fail) => {
    get({ host: '127.0.0.1', port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    }).on('error', fail);
  });
}

test.each(['/base/', '/base/about/', '/base/about/index.html', '/base/?q=1'])('%s comes packed', async (path) => {
  const { status, headers, body } = await ask(path);
  expect([status, headers['content-encoding'], headers['content-type']]).toEqual([
    200,
    'br',
    'text/html; charset=utf-8',
  ]);
  expect(body.length).toBeLessThan(html.length / 10);
  expect(brotliDecompressSync(body).toString()).toBe(html);
});

test('who cannot unpack gets the file as it is', async () => {
  const { headers, body } = await ask('/base/', {});
  expect(headers['content-encoding']).toBeUndefined();
  expect(body.toString()).toBe(html);
});

test('a face is not packed again', async () => {
  const { headers, body } = await ask('/base/face.woff2');
  expect(headers['content-encoding']).toBeUndefined();
  expect([...body]).toEqual([1, 2, 3]);
});

test('a changed file is packed anew', async () => {
  const changed = `${html}<p>More.</p>`;
  writeFileSync(join(site, 'about/index.html'), changed);
  expect(brotliDecompressSync((await ask('/base/about/')).body).toString()).toBe(changed);
});

test.each(['/', '/base/none/', '/base/%2e%2e/secret.txt', '/base/..%2fsecret.txt', '/base/%'])(
  '%s is not found',
  async (path) => {
    const { status, body } = await ask(path);
    expect([status, body.toString()]).toEqual([404, 'not found']);
  },
);
