import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { or, say } from '../../i18n/sentence.ts';
import type { Words } from '../../i18n/words.ts';
import { reason, UsageError } from '../core/errors.ts';
import { DEFAULT_FORMAT, FORMAT_NAMES } from '../core/formats.ts';
import { NAMES } from '../files/find-config.ts';

const NAME = '.ecs-exec-lint.yml';

/** A configuration that says what counts without one. */
export const EXAMPLE: string = `# ecs-exec-lint configuration. The values below are the defaults; anything you remove keeps its default.
# All options: schema/config.schema.json in the package.

# Whether services should have ECS Exec on: required, optional or forbidden.
exec: required

# Maximum severity per rule: error, warning, info or off.
# ecs-exec-lint --list-rules lists the rules.
rules: {}
#  init-process-disabled: off

# Findings to suppress, by file or resource, with a reason.
ignores: []
#  - rules: [exec-not-enabled]
#    files: [batch/]
#    resources: ["*Worker"]
#    reason: nobody needs a shell there

# The log destination that fixes create if none is configured.
logging:
  destination: cloudwatch
  retentionInDays: 90

# Parameter values used by the deployment.
parameters: {}

# Files to skip unless they are named on the command line; patterns as in .gitignore.
ignorePatterns: []

# The report on standard output: ${or(FORMAT_NAMES)}.
# Files for reports are named on the command line: --format FORMAT=FILE.
format: ${DEFAULT_FORMAT}

# Minimum severity for exit code 1: error, warning or info.
failOn: error
`;

/** Writes the example into a folder. Answers what it is called. Throws a `UsageError` where there is one. */
export function init(folder: string, words: Words): string {
  const there = NAMES.find(name => existsSync(join(folder, name)));
  if (there !== undefined) throw new UsageError(say`There is already a configuration: ${there}.`, say``);
  try {
    writeFileSync(join(folder, NAME), words(EXAMPLE), { flag: 'wx' });
  } catch (error) {
    throw new UsageError(say`${NAME}: ${reason(error)}.`);
  }
  return NAME;
}
