import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { callAt, textAt } from '../functions/intrinsic.ts';
import type { Declarations } from '../template/declarations.ts';
import { referencesIn } from '../template/reference.ts';
import { defectOf } from './unresolved.ts';

/**
 * The names in a template that lead to nothing in it, whatever the scenario: of `Ref`, `Fn::GetAtt`, `Fn::Sub`,
 * `DependsOn`, `Condition` and `Fn::If`.
 */
export function unresolvedReferences(declarations: Declarations): readonly string[] {
  const resources = [...declarations.resources.values()];
  const bodies = [...resources.map(each => each.at), ...declarations.outputs.values()];
  return [
    ...bodies.flatMap(at => unresolvedIn(declarations, at)),
    ...resources.flatMap(({ at }) => unknownDependencies(declarations, child(at, 'DependsOn'))),
    ...bodies.flatMap(at => unknownCondition(declarations, child(at, 'Condition'))),
  ];
}

function unresolvedIn(declarations: Declarations, at: Place): readonly string[] {
  const node = nodeAt(at);
  const call = callAt(at);
  if (call) {
    const own = referencesIn(node, at.iteration).flatMap(reference =>
      at.iteration?.names.has(reference.id) || defectOf(declarations, reference) === undefined
        ? []
        : [reference.attribute === undefined ? reference.id : `${reference.id}.${reference.attribute}`],
    );
    const condition = call.name === 'Fn::If' ? unknownCondition(declarations, call.items[0]) : [];
    return [...own, ...condition, ...call.items.flatMap(each => unresolvedIn(declarations, each))];
  }
  if (node?.kind === 'sequence')
    return node.items.flatMap((_, i) => unresolvedIn(declarations, child(at, i)));
  if (node?.kind !== 'mapping') return [];
  return [...declarations.unroll(at, node).places.values()].flatMap(each => unresolvedIn(declarations, each));
}

function unknownDependencies(declarations: Declarations, at: Place): readonly string[] {
  const node = nodeAt(at);
  const items = node?.kind === 'sequence' ? node.items.map((_, i) => child(at, i)) : [at];
  return items
    .flatMap(item => textAt(item) ?? [])
    .filter(id => !declarations.resources.has(id) && declarations.mayDeclare(id) === undefined);
}

function unknownCondition(declarations: Declarations, at: Place | undefined): readonly string[] {
  const name = textAt(at);
  const isKnown = name === undefined || /[${}]/.test(name) || declarations.conditions.has(name);
  return isKnown || declarations.macro !== undefined ? [] : [name];
}
