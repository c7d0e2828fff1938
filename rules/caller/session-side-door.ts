import { sideDoors } from '../../src/rule/caller.ts';
import { type Rule, say } from '../../src/rule/index.ts';

export const sessionSideDoor: Rule = {
  id: 'session-side-door',
  summary: 'Who may run `execute-command` may also open sessions past ECS, with `ssm:StartSession`.',
  why: 'Sessions that are started by Systems Manager itself are not recorded where the cluster says, and are no `ExecuteCommand` in CloudTrail.',
  severity: 'info',
  fix: 'none',
  notes:
    'AWS recommends to deny `ssm:StartSession` on `arn:aws:ecs:*:*:task/*` to whoever may run `execute-command`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-limit-access-start-session',
  ],

  *checkTemplate(template) {
    for (const { caller, at } of sideDoors(template))
      yield {
        at,
        message: say`${caller.title} may run \`execute-command\`, and \`ssm:StartSession\` on tasks too: sessions that are opened in that way are not recorded.`,
        for: [],
        related: [{ at: caller.at, message: say`\`execute-command\` is allowed here` }],
      };
  },
};
