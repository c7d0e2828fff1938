/**
 * A second evaluator of IAM policies, for concrete requests, written from the documentation alone.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Condition;
}

export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** All that a role has, and what limits it. */
export interface Setup {
  readonly policies: readonly (readonly Statement[])[];
  readonly boundary: readonly Statement[] | undefined;
}

export interface ConcreteRequest {
  readonly action: string;
  readonly resource: string;
  /** Condition keys with their values; one that is missing is absent. */
  readonly context: ReadonlyMap<string, string>;
}

/** How the ARNs are read that leave out fields and have a wildcard before: with the fields filled in, or as they are. */
export type Reading = (pattern: string) => 'filled in' | 'as it is';

export function isAllowed(
  { policies, boundary }: Setup,
  request: ConcreteRequest,
  reading: Reading,
): boolean {
  return (
    allows(policies.flat(), request, reading) &&
    (boundary === undefined || allows(boundary, request, reading))
  );
}

/** An explicit Deny wins; without an Allow everything is denied. */
function allows(statements: readonly Statement[], request: ConcreteRequest, reading: Reading): boolean {
  const matching = statements.filter(each => applies(each, request, reading));
  return matching.some(each => each.Effect === 'Allow') && matching.every(each => each.Effect === 'Allow');
}

export function applies(statement: Statement, request: ConcreteRequest, reading: Reading): boolean {
  const { Action, NotAction, Resource, NotResource, Condition: condition = {} } = statement;
  const namesAction = (patterns: string | readonly string[]): boolean =>
    listed(patterns).some(each => glob(each.toLowerCase(), request.action.toLowerCase()));
  const namesResource = (patterns: string | readonly string[]): boolean =>
    listed(patterns).some(each => coversArn(each, request.resource, reading));
  return (
    (NotAction === undefined ? namesAction(Action ?? []) : !namesAction(NotAction)) &&
    (NotResource === undefined ? namesResource(Resource ?? []) : !namesResource(NotResource)) &&
    Object.entries(condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) =>
        meets(operator, listed(values), request.context.get(key.toLowerCase())),
      ),
    )
  );
}

function listed(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

function coversArn(pattern: string, arn: string, reading: Reading): boolean {
  const missing = 6 - pattern.split(':').length;
  if (!pattern.startsWith('arn:') || missing <= 0) return glob(pattern, arn);
  return glob(reading(pattern) === 'filled in' ? pattern + ':*'.repeat(missing) : pattern, arn);
}

function glob(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\/-]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
function meets(operator: string, values: readonly string[], present: string | undefined): boolean {
  if (operator === 'Null') return values.includes(String(present === undefined));
  const [, name = '', ifExists] = /^(.*?)(IfExists)?$/.exec(operator) ?? [];
  if (present === undefined) return ifExists !== undefined || name.includes('Not');
  const any = (test: (value: string) => boolean): boolean => values.some(test);
  switch (name) {
    case 'Bool':
    case 'StringEquals':
      return any(each => each === present);
    case 'StringNotEquals':
      return !any(each => each === present);
    case 'StringLike':
      return any(each => glob(each, present));
    case 'StringNotLike':
      return !any(each => glob(each, present));
    case 'DateGreaterThan':
      return any(each => Date.parse(present) > Date.parse(each));
    case 'DateLessThan':
      return any(each => Date.parse(present) < Date.parse(each));
    default:
      throw new Error(`${operator} is not evaluated here`);
  }
}
