import { answerUnchanged } from './commands/unchanged.ts';

const words = process.argv.slice(2);
const answered = words.includes('build') && (await answerUnchanged());
if (!answered) {
  const { run } = await import('./commands/run.ts');
  process.exitCode = await run(words, process.cwd());
}
