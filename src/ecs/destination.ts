import { intrinsic, text as textOf } from '../cfn/intrinsic.ts';
import { bucketArn, logGroupArn } from '../cfn/policy/arn.ts';
import { display, reference } from '../cfn/reference.ts';
import type { Resource } from '../cfn/resource.ts';
import { carry, namesAnother } from '../cfn/scope.ts';
import type { Template } from '../cfn/template.ts';
import { andThen, known, unknown, type Value } from '../cfn/value.ts';
import { type Sentence, say } from '../lang/sentence.ts';
import type { Json } from '../syntax/json.ts';
import { toJson } from '../syntax/node.ts';
import { nodeAt, type Place } from '../syntax/place.ts';
import type { Hidden } from './hidden.ts';
import { type Kind, Pointer } from './pointer.ts';

/** Something that a session is written to. */
export interface Destination {
  readonly kind: 'log group' | 'bucket';
  readonly at: Place;
  /** The resource of this template, when it is one. */
  readonly resource: Resource | undefined;
  /** All names that mean it, with marks. */
  readonly names: readonly string[];
  /** What gives its name, where only another stack, the one around included, or a store tells it. */
  readonly hidden: Hidden | undefined;
  /** What stands where its name has to stand: a reference that gives the name, an ARN, or the name itself. */
  readonly writtenAs: 'reference' | 'ARN' | 'name';
  /** Where those names are at home. */
  readonly template: Template;
  /** The session is refused unless the agent can see that it is encrypted. */
  readonly mustBeEncrypted: boolean;
  /** For a bucket: the folder of its keys, empty for none; nothing when that is not known. */
  readonly prefix: string | undefined;
}

/** The agent names what it writes after the session. */
const SESSION = 'ecs-execute-command-session';

const LOG_GROUPS: Kind = {
  noun: say`log group`,
  types: ['AWS::Logs::LogGroup'],
  nameProperty: 'LogGroupName',
  nameIn: text => text.replace(/^arn:.*:log-group:/s, '').replace(/:\*$/, ''),
};

const BUCKETS: Kind = {
  noun: say`bucket`,
  types: ['AWS::S3::Bucket'],
  nameProperty: 'BucketName',
  nameIn: text => text.replace(/^arn:.*:::/s, ''),
};

export function logGroupAt(template: Template, at: Place, mustBeEncrypted: boolean): Value<Destination> {
  return andThen(named(template, at, LOG_GROUPS), found =>
    known({ kind: 'log group', at, ...found, mustBeEncrypted, prefix: undefined }, at),
  );
}

export function bucketAt(
  template: Template,
  at: Place,
  mustBeEncrypted: boolean,
  prefix: string | undefined,
): Value<Destination> {
  return andThen(named(template, at, BUCKETS), found => {
    const path = prefix && folder(carry(prefix, template.key, found.template.key));
    return known({ kind: 'bucket', at, ...found, mustBeEncrypted, prefix: path }, at);
  });
}

/** Keys are joined as paths are: slashes that are doubled, or stand at the end, are one or none. */
function folder(prefix: string): string {
  return prefix.replace(/\/{2,}/g, '/').replace(/\/$/, '');
}

type Names = Pick<Destination, 'resource' | 'names' | 'hidden' | 'writtenAs' | 'template'>;

/** What stands at a place that takes a name: a resource of this template, and the names that mean it. */
function named(template: Template, at: Place, kind: Kind): Value<Names> {
  const pointer = new Pointer(template, known(at, at));
  const local = pointer.resource(kind);
  const text = pointer.shape();
  if (local.is === 'known')
    return andThen(local, resource =>
      known(
        {
          resource,
          names: namesOf(resource, kind),
          hidden: undefined,
          writtenAs: writtenAs(template, text, resource),
          template: resource.template,
        },
        at,
      ),
    );
  if (local.is === 'unknown' && local.dangling !== undefined) return local;
  const hidden = text.is === 'unknown' ? pointer.hidden() : undefined;
  if (hidden) {
    const names = [kind.nameIn(hidden.mark)];
    return known({ resource: undefined, names, hidden, writtenAs: 'reference', template }, at);
  }
  return andThen(text, (name): Value<Names> => {
    if (typeof name !== 'string') return unknown(say`it is not a name`, at);
    const names = [kind.nameIn(name)];
    const written = writtenAs(template, text, undefined);
    const passed = written === 'ARN' ? undefined : passedAt(name, at);
    return known({ resource: undefined, names, hidden: passed, writtenAs: written, template }, at);
  });
}

/** A name that the stack around gives, in which is what only that stack has a name for. */
function passedAt(name: string, at: Place): Hidden | undefined {
  const node = nodeAt(at);
  if (!node || !namesAnother(name)) return undefined;
  const call = intrinsic(node);
  const parameter = call?.name === 'Ref' ? textOf(call.argument) : undefined;
  const passed = { label: display(name), expression: toJson(node), mark: name };
  return parameter === undefined ? passed : { ...passed, parameter };
}

function writtenAs(
  template: Template,
  text: Value<Json>,
  resource: Resource | undefined,
): Destination['writtenAs'] {
  const written = text.is === 'known' && typeof text.value === 'string' ? text.value : '';
  const points = (name: string): boolean =>
    resource !== undefined && written === carry(reference(name), resource.template.key, template.key);
  if (resource && points(resource.id)) return 'reference';
  return written.startsWith('arn:') || (resource && points(`${resource.id}.Arn`)) ? 'ARN' : 'name';
}

function namesOf(resource: Resource, kind: Kind): readonly string[] {
  const own = resource.shape(kind.nameProperty);
  const names = own.is === 'known' && typeof own.value === 'string' ? [own.value] : [];
  return [reference(resource.id), ...names];
}

/** The ARNs of what is written: a stream of the log group, or an object in the bucket. */
export function writtenArns(destination: Destination): readonly string[] {
  const { kind, names, prefix } = destination;
  if (kind === 'log group') return names.map(name => `${logGroupArn(name)}:log-stream:${SESSION}`);
  const path = `${prefix === undefined ? `${reference('')}/` : prefix && `${prefix}/`}${SESSION}.log`;
  return names.map(name => `${bucketArn(name)}/${path}`);
}

/** For messages: the log group `ExecLogs`. */
export function describe({ kind, resource, hidden, names }: Destination): Sentence {
  const name = resource?.id ?? hidden?.label ?? display(names[0] ?? '');
  return kind === 'bucket' ? say`the bucket \`${name}\`` : say`the log group \`${name}\``;
}
