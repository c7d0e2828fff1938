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
  summary: 'The task role allows an action that is nearly an `ssmmessages` action, but none.',
  why: 'IAM takes any name for an action, so nobody objects; the agent lacks the right that was meant, and every `execute-command` fails with TargetNotConnectedException.',
  severity: 'error',
  errorMessages: ['target-not-connected', 'ssmmessages-refused'],
  fix: 'safe',
  fixSafety:
    'Safe: the name as it is written allows nothing. Its place, its quotes and the rest of the statement stay. A name that is computed, or that stands in a policy written as text, is left alone.',
  notes:
    'Reported only where the role lacks the action that is meant. A name that differs by up to three letters counts (a stray quote or comma, `ssmmessage:`, a letter too many), and the action under the name of another service, as in `ssm:CreateControlChannel`.',
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
  return say`Task role \`${id}\` allows \`${written}\`, which names no action of AWS. \`${meant}\` is meant, and without it every \`execute-command\` fails with TargetNotConnectedException.`;
}

function correct({ at, meant, isLiteral }: Misspelling): Fix | undefined {
  if (!isLiteral) return undefined;
  return { title: say`Write \`${meant}\``, safety: 'safe', edits: [set(at, meant)] };
}
