import { outsideLoops } from '../cfn/template/foreach.ts';
import { ENABLE_EXECUTE_COMMAND } from '../ecs/enablement/enable-execute-command.ts';
import type { Edit } from '../edit/tree/edit.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import { nodeAt, type Path } from '../syntax/place.ts';
import { distance } from '../util/did-you-mean.ts';

/**
 * Why something that a fix would add may be there already, under a name that is nearly its own: `properties` beside
 * which there would come `Properties`. A complete sentence. For the flag of ECS Exec a rule finds that.
 */
export function misnamed(edits: readonly Edit[]): Sentence | undefined {
  const changed = new Set(edits.flatMap(edit => ('value' in edit ? [] : [JSON.stringify(edit.at.path)])));
  for (const edit of edits) {
    const missing = 'value' in edit ? firstMissing(edit) : undefined;
    if (!missing || missing.key === ENABLE_EXECUTE_COMMAND) continue;
    const near = missing.keys.find(
      key => isNear(key, missing.key) && !changed.has(JSON.stringify([...missing.map, key])),
    );
    if (near !== undefined)
      return say`There already is \`${near}\`, which may be meant as \`${missing.key}\`.`;
  }
  return undefined;
}

interface Missing {
  readonly key: string;
  /** The map that lacks it, and the keys that it has. */
  readonly map: Path;
  readonly keys: readonly string[];
}

/**
 * The first key on the way of an edit that is not there, in or below a resource: its own name is up to whoever writes
 * it.
 */
function firstMissing({ at: { document, path } }: Edit): Missing | undefined {
  for (const [depth, key] of path.entries()) {
    if (nodeAt({ document, path: path.slice(0, depth + 1) })) continue;
    const map = path.slice(0, depth);
    const node = nodeAt({ document, path: map });
    if (typeof key !== 'string' || node?.kind !== 'mapping' || outsideLoops(map).length < 2) return undefined;
    return { key, map, keys: node.entries.map(each => each.key) };
  }
  return undefined;
}

function isNear(written: string, meant: string): boolean {
  return meant.length > 5 && distance(written.toLowerCase(), meant.toLowerCase()) <= 3;
}
