import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { absent, unknown, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import { embed } from '../../syntax/embed.ts';
import { scalarText } from '../../syntax/json-value.ts';
import type { Place } from '../../syntax/place.ts';
import { type Role, roleAt } from '../model/role.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';

const INPUT_NAMES = { TaskRoleArn: 'taskRoleArn', ExecutionRoleArn: 'executionRoleArn' } as const;

/**
 * The role that a target's `Input` names for its tasks. The input is the overrides of `RunTask` as JSON, so that it may
 * name another role than the task definition does.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html
 */
export function roleInInput(
  template: Template,
  target: Place,
  property: 'TaskRoleArn' | 'ExecutionRoleArn',
): Value<Role> {
  const transformer = template.find(target, 'InputTransformer');
  const path = template.find(target, 'InputPath');
  if (transformer.is !== 'absent' || path.is !== 'absent') return unreadable(target);
  const input = template.find(target, 'Input');
  if (input.is !== 'known') return input.is === 'absent' ? absent(target) : unreadable(target);
  const text = template.symbolic(input.value);
  const root = text.is === 'known' ? embed(input.value, scalarText(text.value) ?? '') : undefined;
  if (!root) return unreadable(input.value);
  return roleAt(new ResourceProperty(template, template.find(root, INPUT_NAMES[property])));
}

function unreadable(at: Place): Value<Role> {
  return unknown(say`the input of the task may name another role`, at);
}
