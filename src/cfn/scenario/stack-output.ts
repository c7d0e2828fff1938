import { or, say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import type { Place } from '../../syntax/place.ts';
import type { Mode } from '../functions/evaluation-context.ts';
import { unknown, type Value } from '../value.ts';
import { doubted, outputValue } from './cross-stack.ts';
import { nearest } from './nearest.ts';
import type { Template } from './scenario-template.ts';
import type { Stack } from './stack.ts';

/**
 * What `Fn::GetStackOutput` gives, when exactly one of the templates has that output: of those whose file has the name
 * of the stack, if there are any, as in a cloud assembly of the CDK; without such a file it is only likely.
 */
export function stackOutput(
  template: Template,
  stackName: string,
  output: string,
  mode: Mode,
  at: Place,
): Value<Json> {
  const others = (template.stack.system?.stacks ?? []).filter(
    each => each !== template.stack && !each.parent,
  );
  const named = others.filter(each => stackNameOf(each) === stackName);
  const having = (named.length > 0 ? named : others).filter(each => each.declarations.outputs.has(output));
  const found = nearest(having, each => each.document.file, template.stack.document.file);
  const [only, another] = found;
  const written = `\`${output}\``;
  if (another)
    return unknown(
      say`it is the output ${written} of ${or([...new Set(found.map(each => each.document.file))])}`,
      at,
    );
  const from = only?.declarations.outputs.get(output);
  if (!only || !from) return unknown(say`it is the output ${written}, which no template given here has`, at);
  const value = outputValue(template.templateOf(only), output, from, template, mode, at);
  const doubt = say`the output ${written} of ${only.document.file} may be that of another stack`;
  return doubted(value, named.length > 0 ? undefined : doubt);
}

/** What a stack is called whose template has the name that the CDK, and most people, give to it. */
function stackNameOf({ document }: Stack): string {
  const name = document.file.slice(document.file.lastIndexOf('/') + 1);
  return name.replace(/(?:\.template)?\.(?:json|ya?ml|template)$/i, '');
}
