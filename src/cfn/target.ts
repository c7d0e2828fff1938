import type { Place } from '../syntax/place.ts';
import { defectOf } from './dangling.ts';
import { callAt, textAt } from './intrinsic.ts';
import { onlyReference } from './reference.ts';
import { pointerOf } from './references.ts';
import type { Resource } from './resource.ts';
import type { Template } from './template.ts';
import { andThen, known, unknown, type Value } from './value.ts';

/** The resource that the value at a place is a reference to, and nothing else. */
export function target(template: Template, at: Place): Value<Resource> {
  const call = callAt(at);
  const referred = call?.name === 'Ref' ? textAt(call.argument) : undefined;
  if (referred !== undefined && isParameter(template, referred)) return parameter(referred, at);
  if (call?.name === 'Fn::ImportValue') return unknown('it is imported from another stack', at);
  return andThen(template.shape(at), (value): Value<Resource> => {
    const name = typeof value === 'string' ? onlyReference(value) : undefined;
    if (name === undefined) return unknown('it does not point to a resource of this template', at);
    const pointer = pointerOf(name);
    if (isParameter(template, pointer.id)) return parameter(pointer.id, at);
    const why = defectOf(template.declarations, pointer);
    if (why !== undefined) return { ...unknown(why, at), dangling: name };
    const resource = template.resource(pointer.id);
    if (resource) return known(resource, at);
    const isDeclared = template.declarations.resources.has(pointer.id);
    const reason = isDeclared ? 'does not exist in this scenario' : 'is not a resource of this template';
    return unknown(`\`${pointer.id}\` ${reason}`, at);
  });
}

function isParameter(template: Template, name: string): boolean {
  return template.declarations.parameters.has(name);
}

function parameter(name: string, at: Place): Value<Resource> {
  return unknown(`it is the parameter \`${name}\``, at);
}
