import { intrinsic } from '../cfn/functions/intrinsic.ts';
import { entry, type Node } from '../syntax/node.ts';
import { nodeAt, type Place } from '../syntax/place.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
const ELEMENTS: ReadonlyMap<string, string> = new Map(
  [
    'Version',
    'Id',
    'Statement',
    'Sid',
    'Effect',
    'Principal',
    'NotPrincipal',
    'Action',
    'NotAction',
    'Resource',
    'NotResource',
    'Condition',
  ].map(name => [name.toLowerCase(), name]),
);

/** The element of a policy that a key is meant for: its name in another case, or in the plural. */
export function elementMeantBy(key: string): string | undefined {
  return ELEMENTS.get(key.toLowerCase().replace(/[^a-z]|s$/g, ''));
}

/** The key under which an element of a policy stands: its name, or else one that is meant for it. */
export function elementKey(map: Place, name: string): string {
  const node = nodeAt(map);
  if (node?.kind !== 'mapping' || entry(node, name)) return name;
  return node.entries.find(({ key }) => elementMeantBy(key) === name)?.key ?? name;
}

/** The effect that a text is meant for; IAM takes it in no other case. */
export function effectMeantBy(text: string): 'Allow' | 'Deny' | undefined {
  return (['Allow', 'Deny'] as const).find(each => each.toLowerCase() === text.trim().toLowerCase());
}

/** The action that a text is meant for: IAM takes no blank in it. */
export function actionMeantBy(text: string): string | undefined {
  const action = text.replace(/\s/g, '');
  return /^(?:[a-z0-9-]+:[a-z0-9*?]+|\*)$/i.test(action) ? action : undefined;
}

/** Whether a map stands there that is no function, where a policy takes text. */
export function isMap(node: Node | undefined): boolean {
  return node?.kind === 'mapping' && node.tag === undefined && intrinsic(node) === undefined;
}

/** The text that a map of one key in an element is meant for: `s3: GetObject` as an action has a blank too much. */
export function textMeantBy(node: Node | undefined, element: string): string | undefined {
  if (node?.kind !== 'mapping' || !isMap(node)) return undefined;
  const [only, another] = node.entries;
  if (!only || another || only.value.kind !== 'scalar' || only.value.value === null) return undefined;
  const text = `${only.key}:${only.value.written ?? only.value.value}`;
  if (element.endsWith('Action')) return actionMeantBy(text);
  return /^arn:(?:[^:\s]*:){4}\S+$/.test(text) ? text : undefined;
}
