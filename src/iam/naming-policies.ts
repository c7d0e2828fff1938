import { intrinsic } from '../cfn/functions/intrinsic.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import type { Declarations, ResourceDeclaration } from '../cfn/template/declarations.ts';
import type { Value } from '../cfn/value.ts';
import type { Node } from '../syntax/node.ts';
import { child, nodeAt } from '../syntax/place.ts';
import { ROLE_PROPERTIES } from './role-attachments.ts';
import { stringList } from './statements.ts';

/** A policy that is a resource of its own and names roles. */
export interface NamingPolicy {
  readonly declaration: ResourceDeclaration;
  /** The roles that it names, where they are the same in all scenarios. */
  readonly roles: readonly Value<string>[] | undefined;
  /** Whether the role occurs in it. */
  readonly mentions: boolean;
}

export function rolesOf(template: Template, { type, at }: ResourceDeclaration): readonly Value<string>[] {
  const names = stringList(template, at, 'Properties', ROLE_PROPERTIES.get(type) ?? '');
  if (names.is === 'known') return names.value;
  return names.is === 'unknown' ? [names] : [];
}

const namingFreelyIn = new WeakMap<Declarations, readonly NamingPolicy[]>();

/** The policies that name a role in any other way than by `Ref`: only they can name one by the name that it has. */
export function namingFreely(template: Template): readonly NamingPolicy[] {
  const { declarations } = template;
  const known = namingFreelyIn.get(declarations);
  if (known) return known;
  const candidates = [...ROLE_PROPERTIES].flatMap(([type, property]) =>
    declarations.ofType(type).flatMap(declaration => {
      const node = nodeAt(child(declaration.at, 'Properties', property));
      if (!node || isByReference(node, declarations)) return [];
      return [
        {
          declaration,
          roles: calls(node, 'Fn::If') ? undefined : rolesOf(template, declaration),
          mentions: false,
        },
      ];
    }),
  );
  namingFreelyIn.set(declarations, candidates);
  return candidates;
}

function isByReference(node: Node, { resources }: Declarations): boolean {
  const items = node.kind === 'sequence' ? node.items : [node];
  return items.every(item => {
    const call = intrinsic(item);
    return (
      call?.name === 'Ref' && call.argument.kind === 'scalar' && resources.has(String(call.argument.value))
    );
  });
}

/** Whether a function is called anywhere in a value. */
function calls(node: Node, name: string): boolean {
  if (intrinsic(node)?.name === name) return true;
  if (node.kind === 'sequence') return node.items.some(item => calls(item, name));
  return node.kind === 'mapping' && node.entries.some(each => calls(each.value, name));
}
