import {
  attachmentsTo,
  type Fix,
  havingTaskRole,
  type Launcher,
  type Role,
  type Rule,
  type Said,
  say,
  type TaskDefinition,
} from '../../src/rule/index.ts';
import {
  grantSession,
  inWords,
  misplacedActions,
  misspellings,
  SESSION_ACTIONS,
} from '../../src/rule/task-role.ts';

export const taskRoleLacksSsmmessages: Rule = {
  id: 'task-role-lacks-ssmmessages',
  summary: 'The task role lacks the four `ssmmessages` actions that open a session.',
  why: 'The agent in the container cannot reach Session Manager, and every `execute-command` fails with TargetNotConnectedException.',
  severity: 'error',
  properties: ['TaskRoleArn', 'AWS::IAM::Role.Policies'],
  errorMessages: ['target-not-connected', 'ssmmessages-refused'],
  fix: 'safe',
  fixSafety:
    'Safe: the missing actions are added to a statement that already lists some of them, or in the inline policy `EcsExec`, which exists as soon as the role does. Nothing is written if an explicit Deny or a permissions boundary blocks them, or if the role is in a template that was not passed.',
  notes:
    'These actions are documented for `Resource: "*"` only. Rules against wildcards (cfn_nag W11, `IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE` of CloudFormation Guard, AwsSolutions-IAM5 of cdk-nag) will report the statement and have to be suppressed there.',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html'],

  appliesTo: havingTaskRole,

  *checkLauncher(launcher) {
    const definition = launcher.taskDefinition();
    const role = launcher.taskRole();
    if (role.is === 'unknown') {
      const doubtful = doubtfulActions(launcher);
      if (doubtful.length === 0) return;
      const undecided =
        doubtful.length === SESSION_ACTIONS.length
          ? say`Whether the task role of \`${launcher.id}\` allows \`ssmmessages\` is not known: ${role.why}.`
          : say`Whether the task role of \`${launcher.id}\` allows ${inWords(doubtful)} is not known: ${role.why}.`;
      yield { at: role.at, undecided, for: [launcher] };
    }
    if (role.is !== 'known') return;
    const { id, at } = role.value;
    const { unsure } = role;
    const missing = role.value.missingSessionActions();
    if (missing.length > 0 && definition.is === 'known') {
      yield {
        at,
        message: say`Task role \`${id}\` lacks ${inWords(missing)}: every \`execute-command\` fails with TargetNotConnectedException.`,
        for: [launcher],
        related: [
          { at: launcher.at, message: launcher.runs(definition.value) },
          {
            at: role.at,
            message: say`${whose(definition.value, role.value)} has \`${id}\` as its task role`,
          },
        ],
        unsure,
        fix: unsure === undefined ? permissionFix(launcher, role.value) : undefined,
      };
      return;
    }
    const doubtful = role.value.sessionActions('unknown');
    const [first] = doubtful;
    if (first === undefined) return;
    const doubt = role.value.sessionAccess(first);
    const why = doubt.is === 'unknown' ? doubt.why : say``;
    yield {
      at,
      undecided: say`Whether task role \`${id}\` allows ${inWords(doubtful)} is not known: ${why}.`,
      for: [launcher],
    };
  },
};

/** What is not decided by policies that are attached by its name to a role which no template declares. */
function doubtfulActions(launcher: Launcher): readonly string[] {
  const role = launcher.taskRolePermissions();
  return role.is === 'known' ? role.value.sessionActions('unknown', 'restricted') : SESSION_ACTIONS;
}

/** A launcher may give its task another role than the definition names. */
function whose(definition: TaskDefinition, role: Role): Said {
  const own = definition.taskRole();
  return own.is === 'known' && own.value.id === role.id ? `\`${definition.id}\`` : say`its task`;
}

/**
 * Beside a fix that moves the right from the execution role, or that gives a misspelled one its name, the rest is left.
 */
function permissionFix(launcher: Launcher, role: Role): Fix | undefined {
  const missing = role.sessionActions('implicit deny');
  const misspelled = misspellings(role).flatMap(each => (each.isLiteral ? each.actions : []));
  const isMisplaced = misplacedActions(launcher) !== undefined;
  const rest = missing.filter(action => !misspelled.includes(action));
  const fix = allow(role, missing);
  return (
    fix && {
      ...fix,
      supersededBy: [
        ...(isMisplaced ? [{ rule: 'ssmmessages-on-execution-role', fix: undefined }] : []),
        ...(misspelled.length > 0
          ? [{ rule: 'ssmmessages-action-misspelt', fix: isMisplaced ? undefined : allow(role, rest) }]
          : []),
      ],
    }
  );
}

/** Granting more does not help against a Deny, and less may be needed beside a policy that the role is given. */
function allow(role: Role, actions: readonly string[]): Fix | undefined {
  if (actions.length === 0 || role.sessionActions('explicit deny').length > 0) return undefined;
  const edits = grantSession(role, actions);
  const title = say`Grant the session actions to \`${role.id}\``;
  return edits && { title, safety: 'safe', edits, preconditions: attachmentsTo(role) };
}
