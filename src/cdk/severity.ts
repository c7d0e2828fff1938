import type { Config } from '../cli/config/config.ts';
import { failingSeverities } from '../cli/core/failing-severities.ts';
import type { Report, Severity } from '../index.ts';
import type { EcsExecLintOptions } from './options.ts';

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/**
 * What the severity of a finding counts as in a synthesis: an error is what fails it. The CDK goes by that itself as
 * soon as something is acknowledged, whatever the plugin says.
 */
export function severityFor(
  findings: Report['findings'],
  config: Pick<Config, 'failOn' | 'maxWarnings'>,
  failOn: EcsExecLintOptions['failOn'],
): (severity: Severity) => Severity {
  if (failOn === 'never') return severity => (severity === 'error' ? 'warning' : severity);
  const maxWarnings = Number(config.maxWarnings ?? Number.POSITIVE_INFINITY);
  const least = SEVERITIES.find(each => each === config.failOn) ?? 'error';
  const failing = failingSeverities(findings, least, maxWarnings);
  return severity => (failing.includes(severity) ? 'error' : severity);
}
