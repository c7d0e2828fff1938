import { say } from '../../i18n/sentence.ts';
import type { Place } from '../../syntax/place.ts';
import { callAt, textAt } from '../functions/intrinsic.ts';
import { onlyPlaceholder } from '../functions/placeholder.ts';
import { qualifiedName } from '../functions/qualified-name.ts';
import { parseReference } from '../template/reference.ts';
import { andThen, known, unknown, type Value } from '../value.ts';
import type { Resource } from './resource.ts';
import type { Template } from './scenario-template.ts';
import { defectOf } from './unresolved.ts';

/** The resource that the value at a place is a reference to, and nothing else. */
export function resolveResource(template: Template, at: Place): Value<Resource> {
  const call = callAt(at);
  const refName = call?.name === 'Ref' ? textAt(call.argument) : undefined;
  const isOwn = template.stack.parent === undefined;
  if (refName !== undefined && isOwn && isParameter(template, refName)) return parameter(refName, at);
  return andThen(template.symbolic(at), (value): Value<Resource> => {
    const written = typeof value === 'string' ? onlyPlaceholder(value) : undefined;
    if (written === undefined)
      return unknown(say`the value does not point to a resource of this template`, at);
    const { key, name } = qualifiedName(written);
    if (key !== undefined) return elsewhere(template, written, at);
    const reference = parseReference(name);
    if (isParameter(template, reference.id)) return parameter(reference.id, at);
    const defect = defectOf(template.declarations, reference);
    if (defect !== undefined) return { ...unknown(defect, at), dangling: name };
    const resource = template.resource(reference.id);
    if (resource) return known(resource, at);
    if (!template.declarations.resources.has(reference.id))
      return unknown(say`\`${reference.id}\` is not a resource of this template`, at);
    return { ...unknown(say`\`${reference.id}\` does not exist in this scenario`, at), dangling: name };
  });
}

/** What a value that comes from another stack refers to there. */
function elsewhere(template: Template, written: string, at: Place): Value<Resource> {
  const { key = '', name } = qualifiedName(written);
  const { id } = parseReference(name);
  const resource = template.resource(parseReference(written).id);
  if (resource) return known(resource, at);
  const file = template.stack.system?.stack(key)?.document.file ?? say`another template`;
  return unknown(say`\`${id}\` of ${file} is no resource there in this scenario`, at);
}

function isParameter(template: Template, name: string): boolean {
  return template.declarations.parameters.has(name);
}

function parameter(name: string, at: Place): Value<Resource> {
  return unknown(say`it is the parameter \`${name}\``, at);
}
