import { type Fix, type Role, type Rule, say } from '../../src/rule/index.ts';
import { inWords, removeRestrictions } from '../../src/rule/task-role.ts';

export const ssmmessagesRestricted: Rule = {
  id: 'ssmmessages-restricted',
  summary: 'The task role allows `ssmmessages` only under a condition, or on some resources.',
  why: 'These actions are documented for the resource `*` only, so the agent may be refused and `execute-command` fail with TargetNotConnectedException.',
  severity: 'warning',
  fix: 'unsafe',
  fixSafety:
    'Unsafe: somebody restricted it on purpose. A statement about sessions alone loses its `Condition`, and its `Resource` becomes `*`; where it allows other actions too, or is shared with other roles, the role gets a statement of its own beside it.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsessionmanagermessagegatewayservice.html',
  ],

  *checkLauncher(launcher) {
    const role = launcher.taskRole();
    if (role.is !== 'known') {
      const why = role.is === 'unknown' ? role.why : say`there is no task role to ask`;
      const undecided = say`Whether the \`ssmmessages\` rights of \`${launcher.id}\` are restricted is not known: ${why}.`;
      yield { at: role.at, undecided, for: [launcher] };
      return;
    }
    const restricted = role.value.sessionActions('restricted');
    const [first] = restricted;
    const decision = first === undefined ? undefined : role.value.access(first);
    if (decision?.is !== 'restricted') return;
    const allows = say`Task role \`${role.value.id}\` allows ${inWords(restricted)}`;
    yield {
      at: role.value.at,
      message:
        decision.why === 'condition'
          ? say`${allows} only under a \`Condition\`: sessions may be refused.`
          : say`${allows} only on some resources, not on \`*\`: sessions may be refused.`,
      for: [launcher],
      related: decision.by.map(at => ({ at, message: say`restricted here` })),
      unsure: role.unsure,
      fix: role.unsure === undefined ? free(role.value, restricted) : undefined,
    };
  },
};

function free(role: Role, restricted: readonly string[]): Fix | undefined {
  const edits = removeRestrictions(role, restricted);
  const title = say`Allow ${inWords(restricted)} on \`${role.id}\` without restriction`;
  return edits && { title, safety: 'unsafe', edits };
}
