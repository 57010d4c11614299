import { build } from '../build.ts';
import { printable } from '../domain/issue.ts';
import { writeFileInside } from '../platform/write-file.ts';
import { addUrls } from '../published-urls.ts';
import type { Context, ExitCode } from './context.ts';
import { printIssues } from './print-issues.ts';

const listFile = 'data/addresses.txt';

/** Adds the site's URLs to `data/addresses.txt`; 1 if a published one is no longer built. */
export async function runPublishedUrls(context: Context): Promise<ExitCode> {
  const { effects, root, terminal } = context;
  const { outputs, issues } = await build(effects);
  printIssues(issues, context);
  if (outputs === null) return 1;
  const { files } = effects;
  const listed = files.list('data').includes(listFile) ? new TextDecoder().decode(files.read(listFile)) : '';
  const { text, added, lost } = addUrls(listed, outputs);
  writeFileInside(root, listFile, text);
  for (const path of lost)
    terminal.print(`${printable(path)} was published but is no longer built; add a redirect to data/redirects.yaml`);
  terminal.print(`${added.length} URLs added, ${lost.length} lost`);
  return lost.length === 0 ? 0 : 1;
}
