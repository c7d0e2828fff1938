import { or, say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import type { Place } from '../../syntax/place.ts';
import type { Mode, StackOutput } from '../functions/evaluation-context.ts';
import { ambiguous, unknown, type Value } from '../value.ts';
import { fromAccount } from './account-data.ts';
import { doubted, outputValue } from './cross-stack.ts';
import { mayBeSame } from './deployed-stack.ts';
import { nearestTo } from './nearest.ts';
import type { Template } from './scenario-template.ts';
import type { Stack } from './stack.ts';

/**
 * What `Fn::GetStackOutput` gives, when exactly one of the templates has that output: of those whose stack has the
 * name, if there are any. A template of whose stack nothing is known but the output is only likely the one.
 */
export function stackOutput(template: Template, asked: StackOutput, mode: Mode, at: Place): Value<Json> {
  const { output } = asked;
  const { named, others } = candidates(template.stack, asked);
  const having = (named.length > 0 ? named : others).filter(each => each.declarations.outputs.has(output));
  const found = nearestTo(having, each => each, template.stack);
  const [only, another] = found;
  const written = `\`${output}\``;
  if (another)
    return ambiguous(
      say`it is the output ${written} of ${or([...new Set(found.map(each => each.document.file))])}`,
      at,
    );
  const from = only?.declarations.outputs.get(output);
  if (!only || !from) return unknown(say`it is the output ${written}, which no given template has`, at);
  const value = outputValue(template.templateOf(only), output, from, template, mode, at);
  const doubt = say`the output ${written} of ${only.document.file} may be that of another stack`;
  const own = doubted(value, named.length > 0 ? undefined : doubt);
  return fromAccount(template.stack, own, only.declarations.account?.scope, '');
}

interface Candidates {
  /** The stacks with the name that is asked for. */
  readonly named: readonly Stack[];
  /** Those of which it is not known how they are called. */
  readonly others: readonly Stack[];
}

/** The stacks whose output it may be: in the region that is asked for, and in the account unless a role is used. */
function candidates(stack: Stack, { stackName, region, byRole }: StackOutput): Candidates {
  const own = stack.deployed;
  const all = (stack.system?.stacks ?? []).filter(
    each =>
      each !== stack &&
      !each.parent &&
      mayBeSame(each.deployed?.region, region ?? own?.region) &&
      (byRole || mayBeSame(each.deployed?.account, own?.account)),
  );
  const given = all.filter(each => (each.deployed?.name ?? nameOfFile(each)) === stackName);
  const described = (stack.system?.accountStacks ?? []).filter(each => {
    const { stackName: name = nameOfFile(each), scope } = each.declarations.account ?? {};
    return name === stackName && mayBeSame(scope?.region, region ?? own?.region);
  });
  return {
    named: given.length > 0 ? given : described,
    others: all.filter(each => each.deployed === undefined),
  };
}

/** What a stack is called whose template has the name that most people give to it. */
function nameOfFile({ document }: Stack): string {
  const name = document.file.slice(document.file.lastIndexOf('/') + 1);
  return name.replace(/(?:\.template)?\.(?:json|ya?ml|template)$/i, '');
}
