import { bucketArn, logGroupArn } from '../cfn/policy/arn.ts';
import { display, reference } from '../cfn/reference.ts';
import type { Resource } from '../cfn/resource.ts';
import type { Template } from '../cfn/template.ts';
import { andThen, known, unknown, type Value } from '../cfn/value.ts';
import type { Place } from '../syntax/place.ts';
import type { Cluster, LoggingMode } from './cluster.ts';
import type { Service } from './service.ts';

/** Something that a session is written to. */
export interface Destination {
  readonly kind: 'log group' | 'bucket';
  readonly at: Place;
  /** The resource of this template, when it is one. */
  readonly resource: Resource | undefined;
  /** All names that mean it, with marks. */
  readonly names: readonly string[];
  /** The session is refused unless the agent can see that it is encrypted. */
  readonly mustBeEncrypted: boolean;
  /** For a bucket: what its keys begin with, or nothing when that is not known. */
  readonly prefix: string | undefined;
}

export interface SessionLog {
  readonly mode: LoggingMode;
  readonly destinations: readonly Destination[];
}

/**
 * Where sessions on a service are recorded. Under DEFAULT that is the `awslogs` group of the containers, under OVERRIDE
 * what the cluster names.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-cluster-executecommandconfiguration.html
 */
export function sessionLog(service: Service): Value<SessionLog> {
  return andThen(service.cluster(), (cluster, at): Value<SessionLog> => {
    const logging = cluster.logging();
    if (logging.is === 'unknown') return logging;
    const mode = logging.is === 'known' ? logging.value : 'DEFAULT';
    switch (mode) {
      case 'NONE':
        return known({ mode, destinations: [] }, at, doubtOf(logging));
      case 'DEFAULT':
        return andThen(containerLogs(service), destinations =>
          known({ mode, destinations }, at, doubtOf(logging)),
        );
      case 'OVERRIDE':
        return andThen(clusterLogs(cluster), destinations =>
          known({ mode, destinations }, at, doubtOf(logging)),
        );
    }
  });
}

function doubtOf(value: Value<unknown>): string | undefined {
  return value.is === 'known' ? value.unsure : undefined;
}

function containerLogs(service: Service): Value<readonly Destination[]> {
  const { template } = service.resource;
  return andThen(service.taskDefinition(), definition =>
    andThen(definition.logGroups(), (groups, at) => {
      const destinations: Destination[] = [];
      for (const group of groups) {
        const destination = logGroup(template, group, false);
        if (destination.is !== 'known') return destination;
        destinations.push(destination.value);
      }
      return known(destinations, at);
    }),
  );
}

function clusterLogs(cluster: Cluster): Value<readonly Destination[]> {
  const { template } = cluster.resource;
  const destinations: Destination[] = [];
  const group = cluster.find('LogConfiguration', 'CloudWatchLogGroupName');
  if (group.is === 'unknown') return group;
  if (group.is === 'known') {
    const destination = logGroup(template, group.value, isOn(cluster, 'CloudWatchEncryptionEnabled'));
    if (destination.is !== 'known') return destination;
    destinations.push(destination.value);
  }
  const bucket = cluster.find('LogConfiguration', 'S3BucketName');
  if (bucket.is === 'unknown') return bucket;
  if (bucket.is === 'known') {
    const destination = logBucket(cluster, bucket.value);
    if (destination.is !== 'known') return destination;
    destinations.push(destination.value);
  }
  return known(destinations, cluster.at);
}

function isOn(cluster: Cluster, flag: string): boolean {
  const place = cluster.find('LogConfiguration', flag);
  const value = place.is === 'known' ? cluster.resource.template.read(place.value) : place;
  return value.is === 'known' && value.unsure === undefined && /^true$/i.test(String(value.value));
}

function logGroup(template: Template, at: Place, mustBeEncrypted: boolean): Value<Destination> {
  return andThen(named(template, at, 'AWS::Logs::LogGroup', 'LogGroupName'), ({ resource, names }) =>
    known({ kind: 'log group', at, resource, names, mustBeEncrypted, prefix: undefined }, at),
  );
}

function logBucket(cluster: Cluster, at: Place): Value<Destination> {
  const { template } = cluster.resource;
  const mustBeEncrypted = isOn(cluster, 'S3EncryptionEnabled');
  const place = cluster.find('LogConfiguration', 'S3KeyPrefix');
  const written = place.is === 'known' ? template.shape(place.value) : place;
  const prefix = written.is === 'absent' ? '' : written.is === 'known' ? String(written.value) : undefined;
  return andThen(named(template, at, 'AWS::S3::Bucket', 'BucketName'), ({ resource, names }) =>
    known({ kind: 'bucket', at, resource, names, mustBeEncrypted, prefix }, at),
  );
}

/** What stands at a place that takes a name: a resource of this template, and the names that mean it. */
function named(
  template: Template,
  at: Place,
  type: string,
  nameProperty: string,
): Value<{ resource: Resource | undefined; names: readonly string[] }> {
  const target = template.target(at);
  const resource = target.is === 'known' && target.value.type === type ? target.value : undefined;
  if (resource) {
    const own = resource.shape(nameProperty);
    const names = own.is === 'known' && typeof own.value === 'string' ? [own.value] : [];
    return known({ resource, names: [reference(resource.id), ...names] }, at);
  }
  return andThen(template.shape(at), text =>
    typeof text === 'string'
      ? known({ resource: sameName(template, type, nameProperty, text), names: [text] }, at)
      : unknown('it is not a name', at),
  );
}

function sameName(
  template: Template,
  type: string,
  nameProperty: string,
  name: string,
): Resource | undefined {
  return template.resources(type).find(each => {
    const own = each.shape(nameProperty);
    return own.is === 'known' && own.value === name;
  });
}

/** The ARNs that a policy has to cover for a destination to be written to. */
export function writtenArns(destination: Destination): readonly string[] {
  if (destination.kind === 'log group') return destination.names.map(name => `${logGroupArn(name)}:*`);
  const folder = destination.prefix ? `${destination.prefix}/` : '';
  return destination.names.map(name => `${bucketArn(name)}/${folder}session.log`);
}

/** For messages: the log group `ExecLogs`. */
export function describe(destination: Destination): string {
  return `the ${destination.kind} \`${destination.resource?.id ?? display(destination.names[0] ?? '')}\``;
}
