import type { ReportingDescriptor, Result } from 'sarif';
import type { Rule, Severity } from '../../rule/types.ts';

/** Levels of SARIF. */
export const LEVELS: Readonly<Record<Severity, NonNullable<Result['level']>>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** A rule as SARIF describes it. */
export function descriptorOf({ id, summary, why, severity, fix, sources }: Rule): ReportingDescriptor {
  const cure = fix === 'none' ? '' : ` ecs-exec-lint has ${fix === 'safe' ? 'a' : 'an unsafe'} fix for it.`;
  const links = sources.map(each => `- <${each}>`).join('\n');
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: {
      text: `${summary} ${why}${cure}\n\n${sources.join('\n')}`,
      markdown: `${summary}\n\n${why}${cure}\n\n${links}`,
    },
    helpUri: sources[0],
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['aws', 'ecs', 'cloudformation'],
      precision: 'high',
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
    },
  };
}

/** `exec-not-enabled` as `ExecNotEnabled`. */
function pascalCase(id: string): string {
  return id
    .split('-')
    .map(each => `${each.slice(0, 1).toUpperCase()}${each.slice(1)}`)
    .join('');
}
