import { visit, type Node as YamlNode } from 'yaml';
import type { Document } from '../../syntax/document.ts';
import type { Node } from '../../syntax/node.ts';
import { isTokenSource } from '../../syntax/source-tokens.ts';
import { memoize } from '../../util/memoize.ts';

/** Whether an alias or a merge key repeats a node elsewhere, so that a change here would be one there too. */
export function isAliased(document: Document, node: Node): boolean {
  const { origin } = node;
  return node.anchored && anchorsIn(origin, 'own').some(name => aliasesOf(document).has(name));
}

/** Whether something below a node, or the node itself, is repeated elsewhere. */
export function containsAliased(document: Document, origin: Node['origin']): boolean {
  const aliases = aliasesOf(document);
  return aliases.size > 0 && anchorsIn(origin, 'all').some(name => aliases.has(name));
}

/** Whether something below a node is an alias, which says nothing where its anchor does not stand above. */
export function containsAlias(origin: Node['origin']): boolean {
  let found = false;
  if (isYaml(origin))
    visit(origin, {
      Alias: () => {
        found = true;
        return visit.BREAK;
      },
    });
  return found;
}

const aliasesOf = memoize(({ text, root }: Document): ReadonlySet<string> => {
  const names = new Set<string>();
  if (text.includes('*') && isYaml(root.origin))
    visit(root.origin, { Alias: (_, { source }) => void names.add(source) });
  return names;
});

function anchorsIn(origin: Node['origin'], which: 'own' | 'all'): readonly string[] {
  if (!isYaml(origin)) return [];
  const names: string[] = [];
  visit(origin, {
    Value: (_, node) => {
      if (node.anchor !== undefined) names.push(node.anchor);
      return which === 'own' ? visit.BREAK : undefined;
    },
  });
  return names;
}

/** What is read without the library has neither anchors nor aliases. */
function isYaml(origin: Node['origin']): origin is YamlNode {
  return origin !== undefined && !isTokenSource(origin);
}
