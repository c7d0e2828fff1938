import { resourcesIn } from '../../cfn/scenario/cross-stack-mentions.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Stack } from '../../cfn/scenario/stack.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import { child, nodeAt } from '../../syntax/place.ts';

/** The stacks and modules that a template takes in, which may add to what they are given. */
const NESTING = /^AWS::CloudFormation::Stack$|^AWS::Serverless::Application$|::MODULE$/;

/** The template of a resource with those of the stacks that mention it; its own comes first. */
function templatesMentioning({ id, template }: Resource): readonly Template[] {
  const { stack } = template;
  const others = stack.system?.mentioning(stack, id) ?? [];
  return [template, ...others.map(each => template.templateOf(each))];
}

/** The stacks that are nested in one with a stack: what one of them creates is likely handed to the others. */
export function nestedWith(stack: Stack): readonly Stack[] {
  return stack.lineage().at(-1)?.tree() ?? [];
}

/** The resources of a type that mention another in a property, in whatever stack, as far as they exist. */
export function usersOf(resource: Resource, type: string, property: string): readonly Resource[] {
  return templatesMentioning(resource).flatMap(template => {
    if (template === resource.template) return localUsersOf(resource, type);
    return template.resources(type).filter(user => {
      const value = user.symbolic(property);
      return value.is === 'known' && mentions(value.value, template, resource);
    });
  });
}

/** Why a stack that is not seen may add something to a resource that is handed to it. */
export function handedOn(resource: Resource): Sentence | undefined {
  for (const template of templatesMentioning(resource)) {
    const nested = unseenNested(template).find(each => isHandedTo(each, resource));
    if (nested) return say`\`${nested.id}\`, to which \`${resource.id}\` is handed, may add to it`;
  }
  return undefined;
}

/** Whether stacks that are not seen may import a resource. */
export function isExported(resource: Resource): boolean {
  return isInOutput(resource, () => false);
}

/** The same, or learn of it from the outputs of a stack that is nested in none that is seen. */
export function isPublished(resource: Resource): boolean {
  return isInOutput(resource, template => template.stack.parent === undefined);
}

function isInOutput(resource: Resource, counts: (template: Template) => boolean): boolean {
  return templatesMentioning(resource).some(template => {
    const { outputs, references } = template.declarations;
    const isOwn = template === resource.template;
    if (isOwn && !references.inOutputs(resource.id)) return false;
    return [...outputs.values()].some(output => {
      if (!counts(template) && !nodeAt(child(output, 'Export'))) return false;
      const value = template.symbolic(output, 'Value');
      return value.is === 'known' ? mentions(value.value, template, resource) : isOwn;
    });
  });
}

function localUsersOf({ id, template }: Resource, type: string): readonly Resource[] {
  const { references, resources } = template.declarations;
  return references
    .to(id)
    .filter(user => resources.get(user)?.type === type)
    .flatMap(user => template.resource(user) ?? []);
}

/** The nested stacks and modules of a template whose own templates were not given. */
function unseenNested(template: Template): readonly Resource[] {
  return [...template.declarations.resources.values()].flatMap(({ id, type }) =>
    NESTING.test(type) && !template.stack.children.has(id) ? (template.resource(id) ?? []) : [],
  );
}

function isHandedTo(nested: Resource, resource: Resource): boolean {
  const { template } = nested;
  if (template === resource.template)
    return template.declarations.references.to(resource.id).includes(nested.id);
  const given = nested.symbolic('Parameters');
  return given.is === 'known' && mentions(given.value, template, resource);
}

/** Whether a value of a template is made of what a resource gives. */
function mentions(value: Json, from: Template, { id, template }: Resource): boolean {
  return resourcesIn(value, from.key).some(each => each.key === template.key && each.id === id);
}
