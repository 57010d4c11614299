import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { UserError } from '../domain/errors.ts';
import { textSender } from './compress.ts';

/** Serves a built site on loopback as a static host would: below its base path, with its own page for missing files. */
export async function servePreview(folder: string, base: string, port: number): Promise<Server> {
  if (!existsSync(join(folder, 'index.html')))
    throw new UserError(`there is no site in ${folder}; run \`npm run build\` first`);
  const serve = sirv(folder, { dev: true, etag: true });
  const sendText = textSender(folder);
  const server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(folder, '404.html')));
    };
    const path = request.url ?? '/';
    if (!path.startsWith(base)) return notFound();
    // A folder has its own page: `figures/one/` never means the file `figures/one.html` beside it.
    request.url = `/${path.slice(base.length)}`.replace(/\/(?=$|\?)/, '/index.html');
    if (!sendText(request, response)) serve(request, response, notFound);
  });
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new UserError(`port ${port} is in use; choose another one with \`--port\``)
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', done);
  });
  return server;
}
