import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { ownerOf } from '../launchers/service.ts';
import { pathsOf } from '../model/session-properties.ts';
import { ENABLE_EXECUTE_COMMAND } from './enable-execute-command.ts';

/** What runs tasks, but has no flag that switches ECS Exec on in this template. */
export interface WithoutExecProperty {
  readonly resource: Resource;
  /** A complete sentence. */
  readonly why: Sentence;
}

/**
 * Express services have no such property, and task sets have what their service has.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ecs-taskset.html
 */
export function launchersWithoutExecProperty(template: Template): readonly WithoutExecProperty[] {
  const express = withoutProperty(template, 'AWS::ECS::ExpressGatewayService').map(resource => ({
    resource,
    why: say`Express service \`${resource.id}\` has no \`EnableExecuteCommand\`: CloudFormation cannot enable ECS Exec for it.`,
  }));
  const sets = withoutProperty(template, 'AWS::ECS::TaskSet').flatMap(resource => {
    const service = ownerOf(resource);
    if (service.is !== 'unknown' || service.dangling !== undefined) return [];
    const why = say`Task set \`${resource.id}\` has ECS Exec if its service enables it, which is not visible here: ${service.why}.`;
    return [{ resource, why }];
  });
  return [...express, ...sets];
}

function withoutProperty(template: Template, type: string): readonly Resource[] {
  return pathsOf(type, ENABLE_EXECUTE_COMMAND).length > 0 ? [] : template.resources(type);
}
