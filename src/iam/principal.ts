import { intrinsic } from '../cfn/functions/intrinsic.ts';
import { hasPlaceholder } from '../cfn/functions/placeholder.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import { scalarText } from '../syntax/json-value.ts';
import { nodeAt, type Place } from '../syntax/place.ts';
import { someYes } from '../util/three-valued.ts';
import type { Coverage } from './pattern-match.ts';
import { isTransformed } from './policy-document.ts';
import { elementKey } from './policy-elements.ts';
import { stringList } from './statements.ts';

/** Whom a statement's `Principal` names. */
export interface Principals {
  /** Whether one of a kind, such as `Service` or `AWS`, is the one meant; `"*"` is whoever is meant. */
  of(kind: 'AWS' | 'Service', compare: Compare): Coverage;
}

/** Nothing for a text that cannot be computed. */
type Compare = (text: string | undefined) => Coverage;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function principalsOf(template: Template, statement: Place): Principals {
  const principal = template.find(statement, elementKey(statement, 'Principal'));
  if (principal.is !== 'known') {
    const isExcluded =
      principal.is === 'absent' &&
      template.find(statement, elementKey(statement, 'NotPrincipal')).is === 'absent';
    return isExcluded ? only('no') : only('unknown');
  }
  const at = principal.value;
  const node = nodeAt(at);
  if (node?.kind !== 'mapping' || intrinsic(node)) {
    const text = template.symbolic(at);
    if (text.is !== 'known' || hasPlaceholder(scalarText(text.value) ?? '')) return only('unknown');
    return only(text.value === '*' ? 'yes' : 'no');
  }
  if (isTransformed(at)) return only('unknown');
  return { of: (kind, compare) => anyOf(template, at, kind, compare) };
}

function only(coverage: Coverage): Principals {
  return { of: () => coverage };
}

function anyOf(template: Template, principal: Place, kind: string, compare: Compare): Coverage {
  const list = stringList(template, principal, kind);
  if (list.is === 'absent') return 'no';
  if (list.is === 'unknown') return compare(undefined);
  return someYes(list.value.map(each => compare(each.is === 'known' ? each.value : undefined)));
}
