import { resourcesIn } from '../../cfn/scenario/cross-stack-mentions.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Stack } from '../../cfn/scenario/stack.ts';
import type { ResourceDeclaration } from '../../cfn/template/declarations.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import { child, nodeAt } from '../../syntax/place.ts';
import { memoize } from '../../util/memoize.ts';

/** The stacks and modules that a template takes in, which may add to what they are given. */
const NESTING = /^AWS::CloudFormation::Stack$|^AWS::Serverless::Application$|::MODULE$/;

/** The stacks that are nested in one with a stack: what one of them creates is likely handed to the others. */
export function nestedWith(stack: Stack): readonly Stack[] {
  return stack.lineage().at(-1)?.tree() ?? [];
}

/** The resources of a type that mention another in a property, in whatever stack, as far as they exist. */
export function usersOf(resource: Resource, type: string, property: string): readonly Resource[] {
  const { id, template } = resource;
  const others = template.stack.system?.mentioning(template.stack, id, type) ?? [];
  const elsewhere = others.flatMap(stack => {
    const other = template.templateOf(stack);
    return other.resources(type).filter(user => {
      const value = user.symbolic(property);
      return value.is === 'known' && mentions(value.value, other, resource);
    });
  });
  return [...localUsersOf(resource, type), ...elsewhere];
}

/** Why a stack that is not seen may add something to a resource that is handed to it. */
export function handedOn(resource: Resource): Sentence | undefined {
  for (const stack of stacksMentioning(resource)) {
    const nested = unseenNested(stack).find(({ id }) => isHandedTo(resource, stack, id));
    if (nested) return say`\`${nested.id}\`, which \`${resource.id}\` is passed to, may add to it`;
  }
  return undefined;
}

/** Whether stacks that are not seen may import a resource. */
export function isExported(resource: Resource): boolean {
  return isInOutput(resource, () => false);
}

/** The same, or learn of it from the outputs of a stack that is nested in none that is seen. */
export function isPublished(resource: Resource): boolean {
  return isInOutput(resource, stack => stack.parent === undefined);
}

function isInOutput(resource: Resource, counts: (stack: Stack) => boolean): boolean {
  return stacksMentioning(resource).some(stack => {
    const { outputs, references } = stack.declarations;
    const isOwn = stack === resource.template.stack;
    if (isOwn && !references.inOutputs(resource.id)) return false;
    return [...outputs].some(([name, output]) => {
      const isForOthers = nodeAt(child(output, 'Export')) && !isForApp(stack, name);
      if (!counts(stack) && !isForOthers) return false;
      const template = resource.template.templateOf(stack);
      const value = template.symbolic(output, 'Value');
      return value.is === 'known' ? mentions(value.value, template, resource) : isOwn;
    });
  });
}

/**
 * Whether the CDK exports an output for other stacks of the same app, which are in the same assembly: what else it is
 * for has a name of its own. https://docs.aws.amazon.com/cdk/v2/guide/resources.html#resource-stack
 */
function isForApp(stack: Stack, output: string): boolean {
  return stack.deployed !== undefined && output.startsWith('ExportsOutput');
}

/** The stack of a resource and those that mention it; its own comes first. */
function stacksMentioning({ id, template: { stack } }: Resource): readonly Stack[] {
  return [stack, ...(stack.system?.mentioning(stack, id) ?? [])];
}

function localUsersOf({ id, template }: Resource, type: string): readonly Resource[] {
  const { references, resources } = template.declarations;
  return references
    .to(id)
    .filter(user => resources.get(user)?.type === type)
    .flatMap(user => template.resource(user) ?? []);
}

/** The nested stacks and modules of a template whose own templates were not given. */
const unseenNested = memoize(({ declarations, children }: Stack): readonly ResourceDeclaration[] =>
  [...declarations.resources.values()].filter(({ id, type }) => NESTING.test(type) && !children.has(id)),
);

function isHandedTo(resource: Resource, stack: Stack, id: string): boolean {
  const nested = resource.template.templateOf(stack).resource(id);
  if (!nested) return false;
  if (nested.template === resource.template)
    return stack.declarations.references.to(resource.id).includes(id);
  const given = nested.symbolic('Parameters');
  return given.is === 'known' && mentions(given.value, nested.template, resource);
}

/** Whether a value of a template is made of what a resource gives. */
function mentions(value: Json, from: Template, { id, template }: Resource): boolean {
  return resourcesIn(value, from.key).some(each => each.key === template.key && each.id === id);
}
