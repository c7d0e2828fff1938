import { callersWithoutDataKey, grantDataKey } from '../../src/rule/caller.ts';
import { type Rule, say } from '../../src/rule/index.ts';

export const callerLacksDataKey: Rule = {
  id: 'caller-lacks-data-key',
  summary:
    'A caller of `execute-command` is not allowed to generate the data key that sessions are encrypted with.',
  why: 'If the cluster has a `KmsKeyId`, both ends need the key: without `kms:GenerateDataKey`, `execute-command` fails for the caller.',
  severity: 'warning',
  properties: ['ExecuteCommandConfiguration.KmsKeyId'],
  errorMessages: ['data-key-not-generated', 'handshake-timed-out'],
  fix: 'safe',
  fixSafety:
    'Safe: a statement that allows `kms:GenerateDataKey` on that key alone is added next to the one that allows `ecs:ExecuteCommand`. If the ARN of the key is not known, it allows the key of any ECS Exec session, by its encryption context.',
  notes:
    'Only policies that allow `ecs:ExecuteCommand` by name are checked, not those that allow all of ECS. What callers may do by policies of other stacks is not known here.',
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
        message: say`${caller.title} may run \`execute-command\` on cluster \`${cluster.id}\`, but lacks kms:GenerateDataKey on its key \`${key.name}\`: its sessions do not open.`,
        for: [],
        related: [{ at: key.at, message: say`sessions are encrypted with this key` }],
        fix: edits && { title: say`Allow kms:GenerateDataKey on \`${key.name}\``, safety: 'safe', edits },
      };
    }
  },
};
