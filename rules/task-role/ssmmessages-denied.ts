import {
  type Place,
  type Related,
  type RolePermissions,
  type Rule,
  type Sentence,
  say,
  seeingTaskRolePermissions,
} from '../../src/rule/index.ts';
import { type Denial, denials, inWords } from '../../src/rule/task-role.ts';

export const ssmmessagesDenied: Rule = {
  id: 'ssmmessages-denied',
  summary: 'An explicit Deny or the permissions boundary blocks the `ssmmessages` actions of the task role.',
  why: 'A Deny overrides every Allow, and a boundary limits what policies can allow, so every `execute-command` fails with TargetNotConnectedException.',
  severity: 'error',
  properties: ['AWS::IAM::Role.PermissionsBoundary'],
  errorMessages: ['target-not-connected', 'ssmmessages-refused'],
  fix: 'none',
  notes:
    'A Deny with a `Condition` is a warning. It is not reported if no request of a task can meet the condition, such as one for requests without TLS or for other regions. Service control policies of the organization are not in a template, so they are not visible.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  ],

  appliesTo: seeingTaskRolePermissions,

  *checkLauncher(launcher) {
    const role = launcher.taskRolePermissions();
    if (role.is !== 'known') return;
    const declared = launcher.taskRole();
    for (const denial of denials(role.value)) {
      const isByBoundary = declared.is === 'known' && denial.by === 'boundary';
      const at = isByBoundary ? declared.value.boundary().at : role.value.at;
      if (denial.by === 'perhaps') {
        const undecided = say`Whether a Deny blocks ${inWords(denial.actions)} for task role \`${role.value.id}\` is not known: not all of it can be computed.`;
        yield { at, undecided, for: [launcher] };
        continue;
      }
      yield {
        at,
        message: message(role.value, denial),
        for: [launcher],
        ...(denial.by === 'sometimes' ? { severity: 'warning', mayBlock: true } : { severity: 'error' }),
        related: placesOf(denial, at),
        unsure: role.unsure,
      };
    }
  },
};

function placesOf({ by, places }: Denial, at: Place): readonly Related[] {
  const message = by === 'sometimes' ? say`conditionally denied here` : say`denied here`;
  return places.filter(each => each !== at).map(place => ({ at: place, message }));
}

function message({ id }: RolePermissions, { by, actions }: Denial): Sentence {
  const what = inWords(actions);
  const result = say`every \`execute-command\` fails with TargetNotConnectedException`;
  switch (by) {
    case 'boundary':
      return say`The permissions boundary of task role \`${id}\` does not allow ${what}, so its policies cannot either: until it does, ${result}.`;
    case 'deny':
      return say`A Deny blocks ${what} for task role \`${id}\`, even if another policy allows them: until the Deny excludes them, ${result}.`;
    case 'sometimes':
    case 'perhaps':
      return say`A Deny with a \`Condition\` may block ${what} for task role \`${id}\`: when the condition holds, ${result}.`;
  }
}
