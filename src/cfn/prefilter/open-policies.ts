/** The roles of a policy, up to the next key that is not of a function; `RoleName` is that of a role in most templates. */
const ROLES = rolesOf('Roles');
const ROLES_OR_ROLE_NAME = rolesOf('(?:Roles|RoleName)');
const REFERENCE = /(?:!Ref\s+["']?|\bRef["']?\s*:\s*["']?|\$\{)(\w+)/g;

function rolesOf(property: string): RegExp {
  const key = `["']?\\b(?!Ref\\b|GetAtt\\b)[A-Z]\\w*["']?\\s*:[^:]`;
  return new RegExp(`\\b${property}["']?\\s*:(?:(?!${key})[\\s\\S]){0,2000}`, 'g');
}

/**
 * Whether a text may hold a policy for roles that only whoever deploys it names: a role in any template may be one. By
 * plain search.
 */
export function mayBeForAnyRole(text: string): boolean {
  if (!/AWS::IAM::(?:Managed|Role)?Policy\b/.test(text)) return false;
  const named = text.match(text.includes('AWS::IAM::RolePolicy') ? ROLES_OR_ROLE_NAME : ROLES) ?? [];
  if (named.some(each => /\{\{resolve:|ImportValue|FindInMap/.test(each))) return true;
  const names = named.flatMap(each => [...each.matchAll(REFERENCE)].map(match => match[1] ?? ''));
  return [...new Set(names)].some(name => mayBeParameter(text, name));
}

function mayBeParameter(text: string, name: string): boolean {
  const declared = `\\b${name}["']?\\s*:(?:(?!Properties)[\\s\\S]){0,5000}?\\bType["']?\\s*:\\s*["']?`;
  return new RegExp(`${declared}(?:String|CommaDelimitedList|List<|AWS::SSM::)`).test(text);
}

export function mayDeclareRole(text: string): boolean {
  return /AWS::IAM::Role\b|AWS::Serverless::/.test(text);
}
