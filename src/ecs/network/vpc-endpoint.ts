import { hasPlaceholder } from '../../cfn/functions/placeholder.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { type Answer, absent, certain, known, unknown, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { scalarText } from '../../syntax/json-value.ts';
import type { Place } from '../../syntax/place.ts';
import { type ResourceList, targetsOf } from '../model/network-configuration.ts';
import { ResourceModel } from '../model/resource-model.ts';
import { booleanProperty, textAt } from '../resolve/scalars.ts';
import { regionOfAwsService } from './endpoint-services.ts';
import { handedOn, nestedWith } from './stack-references.ts';
import { vpcAt } from './vpc.ts';

const TYPE = 'AWS::EC2::VPCEndpoint';

/** An AWS service, by the last part of its endpoints' names: `ssmmessages`, `ecr.api`. */
export type ServiceName = 'ssmmessages' | 'kms' | 'logs' | 's3';

/** An `AWS::EC2::VPCEndpoint`. */
export class Endpoint extends ResourceModel {
  isInterface(): Answer['is'] {
    const type = typeAt(this.resource.template, this.at);
    if (type === undefined) return 'unknown';
    return type === 'Interface' ? 'yes' : 'no';
  }

  /** Whether the names of the service lead to it; absent is off. */
  privateDns(): Answer {
    return booleanProperty(this.resource.template, this.resource.find('PrivateDnsEnabled'));
  }

  /** Where its policy stands, or would. */
  policyPlace(): Place {
    return this.resource.place('PolicyDocument');
  }

  /** Those that a gateway adds routes to. */
  routeTables(): Value<ResourceList> {
    return targetsOf(this.resource.template, this.resource.find('RouteTableIds'));
  }

  /** Absent means the default group of the VPC. */
  securityGroups(): Value<ResourceList> {
    return targetsOf(this.resource.template, this.resource.find('SecurityGroupIds'));
  }

  /** Whether something else of this template, or of another, gives it a name. */
  isNamedElsewhere(): boolean {
    const { references } = this.resource.template.declarations;
    return references.inOutputs(this.id) || references.to(this.id).length > 0;
  }
}

/** The endpoints in a VPC for a service, in whatever stack; unknown when there may be one that is not seen. */
export function endpointsFor(vpc: Resource, service: ServiceName): Value<readonly Endpoint[]> {
  const nested = new Set(nestedWith(vpc.template.stack));
  const found: Endpoint[] = [];
  let doubt: Sentence | undefined;
  for (const { declarations } of nested) doubt ??= declarations.unseen(TYPE);
  for (const template of templatesWithEndpoints(vpc)) {
    for (const { id, at } of template.declarations.ofType(TYPE)) {
      const serves = isFor(template, at, service);
      const resource = serves === 'no' ? undefined : template.resource(id);
      const isIn = resource ? isInVpc(resource, vpc) : 'no';
      if (!resource || isIn === 'no') continue;
      if (serves === 'yes' && isIn === 'yes') found.push(new Endpoint(resource));
      else if (nested.has(template.stack)) doubt ??= say`the endpoint \`${id}\` may be one`;
    }
  }
  if (found.length > 0) return known(found, vpc.at, doubt);
  doubt ??= handedOn(vpc);
  return doubt === undefined ? absent(vpc.at) : unknown(doubt, vpc.at);
}

/** The interface endpoints in a VPC for services of AWS, which show that AWS is meant to be reached that way. */
export function interfaceEndpoints(vpc: Resource): readonly Endpoint[] {
  return templatesWithEndpoints(vpc).flatMap(template =>
    template.declarations.ofType(TYPE).flatMap(({ id, at }) => {
      const resource = isInterfaceToAws(template, at) ? template.resource(id) : undefined;
      return resource && isInVpc(resource, vpc) === 'yes' ? [new Endpoint(resource)] : [];
    }),
  );
}

/** The templates whose endpoints may be in a VPC; its own comes first. */
function templatesWithEndpoints({ id, template }: Resource): readonly Template[] {
  const { stack } = template;
  const stacks = new Set([stack, ...nestedWith(stack), ...(stack.system?.mentioning(stack, id, TYPE) ?? [])]);
  return [...stacks]
    .filter(({ declarations }) => declarations.ofType(TYPE).length > 0)
    .map(each => template.templateOf(each));
}

/** Others lead to services of somebody else. */
function isInterfaceToAws(template: Template, at: Place): boolean {
  const name = template.symbolic(at, 'Properties', 'ServiceName');
  const isAws = name.is === 'known' && regionOfAwsService(scalarText(name.value) ?? '') !== undefined;
  return isAws && typeAt(template, at) === 'Interface';
}

/** Absent means that it is a gateway; nothing where it is not known. */
function typeAt(template: Template, at: Place): string | undefined {
  const type = textAt(template, template.find(at, 'Properties', 'VpcEndpointType'));
  return type.is === 'absent' ? 'Gateway' : certain(type);
}

/** Names are compared by their last part: before it come the region and what the partition begins them with. */
function isFor(template: Template, at: Place, service: ServiceName): Answer['is'] {
  const name = template.symbolic(at, 'Properties', 'ServiceName');
  if (name.is !== 'known' || typeof name.value !== 'string') return name.is === 'absent' ? 'no' : 'unknown';
  if (new RegExp(`\\.${service}(?:-fips)?$`).test(name.value)) return 'yes';
  return hasPlaceholder(name.value.slice(name.value.lastIndexOf('.') + 1)) ? 'unknown' : 'no';
}

function isInVpc(endpoint: Resource, vpc: Resource): Answer['is'] {
  const own = vpcAt(endpoint.template, endpoint.find('VpcId'));
  if (own.is !== 'known') return own.is === 'absent' ? 'no' : 'unknown';
  return own.value.sameAs(vpc) ? 'yes' : 'no';
}
