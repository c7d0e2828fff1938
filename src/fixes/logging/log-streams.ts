import { intrinsic, text } from '../../cfn/functions/intrinsic.ts';
import type { Mismatch } from '../../ecs/logging/resource-mismatch.ts';
import { type Edit, set } from '../../edit/tree/edit.ts';
import type { Json } from '../../syntax/json.ts';
import type { Node } from '../../syntax/node.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';

/** Lets the ARN of a log group cover the streams in it. Nothing where the ARN is computed, or stands in a text. */
export function addStreamWildcard({ at, lacksStreams }: Mismatch): readonly Edit[] | undefined {
  if (!lacksStreams || at.document.within) return undefined;
  const node = nodeAt(at);
  const call = intrinsic(node);
  if (!call) return withStreams(at, node, arn => arn);
  if (call.name !== 'Fn::Sub') return undefined;
  return call.argument.kind === 'sequence'
    ? withStreams(child(at, call.name, 0), call.argument.items[0], arn => arn)
    : withStreams(at, call.argument, arn => ({ [call.name]: arn }));
}

function withStreams(
  at: Place,
  arn: Node | undefined,
  say: (arn: string) => Json,
): readonly Edit[] | undefined {
  const written = text(arn);
  return written === undefined ? undefined : [set(at, say(`${written}:*`))];
}
