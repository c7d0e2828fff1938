import { callersWithoutDataKey, grantDataKey } from '../../src/rule/caller.ts';
import { type Rule, say } from '../../src/rule/index.ts';

export const callerLacksDataKey: Rule = {
  id: 'caller-lacks-data-key',
  summary: 'Who may run `execute-command` may not make the data key that sessions are encrypted with.',
  why: 'Where the cluster has a `KmsKeyId`, both ends need the key: without `kms:GenerateDataKey` `execute-command` fails for the person who runs it.',
  severity: 'warning',
  properties: ['ExecuteCommandConfiguration.KmsKeyId'],
  errorMessages: ['data-key-not-generated', 'handshake-timed-out'],
  fix: 'safe',
  fixSafety:
    'Safe: a statement for `kms:GenerateDataKey` on that key alone joins the one that allows `ecs:ExecuteCommand`. Where the ARN of the key is not known, it allows the key of any session of ECS Exec, by its encryption context.',
  notes:
    'Only policies that allow `ecs:ExecuteCommand` by name are looked at, not those that allow all of ECS. What such people may do by policies of other stacks is not known here.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-best-practices-limit-access-execute-command',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html',
  ],

  *checkTemplate(template) {
    for (const each of callersWithoutDataKey(template)) {
      const { caller, cluster, key } = each;
      const edits = grantDataKey(each);
      yield {
        at: caller.at,
        message: say`${caller.title} may run \`execute-command\` on cluster \`${cluster.id}\`, but not kms:GenerateDataKey on its key \`${key.name}\`: its sessions are not opened.`,
        for: [],
        related: [{ at: key.at, message: say`sessions are encrypted with this key` }],
        fix: edits && { title: say`Allow kms:GenerateDataKey on \`${key.name}\``, safety: 'safe', edits },
      };
    }
  },
};
