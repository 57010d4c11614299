import { type ChildProcess, spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Transform } from 'node:stream';

/** What goes on between the backend's answer and the client. */
export interface Tampering {
  /** Answers in the first protocol, so that the pack comes with the first request that asks for one. */
  readonly old?: boolean;
  /** Sees every piece of the body. */
  readonly through?: Transform;
}

/** Git's own http backend, one process a request. */
export interface Backend {
  readonly serve: (request: IncomingMessage, response: ServerResponse, path: string, tampering?: Tampering) => void;
  /** Ends what still runs, group by group, and waits for it. */
  readonly close: () => Promise<void>;
}

/** Serves the bare repositories in a folder. */
export function startBackend(folder: string): Backend {
  const running = new Map<ChildProcess, Promise<void>>();
  return {
    serve: (request, response, path, { old = false, through } = {}) => {
      const env = environment(request, folder, path, old);
      const child = spawn('git', ['http-backend'], { env, detached: true, stdio: ['pipe', 'pipe', 'ignore'] });
      running.set(
        child,
        new Promise((resolve) => {
          child.once('close', () => {
            running.delete(child);
            resolve();
          });
        }),
      );
      child.once('error', () => response.destroy());
      child.stdin.on('error', () => {});
      request.pipe(child.stdin);
      const body = child.stdout.pipe(readHead(response));
      (through === undefined ? body : body.pipe(through)).pipe(response);
      response.once('close', () => endGroup(child));
    },
    close: async () => {
      const ends = [...running.values()];
      for (const child of running.keys()) endGroup(child);
      await Promise.all(ends);
    },
  };
}

function environment(request: IncomingMessage, folder: string, path: string, old: boolean): Record<string, string> {
  const [pathInfo = '', query = ''] = path.split('?', 2);
  const header = (name: string): string => String(request.headers[name] ?? '');
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_PROJECT_ROOT: folder,
    GIT_HTTP_EXPORT_ALL: '1',
    GIT_PROTOCOL: old ? '' : header('git-protocol'),
    GATEWAY_INTERFACE: 'CGI/1.1',
    REMOTE_ADDR: '127.0.0.1',
    REQUEST_METHOD: request.method ?? 'GET',
    PATH_INFO: pathInfo,
    QUERY_STRING: query,
    CONTENT_TYPE: header('content-type'),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    ...(request.headers['content-length'] === undefined ? {} : { CONTENT_LENGTH: header('content-length') }),
  };
}

/** Takes the head of a CGI answer away and gives it to the response. */
function readHead(response: ServerResponse): Transform {
  let head: Buffer | null = Buffer.alloc(0);
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      if (head === null) return done(null, piece);
      head = Buffer.concat([head, piece]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return done();
      writeHead(response, head.toString('latin1', 0, end));
      const rest = head.subarray(end + 4);
      head = null;
      done(null, rest);
    },
  });
}

function writeHead(response: ServerResponse, head: string): void {
  if (response.headersSent) return;
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
}

function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself in between.
  }
}
