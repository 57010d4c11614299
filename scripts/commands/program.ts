import { Argument, Command, Option } from 'commander';
import type { Publication } from '../build.ts';
import { limits } from '../domain/limits.ts';
import { type IssueFormat, issueFormats } from '../issues/format.ts';
import type { CheckArguments } from './check.ts';
import type { EnrichArguments } from './enrich.ts';
import type { InitArguments } from './init.ts';
import { type NewKind, newKinds } from './new-kinds.ts';
import { basePath, days, ids, siteUrl, whole } from './values.ts';

/** What the command line asks for: one function a command. */
export interface Verbs {
  readonly check: (options: CheckArguments) => Promise<void>;
  readonly explain: (rule: string | undefined) => Promise<void>;
  readonly init: (options: InitArguments) => Promise<void>;
  readonly new: (kind: NewKind, name: string, feature: string | undefined) => Promise<void>;
  readonly build: (options: BuildOptions) => Promise<void>;
  readonly preview: (out: string | undefined, port: number) => Promise<void>;
  readonly enrich: (options: EnrichArguments) => Promise<void>;
  readonly publishedUrls: () => Promise<void>;
  readonly bench: (words: readonly string[]) => Promise<void>;
}

/** Where the site is written and will be published, where that is not what the comparison says. */
interface BuildOptions extends Publication {
  readonly out?: string;
}

/** The options that every command has. */
export interface CommonOptions {
  readonly root?: string;
  readonly quiet?: boolean;
}

/** The command line: commands with their options, help and examples. Parsing runs one of the verbs. */
export function describeProgram(version: string, verbs: Verbs): Command {
  const program = new Command('proofsheet')
    .description('Checks a comparison of frameworks and makes a static site of it.')
    .version(version, '--version', 'print the version')
    .option('--root <folder>', 'the folder of the comparison (default: the nearest one here or above)')
    .option('--quiet', 'print issues and results only')
    .showSuggestionAfterError()
    .showHelpAfterError('(`--help` lists the commands and options)')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', exitCodes);
  addReading(program, verbs);
  addMaking(program, verbs);
  addNew(program, verbs);
  addMeasuring(program, verbs);
  return program;
}

const exitCodes = `
Colors are shown on a terminal only; NO_COLOR turns them off.
Exit codes: 0 success, 1 issues in the inputs, 2 wrong usage or a crash.`;

function addReading(program: Command, verbs: Verbs): void {
  program
    .command('check')
    .description('check every input and print all issues at once')
    .argument('[paths...]', 'show only the issues of these files and folders')
    .addOption(
      new Option('--format <format>', 'how issues are printed (default: pretty on a terminal, else text)').choices(
        issueFormats,
      ),
    )
    .option('--fix', 'mend first what is mechanical: quotes, dates, licenses, spaces at line ends', false)
    .option('--watch', 'check again after every change', false)
    .addHelpText(
      'after',
      examples('check', 'check --fix frameworks/sample.yaml', 'check --format github', 'check --watch'),
    )
    .action((paths: readonly string[], options: CheckOptions) => verbs.check({ format: undefined, ...options, paths }));
  program
    .command('explain')
    .description('say what a rule of the check means and how to satisfy it')
    .argument('[rule]', 'the id that ends an issue; without it, all rules are listed')
    .addHelpText('after', examples('explain id-unknown', 'explain'))
    .action((rule: string | undefined) => verbs.explain(rule));
}

interface CheckOptions {
  readonly format?: IssueFormat;
  readonly fix: boolean;
  readonly watch: boolean;
}

function addMaking(program: Command, verbs: Verbs): void {
  program
    .command('init')
    .description('start a comparison in a new or empty folder')
    .argument('[folder]', 'where', '.')
    .option('--title <text>', 'its title')
    .option('--noun <word>', 'what is compared, such as library')
    .option('--noun-plural <word>', 'the same for several, such as libraries')
    .option('--frameworks <names>', 'the names of the first two, separated by a comma', (text) => text.split(','))
    .option('--benchmark <title>', 'the title of a first benchmark, or none')
    .addHelpText('after', `\nAsks on a terminal for what is not given.\n${examples('init', initExample)}`)
    .action((folder: string, options: Omit<InitArguments, 'folder'>) => verbs.init({ ...options, folder }));
  program
    .command('build')
    .description('check the inputs and write the site')
    .option('--out <folder>', 'the site (default: dist in the comparison)')
    .option('--base <path>', 'the folder on the host, instead of `base` in data/site.yaml', basePath)
    .option('--url <url>', 'the host, instead of `url` in data/site.yaml', siteUrl)
    .addHelpText(
      'after',
      examples('build', 'build --out /tmp/site', 'build --url https://me.github.io --base /parsers/'),
    )
    .action((options: BuildOptions) => verbs.build(options));
  program
    .command('preview')
    .description('serve the built site on this machine')
    .option('--out <folder>', 'the site (default: dist in the comparison)')
    .option('--port <number>', 'the port', whole(0, 65_535), 4173)
    .addHelpText('after', examples('preview', 'preview --port 8080'))
    .action(({ out, port }: { out?: string; port: number }) => verbs.preview(out, port));
  program
    .command('addresses')
    .description("add the built site's URLs to data/addresses.txt")
    .addHelpText('after', examples('addresses'))
    .action(() => verbs.publishedUrls());
}

const initExample =
  'init parsers --title "JSON parsers" --noun parser --noun-plural parsers --frameworks "Twig,Brook" --benchmark none';

function addNew(program: Command, verbs: Verbs): void {
  program
    .command('new')
    .description('write a commented skeleton of something, for you to fill in')
    .addArgument(new Argument('<kind>', 'what to write').choices(newKinds))
    .argument('<name>', 'its name or id; of a claim the framework, of a run the benchmark')
    .argument('[feature]', 'of a claim: its feature')
    .addHelpText(
      'after',
      examples('new framework "Sample 2"', 'new claim sample license', 'new feature speed', 'new run parse'),
    )
    .action((kind: NewKind, name: string, feature: string | undefined) => verbs.new(kind, name, feature));
}

function addMeasuring(program: Command, verbs: Verbs): void {
  program
    .command('enrich')
    .description('read the repositories and write what git says to data/repositories/')
    .option('--only <ids>', 'read only these ids, separated by commas', ids)
    .option('--stale <days>', 'skip what was observed within this many days, such as 7d', days)
    .option('--dry-run', 'read, but write nothing', false)
    .option('--accept <ids>', 'accept the rewritten or shortened history of these ids', ids)
    .option('--timeout <seconds>', 'the time limit for one repository', whole(1, 3600), limits.gitTimeoutSeconds)
    .option('--strict', 'exit with 1 if any repository could not be read', false)
    .addHelpText('after', examples('enrich --stale 7d', 'enrich --only sample --dry-run'))
    .action((options: EnrichOptions) => verbs.enrich(toEnrichArguments(options)));
  // The harness reads its own options; `--help` is one of them.
  program
    .command('bench')
    .description('install, check and measure the programs of a benchmark')
    .argument('[words...]')
    .allowUnknownOption()
    .helpOption(false)
    .action((words: readonly string[]) => verbs.bench(words));
}

interface EnrichOptions {
  readonly only?: readonly string[];
  readonly stale?: number;
  readonly dryRun: boolean;
  readonly accept?: readonly string[];
  readonly timeout: number;
  readonly strict: boolean;
}

function toEnrichArguments({ only, stale, dryRun, accept, timeout, strict }: EnrichOptions): EnrichArguments {
  return {
    only: only ?? null,
    staleDays: stale ?? null,
    dryRun,
    accepted: accept ?? [],
    timeoutSeconds: timeout,
    strict,
  };
}

function examples(...lines: readonly string[]): string {
  return ['', 'Examples:', ...lines.map((line) => `  $ proofsheet ${line}`)].join('\n');
}
