import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline, Readable, Transform } from 'node:stream';
import { createGzip, deflateSync } from 'node:zlib';
import type { Backend } from './backend.ts';

type Tamper = 'progress' | 'hang' | 'cut' | 'count' | 'endless';

/** What an answer may use. */
export interface Ground {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Path and query after the repository's name: `/info/refs?service=git-upload-pack`. */
  readonly rest: string;
  readonly backend: Backend;
  /** Where the server stands that nobody may reach. */
  readonly elsewhere: string;
}

export interface Hostile {
  readonly about: string;
  readonly answer: (ground: Ground) => void;
}

/** Endless answers come as fast as the client reads up to here, and then at a megabyte a second. */
const fullSpeedBytes = 256 * 2 ** 20;
const advertisement = 'application/x-git-upload-pack-advertisement';
const oddText = '::error::pwned\n\x1b[31m::error::pwned\x1b[0m\r::warning::pwned\u202e';
const fakeId = 'c0ffee'.repeat(7).slice(0, 40);

/** A packet of git's protocol: four digits of length, and the text. */
function packet(text: string | Buffer): Buffer {
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from((body.length + 4).toString(16).padStart(4, '0')), body]);
}

const flush = Buffer.from('0000');
const service = Buffer.concat([packet('# service=git-upload-pack\n'), flush]);
const capabilities =
  'multi_ack_detailed no-done side-band-64k shallow filter allow-reachable-sha1-in-want agent=git/farm';
const firstRef = packet(`${fakeId} HEAD\0${capabilities} symref=HEAD:refs/heads/main\n`);

const redirect =
  (status: number, path: string): Hostile['answer'] =>
  ({ response, elsewhere, rest }) =>
    response.writeHead(status, { location: `${elsewhere}${path}${rest}` }).end();

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}, text = ''): Hostile['answer'] =>
  ({ response }) =>
    response.writeHead(code, { 'content-type': 'text/plain', ...headers }).end(text);

const advertise =
  (...parts: readonly Buffer[]): Hostile['answer'] =>
  ({ response }) =>
    response.writeHead(200, { 'content-type': advertisement }).end(Buffer.concat(parts));

/** Every answer that is no repository, by the name under which the farm gives it. */
export const hostile: Readonly<Record<string, Hostile>> = {
  moved: { about: '301 to another name on a second server', answer: redirect(301, '/moved-here') },
  'moved-inside': { about: '302 to what stands for 169.254.169.254', answer: redirect(302, '/latest/meta-data') },
  gone: { about: '404', answer: status(404, {}, 'Not Found') },
  private: { about: '401', answer: status(401, { 'www-authenticate': 'Basic realm="farm ::error::pwned"' }) },
  forbidden: { about: '403', answer: status(403) },
  'rate-limited': { about: '429', answer: status(429, { 'retry-after': '3600' }) },
  'server-error': { about: '500 with a text', answer: status(500, {}, oddText) },
  'login-page': {
    about: '200 with a page that asks for a password',
    answer: status(200, { 'content-type': 'text/html' }, '<!doctype html><title>Log in</title><form></form>'),
  },
  reset: { about: 'the connection breaks', answer: ({ response }) => void response.destroy() },
  hang: { about: 'takes the request, never answers', answer: () => {} },
  drip: { about: 'one byte a second', answer: drip },
  infinite: { about: 'refs without end', answer: infinite },
  garbage: { about: 'bytes that are no packets', answer: advertise(service, garbageBytes(4_096)) },
  truncated: { about: 'a packet that is longer than the answer', answer: advertise(service, Buffer.from('00ffabc')) },
  'gzip-bomb': { about: '512 MB of refs in a small gzip', answer: gzipBomb },
  'no-pack': { about: 'refs whose commit the server then refuses', answer: noPack },
  'bad-refs': { about: 'plain, with refs whose names leave the folder', answer: badRefs },
  'bad-lines': {
    about: 'a ref with a newline in its name',
    answer: advertise(service, firstRef, packet(`${fakeId} refs/tags/a\nb\n`), flush),
  },
  'stderr-injection': { about: 'an error packet with text that is a command', answer: errorPacket },
  'progress-injection': { about: 'plain, with progress that is a command', answer: tamper('progress') },
  'slow-pack': { about: 'plain, but hangs within the pack', answer: tamper('hang') },
  'cut-pack': { about: 'plain, but ends within the pack', answer: tamper('cut') },
  'huge-pack-endless': { about: 'plain, but the pack has no end', answer: tamper('endless') },
  'huge-count': { about: 'plain, but the pack says that it holds 2^31 - 1 objects', answer: tamper('count') },
};

function errorPacket(ground: Ground): void {
  advertise(service, packet(`ERR ${oddText}`))(ground);
}

function noPack(ground: Ground): void {
  if (ground.request.method === 'GET')
    advertise(service, firstRef, packet(`${fakeId} refs/heads/main\n`), flush)(ground);
  else {
    ground.response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-result' });
    ground.response.end(packet(`ERR upload-pack: not our ref ${fakeId}`));
  }
}

function badRefs({ request, response, rest, backend }: Ground): void {
  const names = ['refs/tags/../../config', '../../../etc/passwd', 'refs/heads/--x=y', 'refs/heads/.lock', 'refs/tags/'];
  const through = whole((body) => {
    const id = /[0-9a-f]{40}(?= refs\/heads\/main\n)/.exec(body.toString('latin1'))?.[0] ?? fakeId;
    return Buffer.concat([body.subarray(0, -4), ...names.map((name) => packet(`${id} ${name}\n`)), flush]);
  });
  const tampering = request.method === 'GET' ? { old: true, through } : { old: true };
  backend.serve(request, response, `/plain${rest}`, tampering);
}

function drip({ response }: Ground): void {
  response.writeHead(200, { 'content-type': advertisement });
  const bytes = Buffer.concat([service, firstRef]);
  let index = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(index % bytes.length, (index % bytes.length) + 1));
    index += 1;
  }, 1_000);
  response.once('close', () => clearInterval(timer));
}

function infinite({ response }: Ground): void {
  response.writeHead(200, { 'content-type': advertisement });
  response.write(Buffer.concat([service, firstRef]));
  let count = 0;
  writeEndlessly(response, () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => packet(`${fakeId} refs/heads/b${count + index}\n`));
    count += lines.length;
    return Buffer.concat(lines);
  });
}

/** Writes as fast as the client reads, then slowly; stops when the response closes. */
function writeEndlessly(response: ServerResponse, next: () => Buffer): void {
  let written = 0;
  let timer: NodeJS.Timeout | null = null;
  const more = (): void => {
    const piece = next();
    written += piece.length;
    const flowing = !response.destroyed && response.write(piece);
    if (response.destroyed) return;
    if (written >= fullSpeedBytes) timer = setTimeout(more, piece.length / 1_000);
    else if (flowing) setImmediate(more);
    else response.once('drain', more);
  };
  response.once('close', () => timer !== null && clearTimeout(timer));
  more();
}

function gzipBomb({ response }: Ground): void {
  const line = packet(`${fakeId} refs/heads/${'b'.repeat(1_000)}\n`);
  const lines = Buffer.concat(Array.from({ length: 1_000 }, () => line));
  function* pieces(): Generator<Buffer> {
    yield Buffer.concat([service, firstRef]);
    for (let index = 0; index < 512; index += 1) yield lines;
    yield flush;
  }
  response.writeHead(200, { 'content-type': advertisement, 'content-encoding': 'gzip' });
  pipeline(Readable.from(pieces()), createGzip({ level: 1 }), response, () => {});
}

function garbageBytes(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, index) => (index * 2_654_435_761) >>> 24));
}

/** Passes the refs and answers of `plain` on, until its pack begins. */
function tamper(how: Tamper): Hostile['answer'] {
  return ({ request, response, rest, backend }) => {
    const posts = request.method === 'POST';
    const through = posts ? { through: tamperPack(response, how) } : {};
    backend.serve(request, response, `/plain${rest}`, { old: true, ...through });
  };
}

/** Waits for the whole body; null means that the answer goes on by other means, or not at all. */
function whole(change: (body: Buffer) => Buffer | null): Transform {
  const pieces: Buffer[] = [];
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      done();
    },
    flush(done) {
      const changed = change(Buffer.concat(pieces));
      if (changed !== null) done(null, changed);
    },
  });
}

function tamperPack(response: ServerResponse, how: Tamper): Transform {
  return whole((body) => {
    const start = body.indexOf('PACK');
    if (start < 0) return body;
    const before = body.subarray(0, start - 5);
    const begun = body.subarray(0, start + 100);
    if (how === 'progress') return Buffer.concat([before, packet(`\x02${oddText}\n`), body.subarray(start - 5)]);
    if (how === 'cut') return begun;
    if (how === 'hang') response.write(begun);
    else {
      const count = how === 'count' ? '\x7f\xff\xff\xff' : '\0\x98\x96\x80';
      response.write(Buffer.concat([before, packet(Buffer.from(`\x01PACK\0\0\0\x02${count}`, 'latin1'))]));
      writeEndlessly(response, () => endlessObjects);
    }
    return null;
  });
}

/** Blobs of 16 kB for the pack without end, ten million of which it announces; stored rather than compressed. */
const endlessObjects = Buffer.concat(Array.from({ length: 16 }, (_, index) => packet(packedBlobs(index))));

function packedBlobs(seed: number): Buffer {
  const length = 16_384;
  const head = Buffer.from([0xb0 | (length & 15), 0x80 | ((length >> 4) & 0x7f), length >> 11]);
  const one = Buffer.concat([head, deflateSync(Buffer.alloc(length, `${seed}`), { level: 0 })]);
  return Buffer.concat([Buffer.from([1]), one, one, one]);
}
