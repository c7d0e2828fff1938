import { ownExecPropertyMisplaced, type Service, setsTrue } from '../../src/rule/enablement.ts';
import { type Fix, isWritten, type Rule, say, set } from '../../src/rule/index.ts';

export const execNotEnabled: Rule = {
  id: 'exec-not-enabled',
  summary: 'A service does not enable ECS Exec.',
  why: 'Every `execute-command` on its tasks is refused with InvalidParameterException, because tasks only get the agent if they are started with the flag on.',
  severity: 'error',
  properties: ['EnableExecuteCommand'],
  errorMessages: ['exec-not-enabled-for-task'],
  fix: 'safe',
  fixSafety:
    'Safe if the flag is missing: it is added. An explicit `false`, or a branch of `Fn::If` without the flag, may be deliberate, so changing that is unsafe. A flag that a parameter decides is never changed. Running tasks keep what they were started with until they are replaced. A missing task role is added by the same fix because ECS rejects one without the other; the fix is then only as safe as the role. On a service deployed by CodeDeploy it is unsafe, as is every change to such a service or its task definition: CloudFormation cannot make it.',
  demandsExec: true,
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ecs-service.html',
  ],

  *checkService(service, settings) {
    if (settings.exec !== 'required') return;
    const { is, at, why, unsure } = service.execEnabled();
    if (is === 'unknown' || (is === 'yes' && unsure !== undefined)) {
      const reason = why ?? unsure ?? say`its value is neither true nor false`;
      yield {
        at,
        undecided: say`Whether ${service.title} enables ECS Exec is not known: ${reason}.`,
        for: [service],
      };
    }
    if (is !== 'no') return;
    const written = isWritten(at);
    yield {
      at: written ? at : service.at,
      message: written
        ? say`${service.subject} disables ECS Exec: every \`execute-command\` on it is refused.`
        : say`${service.subject} does not set \`EnableExecuteCommand\`: every \`execute-command\` on it is refused.`,
      for: [service],
      unsure,
      fix: unsure === undefined ? switchOn(service) : undefined,
    };
  },
};

/** Where somebody wrote that it is off, they may have meant it. A flag that stands elsewhere by mistake is moved. */
function switchOn(service: Service): Fix {
  const { at } = service.execEnabled();
  const stray = ownExecPropertyMisplaced(service);
  return {
    title: say`Set \`EnableExecuteCommand\` to true`,
    safety: isWritten(at) || (stray && !setsTrue(stray)) ? 'unsafe' : 'safe',
    edits: [set(at, true)],
    supersededBy: stray && !isWritten(at) ? [{ rule: 'exec-flag-misplaced', fix: undefined }] : [],
  };
}
