import type { Resource } from '../../cfn/scenario/resource.ts';
import { type Answer, absent, andThen, known, unknown, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import { nodeAt, type Path, type Place } from '../../syntax/place.ts';
import { nearest } from '../../util/did-you-mean.ts';
import { type Kind, ResourceProperty } from '../resolve/resource-property.ts';
import { booleanProperty, textAt } from '../resolve/scalars.ts';
import { type Key, keyAt } from './key.ts';
import { ResourceModel } from './resource-model.ts';

const LOGGING_MODES = ['DEFAULT', 'NONE', 'OVERRIDE'] as const;
export type LoggingMode = (typeof LOGGING_MODES)[number];

/** What stands for `Logging`, where that is none of its values. */
export interface InvalidLogging {
  readonly at: Place;
  readonly value: string;
  /** The value that it nearly is. */
  readonly meant: string | undefined;
}

/** What a cluster can have sessions written to. */
export const DESTINATION_KINDS = ['log group', 'bucket'] as const;
export type DestinationKind = (typeof DESTINATION_KINDS)[number];

/** Where `LogConfiguration` names each, where it demands that it be encrypted, and what else it says about it. */
const SETTINGS = {
  'log group': { name: 'CloudWatchLogGroupName', encryption: 'CloudWatchEncryptionEnabled', others: [] },
  bucket: { name: 'S3BucketName', encryption: 'S3EncryptionEnabled', others: ['S3KeyPrefix'] },
} as const;

/** A setting of a destination. */
export interface Detail {
  readonly name: string;
  readonly at: Place;
}

const EXEC: Path = ['Configuration', 'ExecuteCommandConfiguration'];

export class Cluster extends ResourceModel {
  /** The name that it is given; absent where CloudFormation chooses one. */
  name(): Value<string> {
    return textAt(this.resource.template, this.resource.find(CLUSTERS.nameProperty));
  }

  /** `Logging` as it is written; absent means DEFAULT to ECS. */
  logging(): Value<LoggingMode> {
    const logging = this.resource.read(...EXEC, 'Logging');
    if (logging.is !== 'known') return logging;
    const mode = LOGGING_MODES.find(each => each === logging.value);
    if (!mode) return unknown(say`its \`Logging\` is not DEFAULT, NONE or OVERRIDE`, logging.at);
    return known(mode, logging.at, logging.unsure);
  }

  /** A `Logging` that is none of its three values, which CloudFormation rejects, and the one that is meant. */
  invalidLogging(): InvalidLogging | undefined {
    const logging = this.resource.read(...EXEC, 'Logging');
    if (logging.is !== 'known' || logging.unsure !== undefined || typeof logging.value !== 'string')
      return undefined;
    const { value, at } = logging;
    if (LOGGING_MODES.some(each => each === value)) return undefined;
    return { at, value, meant: nearest(value, LOGGING_MODES) };
  }

  /** The key that sessions are encrypted with, beyond TLS; absent where they are not. */
  sessionKey(): Value<Key> {
    return keyAt(new ResourceProperty(this.resource.template, this.find('KmsKeyId')));
  }

  /** A session is refused unless the agent can see that its destination is encrypted. */
  demandsEncryption(kind: DestinationKind): Answer {
    return booleanProperty(this.resource.template, this.find('LogConfiguration', SETTINGS[kind].encryption));
  }

  /** Whether it may refuse sessions for the encryption of what they are written to. */
  mayDemandEncryption(): boolean {
    return DESTINATION_KINDS.some(kind => this.demandsEncryption(kind).is !== 'no');
  }

  /** The place of the name of a log group or bucket that sessions are to be written to; the empty string is no name. */
  destination(kind: DestinationKind): Value<Place> {
    const found = this.find('LogConfiguration', SETTINGS[kind].name);
    return andThen(found, (place, at) => {
      const name = this.resource.template.symbolic(place);
      return name.is === 'known' && name.value === '' ? absent(at) : known(place, at);
    });
  }

  /** The settings about a kind of destination that mean nothing without its name: a prefix, a demand for encryption. */
  detailsOf(kind: DestinationKind): readonly Detail[] {
    const { encryption, others } = SETTINGS[kind];
    const demand = this.demandsEncryption(kind);
    const found = others.map(name => ({ name, ...this.find('LogConfiguration', name) }));
    return [
      ...(demand.is === 'no' ? [] : [{ name: encryption, at: demand.at }]),
      ...found.flatMap(({ name, is, at }) => (is === 'absent' ? [] : [{ name, at }])),
    ];
  }

  /** Whether it says anything about such a destination, be it that its name is left empty. */
  asksFor(kind: DestinationKind): boolean {
    const name = this.place('LogConfiguration', SETTINGS[kind].name);
    return nodeAt(name) !== undefined || this.detailsOf(kind).length > 0;
  }

  /** Whether another resource is of the same stack. */
  isInTemplateOf(other: Resource): boolean {
    return this.resource.template.key === other.template.key;
  }

  /** Whether CloudFormation makes another resource of the stack before the cluster. */
  waitsFor(other: Resource): boolean {
    return this.resource.template.declarations.references.reaches(this.id, other.id);
  }

  /** Whether CloudFormation makes another resource of the stack after the cluster. */
  isNeededBy(other: Resource): boolean {
    return this.resource.template.declarations.references.reaches(other.id, this.id);
  }

  /** Where `ExecuteCommandConfiguration`, or a key below it, is written or would be. */
  place(...keys: Path): Place {
    return this.resource.place(...EXEC, ...keys);
  }

  find(...keys: Path): Value<Place> {
    return this.resource.find(...EXEC, ...keys);
  }
}

/** Where no cluster is named. */
export const DEFAULT_CLUSTER = 'default';

const CLUSTERS: Kind = {
  noun: say`cluster`,
  types: ['AWS::ECS::Cluster'],
  nameProperty: 'ClusterName',
  nameIn: text => text.replace(/^arn:.*:cluster\//s, ''),
  fallback: DEFAULT_CLUSTER,
};

/** The cluster at a place that takes its ARN or name; where there is none, the one that is called `default`. */
export function clusterAt(property: ResourceProperty): Value<Cluster> {
  const resource = property.resource(CLUSTERS);
  if (resource.is === 'absent')
    return unknown(say`it runs in the default cluster, which is not in this template`, resource.at);
  return andThen(resource, (cluster, at) => known(new Cluster(cluster), at));
}
