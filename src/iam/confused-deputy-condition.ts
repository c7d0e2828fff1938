import { type ArnScope, arnScope } from '../cfn/functions/arn-scope.ts';
import { intrinsic } from '../cfn/functions/intrinsic.ts';
import { onlyPlaceholder } from '../cfn/functions/placeholder.ts';
import { mayBeSame } from '../cfn/scenario/deployed-stack.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import { nodeAt, type Place } from '../syntax/place.ts';
import { everyYes, someYes } from '../util/three-valued.ts';
import type { Coverage } from './pattern-match.ts';
import { elementKey } from './policy-elements.ts';
import { coversResource } from './resource-match.ts';
import { stringList } from './statements.ts';

const EXACT = /^String(?:Equals|EqualsIgnoreCase)(?:IfExists)?$/;
const ALIKE = /^(?:StringLike|ArnLike|ArnEquals)(?:IfExists)?$/;

/**
 * Whether a statement's `Condition` only says on whose behalf a service has to come, and `source` is that: of this
 * account, and covered by the ARN. This is how trust policies keep other accounts out of a service's hands. `no` where
 * that is for certain another account, region or partition than the source's.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function allowsSource(template: Template, statement: Place, source: string): Coverage {
  const condition = template.find(statement, elementKey(statement, 'Condition'));
  const operators = keysAt(template, condition.is === 'known' ? condition.value : undefined);
  return everyYes(
    operators.flatMap(([operator, at]): readonly Coverage[] => {
      const isAlike = ALIKE.test(operator);
      if (!isAlike && !EXACT.test(operator)) return ['unknown'];
      return keysAt(template, at).map(([key, values]) => {
        const texts = stringList(template, values);
        if (texts.is !== 'known') return 'unknown';
        const is = someYes(
          texts.value.map(each =>
            each.is === 'known' ? isSource(template, key, each.value, isAlike, source) : 'unknown',
          ),
        );
        // Whether the key is always there is not documented.
        return is === 'no' && (texts.value.length === 0 || /IfExists$/.test(operator)) ? 'unknown' : is;
      });
    }),
  );
}

function isSource(template: Template, key: string, text: string, isAlike: boolean, source: string): Coverage {
  const scope = arnScope(template.stack.withPseudoParameters(source));
  const written = template.stack.withPseudoParameters(text);
  switch (key.toLowerCase()) {
    case 'aws:sourceaccount':
      if (/^\d{12}$/.test(written)) return mayBeSame(written, scope.account) ? 'yes' : 'no';
      return onlyPlaceholder(text) === 'AWS::AccountId' ? 'yes' : 'unknown';
    case 'aws:sourcearn':
      if (!mayShareScope(arnScope(written), scope)) return 'no';
      return (isAlike || !/[*?]/.test(text)) && coversResource(template, text, source) === 'yes'
        ? 'yes'
        : 'unknown';
    default:
      return 'unknown';
  }
}

function mayShareScope(one: ArnScope, other: ArnScope): boolean {
  return (
    mayBeSame(one.partition, other.partition) &&
    mayBeSame(one.region, other.region) &&
    mayBeSame(one.account, other.account)
  );
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
