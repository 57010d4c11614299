import type { Program, ProgramSet } from '../../../scripts/domain/program.ts';
import type { BenchmarkReport, Report } from '../../../scripts/domain/report.ts';
import type { TextFile } from '../../../scripts/domain/source.ts';
import type { Effects } from '../../../scripts/platform/effects.ts';
import { escapeHtml } from '../../../scripts/render/html.ts';
import type { CodeLine, ComparedProgram, Token } from '../../compare/client/model.ts';

/** A program ready to be shown, and whose it is. */
export interface ProgramView {
  readonly frameworks: readonly string[];
  readonly compared: ComparedProgram;
}

// Raised when coloring changes, so that programs colored before are colored again.
const version = 'program-3';

/** Every program of every benchmark, colored; kept by content hash, so that the highlighter loads only for a changed program. */
export async function showPrograms(
  sets: readonly ProgramSet[],
  { benchmarks }: Pick<Report, 'benchmarks'>,
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<readonly ProgramView[]> {
  const shown: ProgramView[] = [];
  for (const set of sets) {
    const benchmark = benchmarks.find((one) => one.benchmark.id === set.benchmark);
    for (const program of set.programs) {
      const files: ComparedProgram['files'][number][] = [];
      for (const file of program.files) files.push(await showFile(file, effects));
      shown.push(describeProgram(program, set, benchmark, files));
    }
  }
  return shown;
}

/** Lines as HTML: every piece with a class in a span. */
export function linesHtml(lines: readonly CodeLine[]): string {
  return lines.map(lineHtml).join('\n');
}

/** One line as HTML. */
function lineHtml(line: CodeLine): string {
  return line
    .map(([className, text]) =>
      className === '' ? escapeHtml(text) : `<span class="t-${className}">${escapeHtml(text)}</span>`,
    )
    .join('');
}

function describeProgram(
  { id, command, sweeps, note }: Program,
  { written, note: about }: ProgramSet,
  benchmark: BenchmarkReport | undefined,
  files: ComparedProgram['files'],
): ProgramView {
  const all = (benchmark?.runs ?? []).flatMap((run) => run.sweeps.map(({ sweep }) => sweep));
  const measured = all.filter((sweep) => sweeps.includes(sweep.id));
  const label = measured.find((sweep) => sweep.id === sweeps[0])?.label ?? id;
  return {
    frameworks: [...new Set(measured.flatMap(({ framework }) => framework ?? []))],
    compared: { id, label, command, written, about: about ?? '', note: note ?? '', files },
  };
}

async function showFile(
  { file, text }: TextFile,
  { cache, hash }: Pick<Effects, 'cache' | 'hash'>,
): Promise<ComparedProgram['files'][number]> {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const language = name.slice(name.lastIndexOf('.') + 1);
  const key = `programs/${hash(`${version}\n${language}\n${text}`)}.json`;
  const kept = cache.read(key);
  const lines = kept === null ? await color(text, language) : (JSON.parse(kept) as readonly CodeLine[]);
  if (kept === null) cache.write(key, JSON.stringify(lines));
  return { name, lines };
}

// A bound in time would color otherwise on a busy machine; one in length is the same everywhere.
const bounds = { tokenizeTimeLimit: 0, tokenizeMaxLineLength: 1000 };

/** Lines in pieces; a language that the highlighter does not know stays plain. */
async function color(text: string, language: string): Promise<readonly CodeLine[]> {
  const { bundledLanguages, bundledLanguagesAlias, codeToTokensBase, createCssVariablesTheme } = await import('shiki');
  const known = language in bundledLanguages || language in bundledLanguagesAlias;
  if (!known)
    return text
      .trimEnd()
      .split('\n')
      .map((line) => [['', line]]);
  const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: '--' });
  const lang = language as keyof typeof bundledLanguages;
  const lines = await codeToTokensBase(text.trimEnd(), { lang, theme, ...bounds });
  return lines.map((line) => joinTokens(line.map(({ color, content }) => [className(color), content])));
}

/** `keyword` of `var(--token-keyword)`; nothing for the color of plain text. */
function className(color: string | undefined): string {
  return /^var\(--token-([a-z-]+)\)$/.exec(color ?? '')?.[1] ?? '';
}

function joinTokens(tokens: readonly Token[]): CodeLine {
  const joined: [string, string][] = [];
  for (const [name, text] of tokens) {
    const last = joined.at(-1);
    // Blanks have no color, so they may stand in any piece.
    if (last !== undefined && (last[0] === name || text.trim() === '')) last[1] += text;
    else joined.push([name, text]);
  }
  return joined;
}
