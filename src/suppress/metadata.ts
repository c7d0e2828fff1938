import { type Sentence, say } from '../i18n/sentence.ts';
import type { Document } from '../syntax/document.ts';
import { entry, type Node, type Range } from '../syntax/node.ts';
import { child, nodeAt, type Path, type Place } from '../syntax/place.ts';
import { nearest } from '../util/did-you-mean.ts';
import { everything, type Ignore, MARK } from './ignore.ts';
import { resourcePath, resourceTexts } from './resources.ts';

const LIST = 'ignore';

/** `Metadata: {ecs-exec-lint: {ignore: [rule, {rule, reason}]}}`, of a resource or of the template. */
export function ignoresInMetadata(document: Document): readonly Ignore[] {
  const top: Place = { document, path: [] };
  return [
    ...ignoresIn(child(top, 'Metadata'), everything(document)),
    ...resourceTexts(document).flatMap(({ at, key, end }) =>
      ignoresIn(child(at, 'Metadata'), { start: key.start, end }),
    ),
  ];
}

function ignoresIn(metadata: Place, covers: Range): readonly Ignore[] {
  const settings = child(metadata, MARK);
  const node = nodeAt(settings);
  if (!node) return [];
  if (node.kind !== 'mapping') return [malformed(settings, covers, HOW)];
  return node.entries.flatMap(({ key, value }) =>
    key === LIST
      ? listed(child(settings, key), value, covers)
      : [malformed(child(settings, key), covers, unknownSetting(key))],
  );
}

/** Where the list of a resource's ignores stands, or would; that of the template for what is in no resource. */
export function metadataOf(document: Document, path: Path): Place {
  return child({ document, path: resourcePath(path) ?? [] }, 'Metadata', MARK, LIST);
}

const HOW = say`This has no effect: write \`"ecs-exec-lint": {"ignore": ["rule", {"rule": "other-rule", "reason": "why"}]}\`.`;

function unknownSetting(key: string): Sentence {
  const meant = nearest(key, [LIST]);
  return meant === undefined
    ? say`The metadata \`${MARK}\` has no setting \`${key}\`: it takes \`ignore\`.`
    : say`The metadata \`${MARK}\` has no setting \`${key}\`: did you mean \`${meant}\`?`;
}

function listed(list: Place, node: Node, covers: Range): readonly Ignore[] {
  const items = node.kind === 'sequence' ? node.items : [node];
  return items.map((item, i) => {
    const at = node.kind === 'sequence' ? child(list, i) : list;
    const rule = wordsOf(item.kind === 'mapping' ? entry(item, 'rule')?.value : item);
    const reason = item.kind === 'mapping' ? wordsOf(entry(item, 'reason')?.value) : undefined;
    return rule === undefined ? malformed(at, covers, HOW) : { rule, reason, at, covers };
  });
}

function malformed(at: Place, covers: Range, why: Sentence): Ignore {
  return { rule: '', reason: undefined, at, covers, malformed: why };
}

function wordsOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
}
