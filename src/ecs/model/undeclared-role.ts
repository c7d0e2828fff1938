import { display, hasPlaceholder } from '../../cfn/functions/placeholder.ts';
import { nearestTo } from '../../cfn/scenario/nearest.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Stack } from '../../cfn/scenario/stack.ts';
import { andThen, known, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import { type AccessDecision, combineEffects } from '../../iam/access-decision.ts';
import { policiesAttachedByName } from '../../iam/attached-by-name.ts';
import { type PolicyResource, statementEffects } from '../../iam/attached-policies.ts';
import type { Coverage } from '../../iam/pattern-match.ts';
import type { Request, RequestContext } from '../../iam/request.ts';
import { type RolePrincipal, resourcePolicyEffects } from '../../iam/resource-policies.ts';
import { sharedName, stacksByRoleName } from '../../iam/role-attachments.ts';
import { roleNamesIn } from '../../iam/role-name.ts';
import { scalarText } from '../../syntax/json-value.ts';
import type { Place } from '../../syntax/place.ts';
import { mayBeNamed } from '../resolve/named-environment.ts';
import type { ResourceProperty } from '../resolve/resource-property.ts';
import { RolePermissions } from './role-permissions.ts';

/**
 * A role that no template declares, with the policies that are attached to it by its name. What they allow or deny
 * counts; of all else nothing is known, since the role may have more policies where it is declared.
 */
class UndeclaredRole extends RolePermissions implements RolePrincipal {
  readonly id: string;
  readonly at: Place;
  readonly template: Template;
  readonly tasks: Stack;
  readonly #names: readonly string[];
  readonly #policies: readonly PolicyResource[];

  constructor(names: readonly string[], at: Place, template: Template, policies: readonly PolicyResource[]) {
    super();
    this.id = display(names[0] ?? '');
    this.at = at;
    this.template = template;
    this.tasks = template.stack;
    this.#names = names;
    this.#policies = policies;
  }

  hasArn(arn: string): Coverage {
    if (!this.template.stack.mayHave(arn)) return 'no';
    if (roleNamesIn(arn).some(each => this.#names.includes(each))) return 'yes';
    return [arn, ...this.#names].some(hasPlaceholder) ? 'unknown' : 'no';
  }

  policies(): readonly PolicyResource[] {
    return this.#policies;
  }

  access(
    action: string,
    resource: readonly string[] = ['*'],
    context: RequestContext = new Map(),
  ): AccessDecision {
    const request: Request = { action, resource, requester: 'task', context };
    const seen = this.#policies.flatMap(policy => statementEffects(this, policy, request));
    const why = say`no policy of these templates allows \`${action}\` to \`${this.id}\`, which is declared elsewhere`;
    return combineEffects([
      ...seen,
      ...resourcePolicyEffects(this, request),
      { is: 'unknown', at: this.at, why },
    ]);
  }
}

const ROLE = 'AWS::IAM::Role';

/** The role that is named at a place and declared in no template; nothing unless policies are attached to it there. */
export function undeclaredRoleAt(property: ResourceProperty): Value<RolePermissions> | undefined {
  const { template } = property;
  const texts = [property.symbolicWithImports(), property.read()];
  const written = texts.flatMap(each => (each.is === 'known' ? (scalarText(each.value) ?? []) : []));
  const names = written.flatMap(roleNamesIn);
  const at = texts[0]?.at;
  if (names.length === 0 || at === undefined) return undefined;
  const shared = names.map(each => sharedName(each, template));
  const isMeant = (other: Stack): boolean =>
    written.every(each => mayBeNamed(each, ROLE, template.stack, other)) &&
    (other === template.stack || isNearestTo(other, shared, template));
  const policies = policiesAttachedByName(template, shared, isMeant);
  return policies.length > 0 ? known(new UndeclaredRole(names, at, template, policies), at) : undefined;
}

/** Whether no other stack that is nearer has a task role of the name. */
function isNearestTo(other: Stack, names: readonly string[], { stack }: Template): boolean {
  const users = names.flatMap(each =>
    other.system ? (stacksWithTaskRole(other.system).get(each) ?? []) : [],
  );
  return nearestTo([...new Set([stack, ...users])], each => each, other).includes(stack);
}

const stacksWithTaskRole = stacksByRoleName(['AWS::ECS::TaskDefinition'], definition =>
  andThen(definition.find('TaskRoleArn'), at => known([at], at)),
);
