import {
  type Fix,
  type Role,
  type Rule,
  type Sentence,
  say,
  seeingTaskRole,
  set,
} from '../../src/rule/index.ts';
import { type Misspelling, misspellings } from '../../src/rule/task-role.ts';

export const ssmmessagesActionMisspelt: Rule = {
  id: 'ssmmessages-action-misspelt',
  summary: 'The task role allows a misspelled `ssmmessages` action.',
  why: 'IAM accepts any action name, so the deployment succeeds; but the agent lacks the intended permission, and every `execute-command` fails with TargetNotConnectedException.',
  severity: 'error',
  errorMessages: ['target-not-connected', 'ssmmessages-refused'],
  fix: 'safe',
  fixSafety:
    'Safe: the misspelled name allows nothing. Its position, its quotes and the rest of the statement stay. Computed names, and names in policies written as a string, are left alone.',
  notes:
    'Only reported if the role lacks the intended action. This recognizes names that differ by up to three letters (a stray quote or comma, `ssmmessage:`, an extra letter) and the action under another service, as in `ssm:CreateControlChannel`.',
  sources: [
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsessionmanagermessagegatewayservice.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  ],

  appliesTo: seeingTaskRole,

  *checkLauncher(launcher) {
    const role = launcher.taskRole();
    if (role.is !== 'known') return;
    const { unsure } = role;
    for (const misspelling of misspellings(role.value))
      yield {
        at: misspelling.at,
        message: message(role.value, misspelling),
        for: [launcher],
        related: [{ at: role.at, message: say`\`${role.value.id}\` is the task role of ${launcher.title}` }],
        unsure,
        fix: unsure === undefined ? correct(misspelling) : undefined,
      };
  },
};

function message({ id }: Role, { written, meant }: Misspelling): Sentence {
  return say`Task role \`${id}\` allows \`${written}\`, which is not an AWS action (did you mean \`${meant}\`?): without it, every \`execute-command\` fails with TargetNotConnectedException.`;
}

function correct({ at, meant, isLiteral }: Misspelling): Fix | undefined {
  if (!isLiteral) return undefined;
  return { title: say`Write \`${meant}\``, safety: 'safe', edits: [set(at, meant)] };
}
