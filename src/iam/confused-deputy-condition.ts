import { intrinsic } from '../cfn/functions/intrinsic.ts';
import { onlyPlaceholder } from '../cfn/functions/placeholder.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import { nodeAt, type Place } from '../syntax/place.ts';
import { elementKey } from './policy-elements.ts';
import { coversResource } from './resource-match.ts';
import { stringList } from './statements.ts';

const EXACT = /^String(?:Equals|EqualsIgnoreCase)(?:IfExists)?$/;
const ALIKE = /^(?:StringLike|ArnLike|ArnEquals)(?:IfExists)?$/;

/**
 * Whether a statement's `Condition` only says on whose behalf a service has to come, and `source` is that: of this
 * account, and covered by the ARN. This is how trust policies keep other accounts out of a service's hands.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function allowsSource(template: Template, statement: Place, source: string): boolean {
  const condition = template.find(statement, elementKey(statement, 'Condition'));
  return keysAt(template, condition.is === 'known' ? condition.value : undefined).every(([operator, at]) => {
    const isAlike = ALIKE.test(operator);
    if (!isAlike && !EXACT.test(operator)) return false;
    return keysAt(template, at).every(([key, values]) => {
      const texts = stringList(template, values);
      return (
        texts.is === 'known' &&
        texts.value.some(each => each.is === 'known' && isSource(template, key, each.value, isAlike, source))
      );
    });
  });
}

function isSource(template: Template, key: string, text: string, isAlike: boolean, source: string): boolean {
  switch (key.toLowerCase()) {
    case 'aws:sourceaccount':
      return onlyPlaceholder(text) === 'AWS::AccountId' || /^\d{12}$/.test(text);
    case 'aws:sourcearn':
      return (isAlike || !/[*?]/.test(text)) && coversResource(template, text, source) === 'yes';
    default:
      return false;
  }
}

/** The keys of a map with the places of their values; for what is no map, one that nothing meets. */
function keysAt(template: Template, at: Place | undefined): readonly [string, Place][] {
  const node = at && nodeAt(at);
  if (!at || node?.kind !== 'mapping' || intrinsic(node)) return at ? [['', at]] : [];
  return node.entries.flatMap(({ key }): [string, Place][] => {
    const value = template.find(at, key);
    return value.is === 'absent' ? [] : [[key, value.is === 'known' ? value.value : value.at]];
  });
}
