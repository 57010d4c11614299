import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder';
import type { Issue } from '../domain/source.ts';
import { explanations, rulesUrl, ruleUrl } from './rules.ts';

/** Issues as SARIF 2.1.0, which code scanning reads. */
export function formatSarif(issues: readonly Issue[], version: string): string {
  const run = new SarifRunBuilder().initSimple({
    toolDriverName: 'proofsheet',
    toolDriverVersion: version,
    url: rulesUrl,
  });
  for (const [rule, { meaning }] of Object.entries(explanations)) {
    run.addRule(
      new SarifRuleBuilder().initSimple({ ruleId: rule, shortDescriptionText: meaning, helpUri: ruleUrl(rule) }),
    );
  }
  for (const issue of issues) run.addResult(toResult(issue));
  const log = new SarifBuilder();
  log.addRun(run);
  return log.buildSarifJsonString({ indent: false });
}

function toResult({ place, level, rule, message }: Issue): SarifResultBuilder {
  return new SarifResultBuilder().initSimple({
    level,
    messageText: message,
    ruleId: rule,
    fileUri: encodeURI(place.file),
    startLine: place.line,
    startColumn: place.column,
    endLine: place.line,
    endColumn: place.column + 1,
  });
}
