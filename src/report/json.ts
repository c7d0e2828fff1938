import { english } from '../i18n/words.ts';
import type { BaselineUse } from '../lint/baseline.ts';
import type { Diagnostic, NextSteps, Readiness, ReadinessAnswer, Report, Span } from '../lint/report.ts';
import type { Unchecked } from '../lint/unchecked.ts';
import { counts } from './counts.ts';
import { escapeControlsInJson } from './escape-output.ts';
import { commandsFor } from './next-steps/commands.ts';
import { fileGroups } from './unchecked-summary.ts';
import type { View } from './view.ts';

/** Version 1 of the document that programs read. What is there keeps its name and meaning; more may be added. */
export function json(report: Report, { version }: View): string {
  const { files, skipped, errors, warnings, infos, safe, unsafe } = counts(report);
  const { ignored, baseline } = report;
  const left = unchecked(report.unchecked);
  const content = {
    version: 1,
    tool: { name: 'ecs-exec-lint', version },
    summary: {
      files,
      skipped,
      errors,
      warnings,
      infos,
      ignored,
      fixable: { safe, unsafe },
      unchecked: left,
      ...(baseline && { baseline: known(baseline) }),
    },
    findings: report.findings.map(finding),
    services: report.services.map(service),
    fixes: report.fixes,
    ...(report.nextSteps && { nextSteps: steps(report.nextSteps) }),
  };
  return `${escapeControlsInJson(JSON.stringify(content, null, 2))}\n`;
}

function known({ name, known: findings, gone }: BaselineUse): unknown {
  return { file: name, known: findings.length, gone: gone.reduce((sum, each) => sum + each.count, 0) };
}

/** Of files a number and a few names: there may be a hundred thousand. */
const MOST_NAMES = 10;

function unchecked({ services, rules, suppressed, unseen, nested, files, belowError }: Unchecked): unknown {
  return {
    services: services.map(each => ({ ...each, by: each.by ?? null })),
    rules: rules.map(each => ({ ...each, by: each.by ?? null })),
    ignored: suppressed.map(({ by, count }) => ({ by: by ?? null, count })),
    unseen,
    nested,
    files: fileGroups(files).map(({ reason, by, files: all }) => {
      return { reason, by, count: all.length, names: all.slice(0, MOST_NAMES) };
    }),
    belowError,
  };
}

function finding(diagnostic: Diagnostic): unknown {
  const {
    ruleId,
    severity,
    message,
    file,
    path,
    resource,
    sure,
    scenarios,
    related,
    fix,
    fixRefused,
    source,
    url,
  } = diagnostic;
  return {
    ruleId,
    severity,
    message,
    file,
    range: span(diagnostic.range),
    path,
    resource: resource ?? null,
    sure,
    scenarios,
    related: related.map(each => ({
      message: each.message,
      ...(each.file !== file && { file: each.file }),
      path: each.path,
      range: span(each.range),
    })),
    fix: fix
      ? {
          safety: fix.safety,
          title: fix.title,
          ...(fix.warning && { warning: fix.warning }),
          edits: fix.splices,
        }
      : null,
    ...(fixRefused && { fixRefused }),
    ...(source && { source }),
    url,
  };
}

function steps({ deployments, services }: NextSteps): unknown {
  return {
    deployments,
    services: services.map(each => ({
      resource: each.resource,
      file: each.file,
      verdict: each.verdict,
      cluster: each.cluster ?? null,
      service: each.service ?? null,
      container: each.container ?? null,
      replacement: each.replacement,
      commands: commandsFor(each, english).map(command => command.join(' ')),
    })),
  };
}

function span({ start, end }: Span): Span {
  return { start, end };
}

function service({ resource, file, verdict, opens, recorded, outside, checks }: Readiness): unknown {
  return {
    resource,
    file,
    verdict,
    opens: answer(opens),
    recorded: {
      ...answer(recorded),
      in: recorded.in.map(({ kind, resource: id, name }) => ({
        kind,
        resource: id ?? null,
        name: name ?? null,
      })),
      dependsOn: recorded.dependsOn ?? null,
    },
    outside,
    checks: checks.map(check => ({
      id: check.id,
      status: check.status,
      detail: check.detail ?? '',
      ...(check.file !== undefined && check.file !== file && { file: check.file }),
      line: check.line ?? null,
    })),
  };
}

function answer({ is, because, suppressed }: ReadinessAnswer): object {
  return { is, because, suppressed: suppressed ?? null };
}
