import { display, hasPlaceholder, placeholder } from '../../cfn/functions/placeholder.ts';
import { rebase } from '../../cfn/scenario/rebase.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { type Answer, andThen, known, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { bucketArn, logGroupArn } from '../../iam/arn.ts';
import type { Place } from '../../syntax/place.ts';
import { BUCKETS, type DestinationName, LOG_GROUPS, nameAt } from './destination-name.ts';

/** Something that a session is written to. */
export interface Destination extends DestinationName {
  readonly kind: 'log group' | 'bucket';
  readonly at: Place;
  /** Whether the session is refused unless the agent can see that it is encrypted. */
  readonly mustBeEncrypted: Answer['is'];
  /** For a bucket: the folder of its keys, empty for none; nothing when that is not known. */
  readonly prefix: string | undefined;
}

/** The agent names what it writes after the session. */
const SESSION = 'ecs-execute-command-session';

export function logGroupAt(template: Template, at: Place, mustBeEncrypted: Answer['is']): Value<Destination> {
  return andThen(nameAt(template, at, LOG_GROUPS), found =>
    known({ kind: 'log group', at, ...found, mustBeEncrypted, prefix: undefined }, at),
  );
}

export function bucketAt(
  template: Template,
  at: Place,
  mustBeEncrypted: Answer['is'],
  prefix: string | undefined,
): Value<Destination> {
  return andThen(nameAt(template, at, BUCKETS), found => {
    const own = prefix === '' ? found.path : prefix;
    const path = own && folder(rebase(own, template.stack, found.template.stack));
    return known({ kind: 'bucket', at, ...found, mustBeEncrypted, prefix: path }, at);
  });
}

/** Keys are joined as paths are: slashes that are doubled, or stand at the end, are one or none. */
function folder(prefix: string): string {
  return prefix.replace(/\/{2,}/g, '/').replace(/\/$/, '');
}

/** The ARNs of what is written: a stream of the log group, or an object in the bucket. */
export function writtenArns(destination: Destination): readonly string[] {
  const { kind, names, prefix } = destination;
  if (kind === 'log group') return names.map(name => `${logGroupArn(name)}:log-stream:${SESSION}`);
  const path = `${prefix === undefined ? `${placeholder('')}/` : prefix && `${prefix}/`}${SESSION}.log`;
  return names.map(name => `${bucketArn(name)}/${path}`);
}

/** For messages: the log group `ExecLogs`. */
export function describe({ kind, resource, hidden, names }: Destination): Sentence {
  const name = resource?.id ?? hidden?.label ?? display(names[0] ?? '');
  return kind === 'bucket' ? say`the bucket \`${name}\`` : say`the log group \`${name}\``;
}

/** Its name, or the export or store that it comes from; nothing where that is only known once deployed. */
export function nameOf({ hidden, names }: Destination): string | undefined {
  return hidden?.label ?? names.find(each => !hasPlaceholder(each));
}
