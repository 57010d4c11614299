import { alignTexts } from './align.ts';
import type {
  CodeLine,
  ComparedAnswer,
  ComparedFramework,
  ComparedProgram,
  QuestionGroup,
  RunSummary,
} from './model.ts';
import { formatRanking } from './ranking.ts';

/** More columns than this nobody can read. */
export const mostColumns = 6;

/** `Twig, Brook and Stone`. */
export function joinNames(frameworks: readonly { readonly name: string }[]): string {
  const names = frameworks.map(({ name }) => name);
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ');
}

/** Frameworks side by side in ready words; without the figures. */
export interface ComparisonText {
  readonly counts: string;
  readonly groups: readonly AnswerGroup[];
  /** What the leading run says first; empty where none measured two of them. */
  readonly short: readonly ShortResult[];
  readonly results: readonly ResultView[];
  /** That several runs must not be mixed; empty where there is one at most. */
  readonly ranking: string;
  /** Why there are no results; empty where there are. */
  readonly unmeasured: string;
  /** Null where fewer than two have a program, or one of them has none. */
  readonly code: CodeView | null;
}

export interface AnswerGroup {
  readonly label: string;
  readonly rows: readonly AnswerRow[];
}

interface AnswerRow {
  readonly kind: 'same' | 'different' | 'open';
  readonly label: string;
  readonly href: string;
  readonly cells: readonly ComparedAnswer[];
}

interface ShortResult {
  readonly run: string;
  readonly date: string;
  readonly label: string;
  /** Every program with its value and interval. */
  readonly values: string;
  readonly text: string;
}

export interface ResultView extends RunSummary {
  readonly heads: readonly { readonly label: string; readonly note: string }[];
  readonly rows: readonly { readonly label: string; readonly better: string; readonly cells: readonly string[] }[];
  readonly sentences: readonly SentencesView[];
}

/** What may be said in one respect: a few sentences as a text, or many as a list. */
export interface SentencesView {
  readonly label: string;
  readonly text: string;
  readonly list: readonly string[];
}

export interface CodeView {
  readonly heads: readonly { readonly label: string; readonly file: string }[];
  readonly notes: readonly string[];
  readonly shared: string;
  readonly rows: readonly { readonly shared: boolean; readonly lines: readonly (CodeLine | null)[] }[];
}

/** What differs in the answers of frameworks, what was measured of them, and their programs line by line. */
export function compareFrameworks(
  comparedFrameworks: readonly ComparedFramework[],
  questions: readonly QuestionGroup[],
  runs: readonly RunSummary[],
): ComparisonText {
  const groups = questions.map(({ label, features }) => ({
    label,
    rows: features.map((feature) => viewAnswers(feature, comparedFrameworks)),
  }));
  const results = viewResults(comparedFrameworks, runs);
  return {
    counts: describeCounts(groups.flatMap(({ rows }) => rows)),
    groups: groups.filter(({ rows }) => rows.length > 0),
    short: results.slice(0, 1).flatMap(viewShort),
    results,
    ranking: results.length > 1 ? rankingHint : '',
    unmeasured: results.length > 0 ? '' : formatUnmeasured(comparedFrameworks),
    code: viewCode(comparedFrameworks),
  };
}

const rankingHint = 'Results of runs on different testbeds or in different conditions are not comparable.';

/** A run's first respect: what everyone asks first. */
function viewShort({ title, date, heads, rows: [row], sentences: [sentence] }: ResultView): readonly ShortResult[] {
  if (row === undefined || sentence === undefined) return [];
  const measured = heads
    .map(({ label }, at) => ({ label, cell: row.cells[at] ?? '' }))
    .filter(({ cell }) => cell !== '');
  const values = measured.map(({ label, cell }) => `${label} ${cell}`).join('; ');
  const text = sentence.list.length === 0 ? sentence.text : 'See below which of them can be told apart.';
  return [{ run: title, date, values, label: sentence.label, text }];
}

function viewAnswers(
  { id, label, href }: QuestionGroup['features'][number],
  comparedFrameworks: readonly ComparedFramework[],
): AnswerRow {
  const cells = comparedFrameworks.flatMap(({ answers }) => answers[id] ?? []);
  return { kind: kindOf(cells.map(({ key }) => key)), label, href, cells };
}

/** Two answers that differ make a row different; where somebody gave none, the others may still agree. */
function kindOf(keys: readonly string[]): AnswerRow['kind'] {
  const given = keys.filter((key) => key !== '');
  if (new Set(given).size > 1) return 'different';
  return given.length === keys.length ? 'same' : 'open';
}

function describeCounts(rows: readonly AnswerRow[]): string {
  const count = (kind: AnswerRow['kind']): number => rows.filter((row) => row.kind === kind).length;
  const [different, same] = [count('different'), count('same')];
  return `${different} ${different === 1 ? 'answer differs' : 'answers differ'}, ${same} ${same === 1 ? 'is' : 'are'} the same, ${count('open')} not known for all.`;
}

/** Every run that measured two of the frameworks: the numbers, and what may be said of them. */
function viewResults(
  comparedFrameworks: readonly ComparedFramework[],
  runs: readonly RunSummary[],
): readonly ResultView[] {
  return runs.flatMap((run) => {
    const measured = comparedFrameworks.map(({ id, results }) => ({
      id,
      sweeps: results.find((one) => one.run === run.id)?.sweeps,
    }));
    if (measured.filter(({ sweeps }) => sweeps !== undefined).length < 2) return [];
    const sweeps = measured.flatMap((one) => (one.sweeps ?? []).map((sweep) => ({ ...sweep, compared: one.id })));
    return [
      {
        ...run,
        heads: sweeps.map(({ label, note }) => ({ label, note })),
        rows: run.comparedMeasures.map((respect, at) => ({
          ...respect,
          cells: sweeps.map(({ readings }) => readings[at]?.text ?? ''),
        })),
        sentences: run.comparedMeasures.map(({ label }, at) => viewSentences(label, formatRanking(sweeps, at))),
      },
    ];
  });
}

// More sentences than this are easier read one below the other.
const fewSentences = 2;

function viewSentences(label: string, sentences: readonly string[]): SentencesView {
  const few = sentences.length <= fewSentences;
  return { label, text: few ? sentences.join(' ') : '', list: few ? [] : sentences };
}

function formatUnmeasured(comparedFrameworks: readonly ComparedFramework[]): string {
  const measured = comparedFrameworks.filter(({ results }) => results.length > 0).map(({ name }) => name);
  if (measured.length === 0) return 'No run has measured any of them.';
  return `No run has measured two of them together; measured separately: ${measured.join(', ')}.`;
}

/** One program a framework, in rows of lines; the first that the list of programs has for it. */
function viewCode(comparedFrameworks: readonly ComparedFramework[]): CodeView | null {
  const programs = comparedFrameworks.flatMap(({ programs: [first] }) => first ?? []);
  const files = programs.flatMap(({ files: [first] }) => first ?? []);
  if (files.length < 2 || files.length !== programs.length) return null;
  const texts = files.map(({ lines }) => lines.map((line) => line.map(([, text]) => text).join('')));
  const rows = alignTexts(texts).map(({ lines, shared }) => ({
    shared: shared && texts[0]?.[lines[0] ?? -1]?.trim() !== '',
    lines: lines.map((line, column) => (line === null ? null : (files[column]?.lines[line] ?? null))),
  }));
  const missing = comparedFrameworks
    .filter((compared) => compared.programs.length === 0)
    .map(({ name }) => `There is no program for ${name}.`);
  return {
    heads: programs.map(({ label }, column) => ({ label, file: files[column]?.name ?? '' })),
    notes: [...notesOf(programs), ...missing],
    shared: `${rows.filter(({ shared }) => shared).length} of ${rows.length} lines are the same in all; leading and trailing spaces do not count.`,
    rows,
  };
}

/** What is said of all the programs, once, and then of single ones. */
function notesOf(programs: readonly ComparedProgram[]): readonly string[] {
  const single = programs.filter(({ note }) => note !== '').map(({ label, note }) => `${label}: ${note}`);
  return [...new Set([...programs.map(({ about, written }) => `Written ${written}. ${about}`), ...single])];
}
