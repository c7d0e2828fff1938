import { hasPlaceholder } from '../../cfn/functions/placeholder.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import { referencesIn } from '../../cfn/template/reference.ts';
import { isInUse } from '../../ecs/launchers/clusters-in-use.ts';
import type { Launcher } from '../../ecs/launchers/launcher.ts';
import { sessionLog } from '../../ecs/logging/session-log.ts';
import { WRITE_LOG_STREAM, WRITE_OBJECT } from '../../ecs/model/actions.ts';
import type { Cluster, DestinationKind } from '../../ecs/model/cluster.ts';
import { LogGroup } from '../../ecs/model/log-group.ts';
import type { Role } from '../../ecs/model/role.ts';
import { addResource, type Edit } from '../../edit/tree/edit.ts';
import { and, type Sentence, say } from '../../i18n/sentence.ts';
import type { JsonObject } from '../../syntax/json-value.ts';
import { child, nodeAt } from '../../syntax/place.ts';
import { put } from '../edit-values.ts';
import { insertAfter, uniqueLogicalId } from '../unique-names.ts';
import { existingDestination, newBucket, newLogGroup } from './destinations.ts';
import { encryptLogGroup, keyForLogs } from './kms.ts';

/** What a person chose for the records that a fix asks for. */
export interface RecordSettings {
  readonly logDestination: 'cloudwatch' | 's3' | 'both';
  readonly retentionInDays: number;
  readonly keyPrefix?: string;
  readonly kmsKeyId?: string;
}

export interface Recording {
  /** For titles: `a log group of their own`; nothing where all that it takes is there. */
  readonly where: Sentence | undefined;
  readonly edits: readonly Edit[];
  /** Whether it takes a key of its own, which costs money. */
  readonly takesKey: boolean;
  /**
   * Destinations that only the cluster's own template can name, so that no role of another can be allowed to write
   * there.
   */
  readonly unnamed: readonly DestinationKind[];
}

const CHOSEN: Readonly<Record<RecordSettings['logDestination'], readonly DestinationKind[]>> = {
  cloudwatch: ['log group'],
  s3: ['bucket'],
  both: ['log group', 'bucket'],
};

/**
 * Has sessions on a cluster written to what its settings ask for and do not name, or else to what was chosen: a log
 * group or bucket that is there for it, or a new one. Keeps what the configuration has already.
 */
export function recordSessions(cluster: Cluster, settings: RecordSettings): Recording {
  const asked = CHOSEN.both.filter(kind => cluster.asksFor(kind));
  const kinds = (asked.length > 0 ? asked : CHOSEN[settings.logDestination]).filter(
    kind => cluster.destination(kind).is === 'absent',
  );
  const parts = kinds.map(kind =>
    kind === 'bucket' ? toBucket(cluster, settings) : toLogGroup(cluster, settings),
  );
  const names: JsonObject = Object.assign({}, ...parts.map(each => each.names));
  const takesKey = parts.some(each => each.takesKey);
  const where = parts.length > 0 ? whereOf(parts) : undefined;
  return {
    where: where && takesKey ? say`${where}, encrypted with a KMS key` : where,
    edits: [...parts.flatMap(each => each.edits), ...override(cluster, names, settings)],
    takesKey,
    unnamed: parts.filter(each => !hasName(each)).map(each => each.kind),
  };
}

function hasName({ kind, there }: Part): boolean {
  const name = there?.read(kind === 'bucket' ? 'BucketName' : 'LogGroupName');
  return name?.is === 'known' && typeof name.value === 'string' && !hasPlaceholder(name.value);
}

/**
 * Why sessions on a launcher may no longer be recorded once its cluster has other destinations: a complete sentence, or
 * nothing where its task role can be allowed to write there in the same run.
 */
export function riskOfRecording(
  cluster: Cluster,
  launcher: Launcher,
  { unnamed }: Recording,
): Sentence | undefined {
  const role = launcher.taskRole();
  const log = sessionLog(launcher);
  const isRecording = log.is === 'known' && log.value.destinations.length > 0;
  if (unnamed.length > 0 && role.is === 'known' && !cluster.isInTemplateOf(role.value.resource))
    return unnamed.some(kind => !mayWriteAnywhere(role.value, kind))
      ? say`The template of task role \`${role.value.id}\` has no name for the new destination, so nothing lets ${launcher.title} record its sessions there.`
      : undefined;
  if (unnamed.length > 0 && role.is === 'unknown' && isRecording && launcher.execEnabled().is === 'yes')
    return say`The task role of ${launcher.title} is not visible here (${role.why}): unless it may write to the new destination, sessions are no longer recorded.`;
  return undefined;
}

const WRITING: Readonly<Record<DestinationKind, readonly string[]>> = {
  'log group': WRITE_LOG_STREAM,
  bucket: [WRITE_OBJECT],
};

function mayWriteAnywhere(role: Role, kind: DestinationKind): boolean {
  return WRITING[kind].every(action => role.access(action).is === 'allowed');
}

function whereOf(parts: readonly Part[]): Sentence {
  const there = parts.flatMap(({ kind, there: resource }) => {
    if (!resource) return [];
    return kind === 'bucket' ? say`the bucket \`${resource.id}\`` : say`the log group \`${resource.id}\``;
  });
  const own = parts.flatMap(({ kind, there: resource }) => {
    if (resource) return [];
    return kind === 'bucket' ? say`a bucket` : say`a log group`;
  });
  return and(own.length === 0 ? there : [...there, say`${and(own)} of their own`]);
}

/** One destination, and what the configuration has to say about it. */
interface Part {
  readonly kind: DestinationKind;
  readonly there: Resource | undefined;
  readonly names: JsonObject;
  readonly edits: readonly Edit[];
  readonly takesKey: boolean;
}

function toLogGroup(cluster: Cluster, { retentionInDays }: RecordSettings): Part {
  const kind = 'log group';
  const there = existingDestination(cluster, kind);
  const isEncrypted = there !== undefined && new LogGroup(there).key().is !== 'absent';
  const takesKey = cluster.demandsEncryption(kind).is === 'yes' && !isEncrypted;
  if (there) {
    const edits = takesKey ? encryptLogGroup(there, cluster) : [];
    return { kind, there, names: { CloudWatchLogGroupName: { Ref: there.id } }, edits, takesKey };
  }
  const { template, at, condition } = cluster.resource;
  const { declarations } = template;
  const id = uniqueLogicalId(declarations, `${cluster.id}ExecLogs`);
  const key = takesKey ? keyForLogs(template, cluster, id, condition) : undefined;
  const group = newLogGroup(condition, retentionInDays, key?.arn);
  const edits = [
    addResource(at.document, id, group, insertAfter(declarations, 'AWS::Logs::LogGroup', cluster.id)),
    ...(key ? key.edits : []),
  ];
  return { kind, there, names: { CloudWatchLogGroupName: { Ref: id } }, edits, takesKey };
}

function toBucket(cluster: Cluster, { keyPrefix }: RecordSettings): Part {
  const kind = 'bucket';
  const there = existingDestination(cluster, kind);
  const { template, at, condition } = cluster.resource;
  const id = there?.id ?? uniqueLogicalId(template.declarations, `${cluster.id}ExecLogBucket`);
  const kin = insertAfter(template.declarations, 'AWS::S3::Bucket', cluster.id);
  const isPrefixSaid = cluster.find('LogConfiguration', 'S3KeyPrefix').is !== 'absent';
  const prefix = keyPrefix !== undefined && !isPrefixSaid && { S3KeyPrefix: keyPrefix };
  const edits = there ? [] : [addResource(at.document, id, newBucket(condition), kin)];
  return { kind, there, names: { S3BucketName: { Ref: id }, ...prefix }, edits, takesKey: false };
}

function override(cluster: Cluster, names: JsonObject, { kmsKeyId }: RecordSettings): readonly Edit[] {
  const isNew = Object.keys(names).length > 0 && cluster.find('KmsKeyId').is === 'absent';
  const key = kmsKeyId !== undefined && isNew ? { KmsKeyId: kmsKeyId } : undefined;
  const configuration = cluster.find();
  if (configuration.is === 'absent')
    return [put(configuration.at, { ...key, Logging: 'OVERRIDE', LogConfiguration: names })];
  const logging = cluster.logging();
  const isSet = logging.is === 'known' && logging.value === 'OVERRIDE';
  return [
    ...(key ? [put(cluster.place('KmsKeyId'), key.KmsKeyId)] : []),
    ...(isSet ? [] : [put(cluster.place('Logging'), 'OVERRIDE')]),
    ...nameDestinations(cluster, names),
  ];
}

function nameDestinations(cluster: Cluster, names: JsonObject): readonly Edit[] {
  const log = cluster.find('LogConfiguration');
  if (Object.keys(names).length === 0) return [];
  if (log.is === 'absent') return [put(log.at, names)];
  return Object.entries(names).map(([name, value]) => put(cluster.place('LogConfiguration', name), value));
}

/**
 * What a new destination may take from services that no given template has: a complete sentence, or nothing where
 * services of the given templates run on the cluster, or it is for its own template alone. Under `DEFAULT` their
 * containers' logs hold their sessions.
 */
export function riskForImporters(cluster: Cluster): Sentence | undefined {
  const { id, resource } = cluster;
  const { declarations } = resource.template;
  const isExported = [...declarations.outputs.values()].some(
    at =>
      nodeAt(child(at, 'Export')) !== undefined &&
      referencesIn(nodeAt(child(at, 'Value')), undefined).some(each => each.id === id),
  );
  return isExported && !isInUse(cluster)
    ? say`Services in other templates may import cluster \`${id}\`: unless their task roles may write to the new destination, their sessions are no longer recorded.`
    : undefined;
}
