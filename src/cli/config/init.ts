import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { or, say } from '../../i18n/sentence.ts';
import type { Words } from '../../i18n/words.ts';
import { reason, UsageError } from '../core/errors.ts';
import { DEFAULT_FORMAT, FORMAT_NAMES } from '../core/formats.ts';
import { NAMES } from '../files/find-config.ts';

const NAME = '.ecs-exec-lint.yml';

/** A configuration that says what counts without one. */
export const EXAMPLE: string = `# What ecs-exec-lint does here. Whatever is left out is as it is here.
# All that there is: schema/config.schema.json of the package.

# Whether services should have ECS Exec on: required, optional or forbidden.
exec: required

# What findings of a rule count as at most: error, warning, info or off.
# ecs-exec-lint --list-rules says which rules there are.
rules: {}
#  init-process-disabled: off

# What is not reported, in some files or about some resources, and why.
ignores: []
#  - rules: [exec-not-enabled]
#    files: [batch/]
#    resources: ["*Worker"]
#    reason: nobody needs a shell there

# What fixes write where sessions are not recorded yet.
logging:
  destination: cloudwatch
  retentionInDays: 90

# Values that the deployment gives parameters.
parameters: {}

# Files that are not looked at, unless they are named; patterns as in .gitignore.
ignorePatterns: []

# The report on standard output: ${or(FORMAT_NAMES)}.
# Files for reports are named on the command line: --format FORMAT=FILE.
format: ${DEFAULT_FORMAT}

# The least that makes the exit code 1: error, warning or info.
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
