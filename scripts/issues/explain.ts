import { rules } from '../domain/issue.ts';
import { type Explanation, explanations, type RuleId } from './rules.ts';

/** Is this the id of a rule? */
export function isRule(text: string): text is RuleId {
  return Object.hasOwn(explanations, text);
}

/** What `explain` prints of a rule: level, meaning, remedy, example. */
export function explainRule(rule: RuleId): string {
  const { meaning, remedy, example } = explanations[rule];
  const parts = [`${rule} (${rules[rule]})`, meaning, remedy];
  if (example !== undefined) parts.push(`Bad:\n  ${example.bad}\nGood:\n  ${example.good}`);
  return parts.join('\n\n');
}

/** Every rule with its meaning, one a line. */
export function listRules(): string {
  const width = Math.max(...Object.keys(explanations).map((rule) => rule.length));
  const lines = Object.entries(explanations).map(([rule, { meaning }]) => `${rule.padEnd(width)}  ${meaning}`);
  return lines.join('\n');
}

/** `docs/rules.md`, in which every rule has a heading to link to. */
export function renderRules(): string {
  const sections = Object.entries(explanations).map(([rule, explanation]) =>
    renderRule(rule, rules[rule as RuleId], explanation),
  );
  return `# Rules of the check\n\n${intro}\n\n${sections.join('\n\n')}\n`;
}

const intro = [
  'Every issue ends with the id of the rule that was broken. Errors stop the build; warnings do not.',
  '`npx proofsheet explain <rule>` prints a section of this page. `npm run rules` writes the page.',
].join('\n');

function renderRule(rule: string, level: string, { meaning, remedy, example }: Explanation): string {
  const text = `## ${rule}\n\n${level === 'error' ? 'Error' : 'Warning'}. ${meaning}\n\n${remedy}`;
  return example === undefined
    ? text
    : `${text}\n\n\`\`\`text\n${example.bad}    # bad\n${example.good}    # good\n\`\`\``;
}
