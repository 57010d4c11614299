import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileWhole } from '../platform/write-file.ts';
import type { Tried } from './plan/grid.ts';
import type { Quantities } from './plan/quantity.ts';

/** One attempt at one step of a program. */
export interface StepRecord {
  readonly kind: 'step';
  readonly program: string;
  readonly repeat: number;
  readonly attempt: number;
  readonly step: number;
  readonly held: boolean;
  /** Why it cannot be trusted; null where nothing speaks against it. */
  readonly disturbance: string | null;
  /** It was taken again. */
  readonly rejected: boolean;
  readonly quantities: Quantities;
  readonly latencyUs: readonly (readonly [number, number])[] | null;
}

/** A program has all its steps of a repeat. */
interface EndRecord {
  readonly kind: 'end';
  readonly program: string;
  readonly repeat: number;
  /** How it ended by itself; null where it went on to the end. */
  readonly crash: string | null;
}

/** What holds for a whole run. */
export interface StateHead {
  readonly started: string;
  /** The highest rate that the generator itself reached; null where it was not sought or not found. */
  readonly ceiling: number | null;
  /** The run that an earlier, interrupted part of this one has written. */
  readonly written: string | null;
}

/** What an interrupted run has measured, in a folder of the cache; a line that was cut short is dropped. */
export interface State {
  readonly head: () => StateHead | null;
  readonly setHead: (head: StateHead) => void;
  readonly add: (record: StepRecord | EndRecord) => void;
  readonly steps: () => readonly StepRecord[];
  readonly ends: () => readonly EndRecord[];
  readonly forget: () => void;
}

/** Opens the state of a run; the folder's name is made from all that must be equal for it to go on. */
export function openState(folder: string): State {
  const headFile = join(folder, 'run.json');
  const recordsFile = join(folder, 'steps.jsonl');
  mkdirSync(folder, { recursive: true });
  const records = existsSync(recordsFile) ? readRecords(readFileSync(recordsFile, 'utf8')) : [];
  // Written anew, so that the next line does not stand behind half a one.
  if (records.length > 0) writeFileWhole(recordsFile, records.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return {
    head: () => (existsSync(headFile) ? (JSON.parse(readFileSync(headFile, 'utf8')) as StateHead) : null),
    setHead: (head) => writeFileWhole(headFile, JSON.stringify(head)),
    add: (record) => {
      records.push(record);
      appendFileSync(recordsFile, `${JSON.stringify(record)}\n`);
    },
    steps: () => records.filter((one) => one.kind === 'step'),
    ends: () => records.filter((one) => one.kind === 'end'),
    forget: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Steps that count: those that were not taken again. */
export function triedOf(steps: readonly StepRecord[], program: string, repeat: number): readonly Tried[] {
  return steps.filter((one) => one.program === program && one.repeat === repeat && !one.rejected);
}

function readRecords(text: string): (StepRecord | EndRecord)[] {
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as StepRecord | EndRecord];
    } catch {
      return [];
    }
  });
}
