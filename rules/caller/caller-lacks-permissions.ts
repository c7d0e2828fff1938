import {
  EXECUTE_COMMAND,
  type IncompleteCaller,
  incompleteCallers,
  type MisspeltExecuteCommand,
  misspeltExecuteCommands,
} from '../../src/rule/caller.ts';
import { type Fix, type Rule, type Sentence, say, set } from '../../src/rule/index.ts';

export const callerLacksPermissions: Rule = {
  id: 'caller-lacks-permissions',
  summary: 'A caller of `execute-command` lacks a permission for it.',
  why: 'AWS checks `ecs:ExecuteCommand` on the task and on its cluster, and the AWS CLI also calls `ecs:DescribeTasks`. Without these permissions, `execute-command` is refused or fails.',
  severity: 'warning',
  errorMessages: ['execute-command-refused', 'describe-tasks-refused'],
  fix: 'safe',
  fixSafety:
    'Safe: a misspelled action, which allows nothing, is corrected. Which resources to allow is left to you.',
  notes:
    'Only policies that allow `ecs:ExecuteCommand` by name are checked. `ecs:DescribeTasks` is not expected of roles that AWS services assume, which do not use the CLI. An older AWS example allows `ecs:ExecuteCommand` on the task alone, so that is not an error.',
  sources: [
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html',
    'https://github.com/aws/aws-cli/blob/develop/awscli/customizations/ecs/executecommand.py',
    'https://github.com/aws/containers-roadmap/issues/1050',
  ],

  *checkTemplate(template) {
    for (const each of incompleteCallers(template))
      yield { at: each.caller.at, message: message(each), for: [] };
    for (const each of misspeltExecuteCommands(template))
      yield {
        at: each.at,
        message: say`${each.caller.title} is allowed \`${each.written}\`, which is not an AWS action (did you mean \`ecs:ExecuteCommand\`?): without it, \`execute-command\` is refused.`,
        for: [],
        fix: correct(each),
      };
  },
};

function message({ caller: { title }, lacks }: IncompleteCaller): Sentence {
  switch (lacks) {
    case 'cluster':
      return say`${title} may run \`execute-command\` on tasks, but not on their cluster. AWS checks both, so it may be refused.`;
    case 'task':
      return say`${title} may run \`execute-command\` on a cluster, but not on its tasks. AWS checks both, so it may be refused.`;
    case 'DescribeTasks':
      return say`${title} may run \`execute-command\`, but lacks \`ecs:DescribeTasks\`, which the AWS CLI also calls: the command fails.`;
  }
}

function correct({ at, isLiteral }: MisspeltExecuteCommand): Fix | undefined {
  if (!isLiteral) return undefined;
  return { title: say`Write \`${EXECUTE_COMMAND}\``, safety: 'safe', edits: [set(at, EXECUTE_COMMAND)] };
}
