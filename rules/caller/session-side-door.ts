import { sideDoors } from '../../src/rule/caller.ts';
import { type Rule, say } from '../../src/rule/index.ts';

export const sessionSideDoor: Rule = {
  id: 'session-side-door',
  summary: 'A caller of `execute-command` can bypass ECS with `ssm:StartSession`.',
  why: 'Sessions that are started directly by Systems Manager are not recorded as the cluster is configured to, and do not appear as `ExecuteCommand` in CloudTrail.',
  severity: 'info',
  fix: 'none',
  notes:
    'AWS recommends denying `ssm:StartSession` on `arn:aws:ecs:*:*:task/*` to callers of `execute-command`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-limit-access-start-session',
  ],

  *checkTemplate(template) {
    for (const { caller, at } of sideDoors(template))
      yield {
        at,
        message: say`${caller.title} may run \`execute-command\`, and also \`ssm:StartSession\` on tasks: sessions opened that way are not recorded.`,
        for: [],
        related: [{ at: caller.at, message: say`\`execute-command\` is allowed here` }],
      };
  },
};
