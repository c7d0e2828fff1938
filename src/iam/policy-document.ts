import { intrinsic } from '../cfn/functions/intrinsic.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import { andThen, known, unknown, type Value } from '../cfn/value.ts';
import { say } from '../i18n/sentence.ts';
import { parseMarked } from '../syntax/parse.ts';
import { child, nodeAt, type Place } from '../syntax/place.ts';

/** The map of a policy document, which may also be JSON in a text. */
export function openDocument(template: Template, at: Place): Value<Place> {
  const node = nodeAt(at);
  const call = intrinsic(node);
  if (call?.name === 'Fn::ToJsonString') return template.find(child(at, call.name));
  if (node?.kind !== 'scalar' && !call) return undisturbed(at);
  return andThen(template.symbolic(at), text => {
    const document = typeof text === 'string' ? parseMarked(`${at.document.file}.json`, text) : undefined;
    if (document?.format !== 'json' || document.problems.length > 0)
      return unknown(say`its policy document is text that is not JSON`, at);
    return known({ document: { ...document, within: at }, path: [] }, at);
  });
}

function undisturbed(at: Place): Value<Place> {
  return isTransformed(at) ? unknown(say`\`Fn::Transform\` computes its policy document`, at) : known(at, at);
}

/** A transform rewrites the whole map that it stands in. */
export function isTransformed(map: Place): boolean {
  return nodeAt(child(map, 'Fn::Transform')) !== undefined;
}
