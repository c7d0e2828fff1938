import type { StackResources } from '../../cfn/template/account.ts';
import { say } from '../../i18n/sentence.ts';
import { isObject } from '../../syntax/json-value.ts';
import type { DescribedStack } from '../described.ts';
import type { Fields } from '../fields.ts';

/** `cloudformation list-exports`: a stack for each export. */
export function exportedOutputs(output: Fields): readonly DescribedStack[] {
  return output.list('Exports').map(each => {
    const exportName = each.text('Name');
    const value = each.optionalText('Value') ?? '';
    return { stackId: each.text('ExportingStackId'), outputs: [{ key: undefined, value, exportName }] };
  });
}

/** `cloudformation describe-stacks` */
export function stackOutputs(output: Fields): readonly DescribedStack[] {
  return output.list('Stacks').flatMap(stack => {
    const outputs = stack.list('Outputs').map(each => ({
      key: each.text('OutputKey'),
      value: each.optionalText('OutputValue') ?? '',
      exportName: each.optionalText('ExportName'),
    }));
    stack.text('StackName');
    const isDeleted = stack.optionalText('StackStatus') === 'DELETE_COMPLETE';
    return isDeleted ? [] : [{ stackId: stack.text('StackId'), outputs }];
  });
}

/** `cloudformation list-stack-resources` */
export function stackResources(output: Fields): StackResources {
  const resources = output.list('StackResourceSummaries').flatMap(each => {
    const type = each.text('ResourceType');
    const id = each.text('LogicalResourceId');
    const physicalId = each.optionalText('PhysicalResourceId');
    const isGone = each.optionalText('ResourceStatus') === 'DELETE_COMPLETE';
    return isGone || physicalId === undefined ? [] : [[id, { type, physicalId }] as const];
  });
  return new Map(resources);
}

/** The text of the template in `cloudformation get-template`, which is a map where it was written in JSON. */
export function templateBody(output: Fields): string {
  const body = output.at('TemplateBody')?.value ?? null;
  if (typeof body === 'string') return body;
  if (isObject(body)) return JSON.stringify(body);
  throw output.unexpected('TemplateBody', say`\`TemplateBody\` takes a template.`);
}
