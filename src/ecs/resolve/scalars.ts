import { intrinsic, text } from '../../cfn/functions/intrinsic.ts';
import { hasPlaceholder, onlyPlaceholder } from '../../cfn/functions/placeholder.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { type Answer, andThen, known, unknown, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import { nodeAt, type Place } from '../../syntax/place.ts';

/** The text at a place, once it is known what it will be when deployed. */
export function textAt(template: Template, found: Value<Place>): Value<string> {
  return andThen(found, place =>
    andThen(template.read(place), (value, at): Value<string> => {
      if (typeof value === 'object') return unknown(say`it is not text`, at);
      const text = String(value);
      return hasPlaceholder(text) ? unknown(say`it is only known once it is deployed`, at) : known(text, at);
    }),
  );
}

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
