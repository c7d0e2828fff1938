import { callAt, textAt } from '../../cfn/functions/intrinsic.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { nodeAt, type Place } from '../../syntax/place.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { writtenText } from '../resolve/opaque-value.ts';

/** The cluster on which the record of sessions depends, where no template that was given holds it: a phrase. */
export function clusterDependency(launcher: Launcher): Sentence | undefined {
  const cluster = launcher.cluster();
  if (cluster.is === 'known' && cluster.unsure === undefined) return undefined;
  return named(cluster.at) ?? say`its cluster`;
}

function named(at: Place): Sentence | undefined {
  const call = callAt(at);
  switch (call?.name) {
    case undefined: {
      const name = textAt(at);
      if (name !== undefined && name !== '')
        return say`cluster \`${name.replace(/^arn:.*:cluster\//s, '')}\``;
      return nodeAt(at) ? undefined : say`the default cluster`;
    }
    case 'Ref': {
      const name = textAt(call.argument);
      return name === undefined ? undefined : say`cluster \`${name}\`, a parameter`;
    }
    case 'Fn::ImportValue': {
      const name = writtenText(nodeAt(call.argument));
      return name === undefined ? undefined : say`a cluster, imported as \`${name}\``;
    }
    case 'Fn::GetAtt': {
      const [stack, output] = attribute(call.argument, call.items);
      return stack === undefined || output === undefined
        ? undefined
        : say`cluster \`${output.replace(/^Outputs\./, '')}\` of nested stack \`${stack}\``;
    }
    default:
      return undefined;
  }
}

function attribute(
  at: Place | undefined,
  items: readonly Place[],
): readonly [string | undefined, string | undefined] {
  const [stack, ...rest] = textAt(at)?.split('.') ?? items.map(each => textAt(each) ?? '');
  return [stack, rest.length > 0 ? rest.join('.') : undefined];
}
