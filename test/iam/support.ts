import type { Template } from '../../src/cfn/scenario/scenario-template.ts';
import { Scenarios } from '../../src/cfn/scenario/scenarios.ts';
import { Declarations } from '../../src/cfn/template/declarations.ts';
import { Role } from '../../src/ecs/model/role.ts';
import type { AccessDecision } from '../../src/iam/access-decision.ts';
import { parse } from '../../src/syntax/parse.ts';
import type { Place } from '../../src/syntax/place.ts';

export const OPEN = 'ssmmessages:OpenDataChannel';

const TRUST = `      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: "sts:AssumeRole" }`;

/** A role whose one inline policy has these statements, written as flow maps; and what else the template holds. */
export function roleWith(statements: readonly string[], rest = ''): string {
  const items = statements.map(each => `              - ${each}\n`).join('');
  const statement = items === '' ? ' []\n' : `\n${items}`;
  return `${rest}
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
${TRUST}
      Policies:
        - PolicyName: Own
          PolicyDocument:
            Version: "2012-10-17"
            Statement:${statement}`;
}

/** A role with these properties, indented by six; and other resources, indented by two. */
export function role(properties: string, others = '', rest = ''): string {
  return `${rest}\nResources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n${TRUST}\n${properties}\n${others}`;
}

/** The answers of all scenarios to a question about the role `Role`, in the order in which they are reached. */
export function askAll<T>(
  yaml: string,
  question: (role: Role, template: Template) => T,
  given: Readonly<Record<string, string>> = {},
): readonly T[] {
  const document = parse('template.yaml', yaml);
  if (document.problems.length > 0) throw new Error(`${document.problems[0]?.message}\n${yaml}`);
  const explored = new Scenarios(new Declarations(document, given)).explore(template => {
    const resource = template.resource('Role');
    if (!resource) throw new Error('there is no `Role`');
    return question(new Role(resource), template);
  });
  return explored.answers.map(each => each.value);
}

/** The one answer that all scenarios give. */
export function ask<T>(
  yaml: string,
  question: (role: Role, template: Template) => T,
  given: Readonly<Record<string, string>> = {},
): T {
  const [first, ...others] = askAll(yaml, question, given);
  if (first === undefined) throw new Error('there is no scenario');
  for (const other of others)
    if (JSON.stringify(show(other)) !== JSON.stringify(show(first))) throw new Error('the scenarios differ');
  return first;
}

function show(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'is' in value ? value.is : value;
}

export function grantOf(yaml: string, action: string = OPEN, resource?: readonly string[]): AccessDecision {
  return ask(yaml, each => each.access(action, resource));
}

/** `allowed`, `implicit deny`, `restricted by condition`, `granted, perhaps denied`, … */
export function answer(decision: AccessDecision): string {
  switch (decision.is) {
    case 'allowed':
      return decision.perhapsDeniedBy.length > 0 ? 'granted, perhaps denied' : 'allowed';
    case 'explicit deny':
      return decision.boundary ? 'explicit deny by boundary' : 'explicit deny';
    case 'restricted':
      return `restricted by ${decision.why}`;
    case 'unknown':
    case 'implicit deny':
      return decision.is;
  }
}

/** What is said about an action by a role whose inline policy has these statements. */
export function verdict(
  statements: readonly string[],
  action: string = OPEN,
  resource?: readonly string[],
): string {
  return answer(grantOf(roleWith(statements), action, resource));
}

export function path(place: Place | undefined): string {
  return place ? place.path.join('.') : '';
}
