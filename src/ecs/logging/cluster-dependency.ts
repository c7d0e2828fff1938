import { callAt, textAt } from '../../cfn/functions/intrinsic.ts';
import { display } from '../../cfn/functions/placeholder.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import type { Launcher } from '../launchers/launcher.ts';

/** The cluster on which the session log depends, where no template that was given holds it: a phrase. */
export function clusterDependency(launcher: Launcher): Sentence | undefined {
  const cluster = launcher.cluster();
  if (cluster.is === 'known' && cluster.unsure === undefined) return undefined;
  return named(launcher.resource.template, cluster.at) ?? say`its cluster`;
}

function named(template: Template, at: Place): Sentence | undefined {
  if (!nodeAt(at)) return say`the default cluster`;
  const call = callAt(at);
  switch (call?.name) {
    case 'Ref': {
      const name = textAt(call.argument);
      return name === undefined ? undefined : say`cluster \`${name}\`, a parameter`;
    }
    case 'Fn::ImportValue': {
      const name = shown(template, call.argument);
      return name === undefined ? undefined : say`a cluster, imported as \`${name}\``;
    }
    case 'Fn::GetStackOutput': {
      const [stack, output] = ['StackName', 'OutputName'].map(key =>
        shown(template, child(call.argument, key)),
      );
      return stack === undefined || output === undefined
        ? undefined
        : say`a cluster, the output \`${output}\` of stack \`${stack}\``;
    }
    case 'Fn::GetAtt': {
      const [stack, output] = attribute(call.argument, call.items);
      return stack === undefined || output === undefined
        ? undefined
        : say`cluster \`${output.replace(/^Outputs\./, '')}\` of nested stack \`${stack}\``;
    }
    default: {
      const name = shown(template, at);
      return name === undefined ? undefined : say`cluster \`${name.replace(/^arn:.*:cluster\//s, '')}\``;
    }
  }
}

/** A text for people; nothing for one that is not known, or empty. */
function shown(template: Template, at: Place): string | undefined {
  const value = template.symbolic(at);
  return value.is === 'known' && typeof value.value === 'string' && value.value !== ''
    ? display(value.value)
    : undefined;
}

function attribute(
  at: Place | undefined,
  items: readonly Place[],
): readonly [string | undefined, string | undefined] {
  const [stack, ...rest] = textAt(at)?.split('.') ?? items.map(each => textAt(each) ?? '');
  return [stack, rest.length > 0 ? rest.join('.') : undefined];
}
