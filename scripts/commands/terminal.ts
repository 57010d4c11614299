import { printable } from '../domain/issue.ts';

/** Where a command prints, and how. */
export interface Terminal {
  /** Is standard output a terminal that shows colors? */
  readonly color: boolean;
  readonly interactive: boolean;
  readonly quiet: boolean;
  /** Prints what was asked for. */
  readonly print: (text: string) => void;
  /** Prints what happens meanwhile; nothing with `--quiet`. */
  readonly say: (line: string) => void;
  /** One line that the next one overwrites on a terminal; nothing with `--quiet`. */
  readonly progress: (line: string) => void;
  readonly error: (text: string) => void;
}

/** The process's own terminal. Colors follow `NO_COLOR`, `FORCE_COLOR` and whether it is one. */
export function openTerminal(quiet: boolean): Terminal {
  const { stdout, stderr } = process;
  const clear = (): void => {
    if (stderr.isTTY) stderr.write('\r\u001b[2K');
  };
  const print = (text: string): void => {
    clear();
    stdout.write(`${text}\n`);
  };
  return {
    color: hasColors(stdout.isTTY === true, process.env),
    interactive: stdout.isTTY === true && process.stdin.isTTY === true,
    quiet,
    print,
    say: quiet ? () => {} : (line) => print(printable(line)),
    progress: (line) => {
      if (quiet) return;
      stderr.write(stderr.isTTY ? `\r\u001b[2K${printable(line)} …` : `${printable(line)}\n`);
    },
    error: (text) => {
      clear();
      stderr.write(`${text}\n`);
    },
  };
}

/** Are colors wanted? `NO_COLOR` and `FORCE_COLOR` decide before the terminal does; empty ones do not count. */
export function hasColors(terminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  const { NO_COLOR: no = '', FORCE_COLOR: force = '', TERM: term = '' } = environment;
  if (no !== '') return false;
  if (force !== '') return force !== '0' && force !== 'false';
  return terminal && term !== 'dumb';
}

/** Text of several lines, each of which cannot move the cursor. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
