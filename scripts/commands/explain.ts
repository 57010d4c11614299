import { UserError } from '../domain/errors.ts';
import { nearest } from '../domain/issue.ts';
import { explainRule, isRule, listRules } from '../issues/explain.ts';
import { explanations, ruleUrl } from '../issues/rules.ts';
import type { ExitCode } from './context.ts';

/** Prints what a rule means, or every rule if none is named. */
export function runExplain(rule: string | undefined, print: (text: string) => void): ExitCode {
  if (rule === undefined) {
    print(listRules());
    return 0;
  }
  if (!isRule(rule)) {
    const guess = nearest(rule, Object.keys(explanations));
    throw new UserError(
      `there is no rule \`${rule}\`; ${guess === null ? '`proofsheet explain` lists them' : `did you mean \`${guess}\`?`}`,
    );
  }
  print(`${explainRule(rule)}\n\n${ruleUrl(rule)}`);
  return 0;
}
