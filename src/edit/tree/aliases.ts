import { visit, type Node as YamlNode } from 'yaml';
import type { Document } from '../../syntax/document.ts';
import type { Node } from '../../syntax/node.ts';
import { memoize } from '../../util/memoize.ts';

/** Whether an alias or a merge key repeats a node elsewhere, so that a change here would be one there too. */
export function isAliased(document: Document, node: Node): boolean {
  const { origin } = node;
  return node.anchored && anchorsIn(origin, 'own').some(name => aliasesOf(document).has(name));
}

/** Whether something below a node, or the node itself, is repeated elsewhere. */
export function containsAliased(document: Document, origin: YamlNode | null | undefined): boolean {
  const aliases = aliasesOf(document);
  return aliases.size > 0 && anchorsIn(origin, 'all').some(name => aliases.has(name));
}

/** Whether something below a node is an alias, which says nothing where its anchor does not stand above. */
export function containsAlias(origin: YamlNode | undefined): boolean {
  let found = false;
  if (origin)
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
  if (text.includes('*') && root.origin)
    visit(root.origin, { Alias: (_, { source }) => void names.add(source) });
  return names;
});

function anchorsIn(origin: YamlNode | null | undefined, which: 'own' | 'all'): readonly string[] {
  if (!origin) return [];
  const names: string[] = [];
  visit(origin, {
    Value: (_, node) => {
      if (node.anchor !== undefined) names.push(node.anchor);
      return which === 'own' ? visit.BREAK : undefined;
    },
  });
  return names;
}
