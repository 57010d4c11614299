import { check } from '../build.ts';
import { servePreview } from '../platform/serve.ts';
import type { Context, ExitCode } from './context.ts';

/** Serves the built site on this machine until it is interrupted. */
export async function runPreview({ effects, terminal }: Context, out: string, port: number): Promise<ExitCode> {
  const { project } = check(effects);
  const base = project?.registry.site.base ?? '/';
  const server = await servePreview(out, base, port);
  terminal.print(`http://127.0.0.1:${port}${base} (stop with Ctrl-C)`);
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close(() => done()));
  });
  return 0;
}
