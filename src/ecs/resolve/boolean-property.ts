import { intrinsic, text } from '../../cfn/functions/intrinsic.ts';
import { onlyPlaceholder } from '../../cfn/functions/placeholder.ts';
import type { Template } from '../../cfn/scenario/template.ts';
import type { Answer, Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json.ts';
import { nodeAt, type Place } from '../../syntax/place.ts';

/** Whether a flag is on: CloudFormation takes `true` and `"true"`, and absent is off. */
export function booleanProperty(template: Template, found: Value<Place>): Answer {
  const value = found.is === 'known' ? template.read(found.value) : found;
  const { at } = value;
  if (value.is === 'absent') return { is: 'no', at };
  if (value.is === 'unknown') return { is: 'unknown', at, why: value.why };
  if (isTrue(value.value) || isFalse(value.value)) {
    const is = isTrue(value.value) ? 'yes' : 'no';
    return value.unsure === undefined ? { is, at } : { is, at, unsure: value.unsure };
  }
  return { is: 'unknown', at, why: say`its value is neither true nor false` };
}

/**
 * Whether a flag can be on in this scenario: like `flag`, but a parameter that decides it has one of the values that it
 * may have, whatever its default is.
 */
export function booleanInScenario(template: Template, found: Value<Place>): Answer['is'] {
  const name = found.is === 'known' ? parameterAt(template, found.value) : undefined;
  if (name === undefined) return booleanProperty(template, found).is;
  if (template.declarations.parameters.get(name)?.type.startsWith('AWS::SSM::')) return 'unknown';
  return isFalse(template.settleParameter(name)) ? 'no' : 'yes';
}

function parameterAt(template: Template, at: Place): string | undefined {
  const node = nodeAt(at);
  const call = intrinsic(node);
  const name = call?.name === 'Ref' ? text(call.argument) : onlyPlaceholder(text(node) ?? '');
  return name !== undefined && template.declarations.parameters.has(name) ? name : undefined;
}

export function isTrue(value: Json): boolean {
  return value === true || (typeof value === 'string' && /^true$/i.test(value));
}

export function isFalse(value: Json): boolean {
  return value === false || (typeof value === 'string' && /^false$/i.test(value));
}
