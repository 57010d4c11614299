/** Types of a comparison: what is published for the browser, and what pages are made of. Runs at build time and in the browser. */

/** How one measurement stands to another. */
export type Relation = 'higher' | 'lower' | 'tied' | 'unranked';

/** A piece of a line of code and the class of its color, empty for plain text. */
export type Token = readonly [className: string, text: string];
export type CodeLine = readonly Token[];

/** All that comparisons are made from. */
export interface Compared {
  readonly frameworks: readonly ComparedFramework[];
  readonly questions: readonly QuestionGroup[];
  /** Those with sweeps, the leading ones first. */
  readonly runs: readonly RunSummary[];
}

/** The same without the columns, each of which is in a file of its own. */
export interface ComparedIndex extends Omit<Compared, 'frameworks'> {
  readonly frameworks: readonly Pick<ComparedFramework, 'id' | 'name'>[];
}

/** A framework as one column of a comparison, in ready words. */
export interface ComparedFramework {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly href: string;
  readonly language: string;
  /** By feature id. */
  readonly answers: Readonly<Record<string, ComparedAnswer>>;
  readonly results: readonly ComparedResult[];
  readonly programs: readonly ComparedProgram[];
}

export interface ComparedAnswer {
  readonly text: string;
  readonly glyph: string;
  readonly className: string;
  readonly marks: string;
  /** What git says where it contradicts the answer; empty where it does not. */
  readonly git: string;
  readonly title: string;
  readonly href: string;
  /** Two answers are the same where their keys are; empty where there is no answer. */
  readonly key: string;
}

/** What one run measured of a framework. */
export interface ComparedResult {
  /** `<benchmark>/<run>`. */
  readonly run: string;
  readonly sweeps: readonly ComparedSweep[];
}

export interface ComparedSweep {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  /** In the order of the run's respects; null for one under another setting than that of the sweep. */
  readonly readings: readonly (ComparedReading | null)[];
}

interface ComparedReading {
  readonly text: string;
  /** How it stands to the other sweeps of the run, by their ids: the relation, and by how much or why nothing is said. */
  readonly against: Readonly<Record<string, readonly [Relation, string]>>;
}

/** A program with its colored lines, what it is called in the runs, and what is to be said of it. */
export interface ComparedProgram {
  readonly id: string;
  readonly label: string;
  readonly command: string;
  readonly written: string;
  /** What is said of all the benchmark's programs, and of this one; empty where nothing is. */
  readonly about: string;
  readonly note: string;
  readonly files: readonly { readonly name: string; readonly lines: readonly CodeLine[] }[];
}

/** What a comparison needs to know of a run beside its sweeps. */
export interface RunSummary {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly href: string;
  /** Why its programs are not ranked; empty where they are. */
  readonly warning: string;
  readonly comparedMeasures: readonly { readonly label: string; readonly better: string }[];
  /** Those that a comparison shows. */
  readonly figures: readonly ComparedFigure[];
  /** How often equal servers would fall apart like this by chance. */
  readonly caution: string;
}

/** The frame of a figure, and which series it can show. */
interface ComparedFigure {
  readonly href: string;
  readonly title: string;
  readonly height: string;
  readonly series: readonly string[];
}

/** Questions in the order of the matrix. */
export interface QuestionGroup {
  readonly label: string;
  readonly features: readonly { readonly id: string; readonly label: string; readonly href: string }[];
}
