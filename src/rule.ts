import type { Template } from './cfn/scenario/template.ts';
import type { Launcher } from './ecs/launchers/launcher.ts';
import type { Service } from './ecs/launchers/service.ts';
import type { Cluster } from './ecs/model/cluster.ts';
import type { Edit } from './edit/tree/edit.ts';
import type { Sentence } from './i18n/sentence.ts';
import type { Slip } from './syntax/document.ts';
import type { Place } from './syntax/place.ts';

export type { Answer, Value } from './cfn/value.ts';
export { type Keyless, keyless } from './ecs/caller/data-key.ts';
export { sideDoors } from './ecs/caller/side-door.ts';
export { agentHasRoom } from './ecs/container/agent-room.ts';
export { AWS_KEYS } from './ecs/container/aws-keys.ts';
export { lackOf } from './ecs/container/image.ts';
export { type BlockingMesh, blockingMesh } from './ecs/container/mesh-proxy.ts';
export { type BlockingProxy, blockingProxy } from './ecs/container/proxy.ts';
export { containersOf } from './ecs/container/task-containers.ts';
export { flagless } from './ecs/enablement/flagless.ts';
export { oldPlatform } from './ecs/enablement/platform.ts';
export {
  ownFlagAstray,
  type StrayFlag,
  saysOn,
  strayFlagsOfOwn,
  strayFlagsOnOthers,
} from './ecs/enablement/stray-flag.ts';
export { type StrayProperty, strayFrom, strayProperties } from './ecs/enablement/stray-property.ts';
export { wrongFlag } from './ecs/enablement/wrong-flag.ts';
export type { Launcher } from './ecs/launchers/launcher.ts';
export { servicesRunning } from './ecs/launchers/launchers.ts';
export type { Service } from './ecs/launchers/service.ts';
export { type KeyNeeds, keyNeeds } from './ecs/logging/key-needs.ts';
export { shutsOutLogs, shutsOutRole } from './ecs/logging/key-policy.ts';
export { type Mismatch, mismatches } from './ecs/logging/mismatch.ts';
export { logNeeds, type Need, undecidedNeeds, unmet } from './ecs/logging/needs.ts';
export { clusterLogs, sessionLog } from './ecs/logging/session-log.ts';
export { inWords, SESSION_ACTIONS } from './ecs/model/actions.ts';
export { Bucket } from './ecs/model/bucket.ts';
export type { Cluster, DestinationKind } from './ecs/model/cluster.ts';
export type { Container, Variable } from './ecs/model/container.ts';
export { type Destination, describe } from './ecs/model/destination.ts';
export { LogGroup } from './ecs/model/log-group.ts';
export type { Role } from './ecs/model/role.ts';
export type { TaskDefinition } from './ecs/model/task-definition.ts';
export { type Endpoint, endpointsFor, type ServiceName } from './ecs/network/endpoint.ts';
export { type PrivateNetwork, privateNetwork, unknownNetwork } from './ecs/network/private-network.ts';
export { sessionServices } from './ecs/network/session-services.ts';
export { groupsThatShutIn, groupsThatShutOut } from './ecs/network/traffic.ts';
export {
  type ArnAttachment,
  attachmentsByArnFor,
  otherAttachmentsByArn,
} from './ecs/task-role/attached-by-arn.ts';
export { broadPolicies } from './ecs/task-role/broad-policies.ts';
export { type Denial, denials } from './ecs/task-role/denials.ts';
export { latePolicies } from './ecs/task-role/late-policies.ts';
export { misplacedActions } from './ecs/task-role/misplaced.ts';
export { type Misspelling, misspellings } from './ecs/task-role/misspelt.ts';
export { policiesOfOneName, type SameName } from './ecs/task-role/same-name.ts';
export { danglingReferences } from './ecs/template/dangling.ts';
export { type Empty, emptyValues, emptyValuesOf } from './ecs/template/empty.ts';
export { type Edit, set } from './edit/tree/edit.ts';
export { grantDataKey } from './fixes/caller/data-key.ts';
export { exemptFromMesh, exemptFromProxy } from './fixes/container/environment.ts';
export { settleStrayFlag } from './fixes/enablement/stray-flag.ts';
export { moveProperty } from './fixes/enablement/stray-property.ts';
export { grantSession } from './fixes/grant.ts';
export { leaveOut } from './fixes/leave-out.ts';
export { nameBucket } from './fixes/logging/bucket-name.ts';
export { openKey } from './fixes/logging/key-policy.ts';
export { grantKey, grantLog } from './fixes/logging/log-grant.ts';
export { encryptLogGroup } from './fixes/logging/log-key.ts';
export { closeBucket } from './fixes/logging/log-resources.ts';
export { coverStreams } from './fixes/logging/log-streams.ts';
export { recordSessions, riskOfRecording } from './fixes/logging/logging.ts';
export { nameDestination } from './fixes/logging/name-destination.ts';
export { addEndpoint, turnOnPrivateDns } from './fixes/network/endpoint.ts';
export { completeReference } from './fixes/reference.ts';
export { attachmentsTo, attachPolicy } from './fixes/task-role/attach.ts';
export { attachByName } from './fixes/task-role/attachment-name.ts';
export { waitForPolicies } from './fixes/task-role/depends-on.ts';
export { detachForInstances } from './fixes/task-role/detach.ts';
export { moveSession, withdrawSession } from './fixes/task-role/move.ts';
export { renamePolicies } from './fixes/task-role/rename.ts';
export { giveTaskRole, riskOfTaskRole } from './fixes/task-role/task-role.ts';
export { admitTasks, servesOnlyTasks } from './fixes/task-role/trust.ts';
export { unrestrictSession } from './fixes/task-role/unrestrict.ts';
export { and, commas, opening, or, type Said, type Sentence, say } from './i18n/sentence.ts';
export type { Document, Slip } from './syntax/document.ts';
export { isLiteral, isWithin, isWritten, type Place } from './syntax/place.ts';

export type Severity = 'error' | 'warning' | 'info';

/** `safe` fixes are applied by `--fix`; `unsafe` ones may take something away that a person wanted. */
export type Safety = 'safe' | 'unsafe';

/** What a person decides about the check as a whole, from flags and configuration. */
export interface Settings {
  /** Whether services ought to have ECS Exec on: `required` unless said otherwise. */
  readonly exec: 'required' | 'optional' | 'forbidden';
  /** Where a fix has sessions recorded that are recorded nowhere yet. */
  readonly logDestination: 'cloudwatch' | 's3' | 'both';
  /** For log groups that a fix adds, in days. */
  readonly retentionInDays: number;
  /** What the keys of sessions in a bucket begin with, when a fix chooses. */
  readonly keyPrefix?: string;
  /** The id, ARN or alias of the KMS key that a fix has sessions encrypted with. */
  readonly kmsKeyId?: string;
}

/**
 * What a finding stands in the way of: the deploy of the template, the deploy of what has ECS Exec on, or the record of
 * sessions.
 */
export type Blocked = 'deploy' | 'deploy with exec' | 'session log';

export interface Finding {
  readonly at: Place;
  /** A complete sentence: what is wrong, with the logical ids. */
  readonly message: Sentence;
  /** The launchers whose tasks it keeps from being ready. */
  readonly for: readonly Launcher[];
  /** When it is less than the rule's own. */
  readonly severity?: Severity;
  /** When it is not the rule's own. */
  readonly blocks?: Blocked;
  readonly related?: readonly Related[];
  /** Why it is only likely: it rests on something that a deployment may change. */
  readonly unsure?: Sentence | undefined;
  readonly fix?: Fix | undefined;
  /** Why there is none, though the rule has one; rules leave that to the engine. */
  readonly fixRefused?: Sentence | undefined;
}

/** The rule could not be decided here: neither a pass nor a finding. */
export interface Undecided {
  readonly at: Place;
  /** A complete sentence: what is not known, and what would tell. */
  readonly undecided: Sentence;
  readonly for: readonly Launcher[];
  readonly severity?: Severity;
}

export interface Related {
  readonly at: Place;
  readonly message: Sentence;
}

export interface Fix {
  /** What it does, in the imperative: `Set EnableExecuteCommand to true`. */
  readonly title: Sentence;
  readonly safety: Safety;
  readonly edits: readonly Edit[];
  /** What a person accepts with an unsafe fix: complete sentences. */
  readonly warning?: Sentence | undefined;
  /** In place of edits: the slip in the text that is put right. */
  readonly repair?: Slip;
  /** What it takes as given: where another fix is to change that, it waits, to be thought over. */
  readonly given?: readonly Place[];
  /** What to do instead where the text of the edits cannot be written without damage. */
  readonly otherwise?: Fix | undefined;
  /**
   * What to do instead where another rule has a fix for one of the same launchers, which mends the same cause: what that
   * one leaves, or nothing. The first that applies counts.
   */
  readonly beside?: readonly { readonly rule: string; readonly fix: Fix | undefined }[];
}

export type Verdict = Finding | Undecided;

/** What a template asks not to be told, and what came of it. */
export interface SeenIgnore {
  /** The comment, or the entry of `Metadata`. */
  readonly at: Place;
  /** The rule, as it is written. */
  readonly rule: string;
  /** Why it is no ignore at all: a complete sentence. */
  readonly malformed?: Sentence;
  /** `no rule`: nothing has that name. `unknown`: its rule was not asked, or asks about ignores itself. */
  readonly standing: 'used' | 'unused' | 'no rule' | 'unknown';
  /** The rule that was meant by a name that none has. */
  readonly meant: string | undefined;
}

export interface Rule {
  readonly id: string;
  /** The defect in one line. */
  readonly summary: string;
  /** What happens to the person. */
  readonly why: string;
  /** The most it can be; a finding may say less. */
  readonly severity: Severity;
  /** What its findings stand in the way of, as far as fixes have to know: none may bring such a finding. */
  readonly blocks?: Blocked;
  readonly fix: Safety | 'none';
  /** For the rule's page, where it has a fix: what makes it safe or not, what it writes, and what it leaves alone. */
  readonly fixSafety?: string;
  /** For the rule's page: what other tools say of the same lines, limits, exceptions. Markdown. */
  readonly notes?: string;
  readonly sources: readonly [string, ...string[]];
  /**
   * The properties that it is about, for who points at one in an editor: `EnableExecuteCommand` in any resource,
   * `AWS::IAM::Role.PermissionsBoundary` in those of one type.
   */
  readonly properties?: readonly string[];
  /** What it finds can be taken out without loss. */
  readonly findsSuperfluous?: true;
  /**
   * `exec` (the usual case): asked only about launchers that have exec on, or ought to. `all`: about every launcher.
   */
  readonly scope?: 'exec' | 'all';
  /** The one policy under which it has anything to say; without one, under all. */
  readonly policy?: Settings['exec'];
  /** Says where exec ought to be on: skipped, only services that have it on are judged by the others. */
  readonly demandsExec?: true;
  /** Asked about whatever starts tasks, services among them, in every scenario in which it exists. */
  checkLauncher?(launcher: Launcher, settings: Settings): Iterable<Verdict>;
  /** Asked about services and daemons alone. */
  checkService?(service: Service, settings: Settings): Iterable<Verdict>;
  /**
   * Asked in every scenario in which the cluster exists, whether a service uses it or not; and for each launcher that
   * runs on it, unless the rule asks about launchers itself.
   */
  checkCluster?(cluster: Cluster, settings: Settings, launchers: readonly Launcher[]): Iterable<Verdict>;
  /** Asked once a template, of what does not depend on a scenario. */
  checkTemplate?(template: Template, settings: Settings): Iterable<Verdict>;
  /** Asked once a template, when all else is said, of what it asks not to be told. */
  checkIgnores?(ignores: readonly SeenIgnore[]): Iterable<Finding>;
}
