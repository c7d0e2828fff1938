import { hasPlaceholder, placeholder, substituted } from '../../cfn/functions/placeholder.ts';
import { namesAnother, substitution } from '../../cfn/functions/qualified-name.ts';
import { rebase } from '../../cfn/scenario/rebase.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Answer } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { type AccessDecision, isRefused } from '../../iam/access-decision.ts';
import { bucketArn, logGroupArn } from '../../iam/arn.ts';
import type { RequestContext } from '../../iam/request.ts';
import type { Restriction } from '../../iam/statement-evaluation.ts';
import type { Json, JsonObject } from '../../syntax/json-value.ts';
import { distinctPlaces, type Place } from '../../syntax/place.ts';
import {
  FIND_BUCKET,
  FIND_LOG_GROUP,
  FIND_LOG_STREAM,
  READ_BUCKET_ENCRYPTION,
  WRITE_LOG_STREAM,
  WRITE_OBJECT,
} from '../model/actions.ts';
import { Bucket } from '../model/bucket.ts';
import { type Destination, writtenArns } from '../model/destination.ts';
import type { RolePermissions } from '../model/role-permissions.ts';

/** Rights that the task role has to have on one resource. */
export interface Need {
  readonly actions: readonly string[];
  /** All ARNs that mean the resource, with placeholders; `*` for all resources. */
  readonly resource: readonly string[];
  /** Where those names are at home. */
  readonly template: Template;
  /** How a policy of this template names the resource: nothing where none can. */
  readonly written: Json | undefined;
  /** How another template names it: nothing where only this one can. */
  readonly writtenElsewhere?: Json | undefined;
  /** What a policy has to say besides where it cannot name the resource, and so names all. */
  readonly condition?: JsonObject;
  /** What is known of the requests, for the conditions of policies. */
  readonly context?: RequestContext;
  /** What comes of it where they are missing. */
  readonly consequence: Consequence;
}

/**
 * What missing permissions lead to, the worst first. The agent records a session although it may not look for the log
 * group or its streams, or see how the bucket is encrypted, unless it has to make sure of that.
 * https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/session/shell/shell.go
 */
const CONSEQUENCES = [
  'session refused',
  'perhaps refused',
  'not recorded',
  'perhaps not recorded',
  'tolerated',
] as const;

export type Consequence = (typeof CONSEQUENCES)[number];

export function worstConsequence(needs: readonly Need[]): Consequence {
  return CONSEQUENCES.find(each => needs.some(need => need.consequence === each)) ?? 'tolerated';
}

/** What comes of it where the agent cannot see whether the destination is encrypted, by whether it has to be. */
const WITHOUT_PROOF: Readonly<Record<Answer['is'], Consequence | undefined>> = {
  yes: 'session refused',
  unknown: 'perhaps refused',
  no: undefined,
};

/** A bucket may be in another region than the task. */
const IN_ANY_REGION: RequestContext = new Map([['aws:requestedregion', []]]);

/** What the task role needs to write sessions to a destination. */
export function logNeeds(destination: Destination): readonly Need[] {
  return destination.kind === 'log group' ? groupNeeds(destination) : bucketNeeds(destination);
}

function groupNeeds(group: Destination): readonly Need[] {
  const { template } = group;
  const name = group.names.find(each => !hasPlaceholder(each));
  const inGroup = {
    template,
    written: group.resource
      ? { 'Fn::GetAtt': [group.resource.id, 'Arn'] }
      : arnOf(group, name => `${logGroupArn(name)}:*`),
    writtenElsewhere: name === undefined ? undefined : substitution(`${logGroupArn(name)}:*`),
  };
  return [
    {
      actions: [FIND_LOG_GROUP],
      // All groups are asked for, so the ARN has no name.
      resource: [`${logGroupArn('')}:log-stream:`],
      template,
      written: '*',
      consequence: WITHOUT_PROOF[group.mustBeEncrypted] ?? 'perhaps not recorded',
    },
    ...WRITE_LOG_STREAM.map((action): Need => {
      const isListing = action === FIND_LOG_STREAM;
      return {
        ...inGroup,
        actions: [action],
        resource: isListing
          ? group.names.map(each => `${logGroupArn(each)}:log-stream:`)
          : writtenArns(group),
        consequence: isListing ? 'perhaps not recorded' : 'not recorded',
      };
    }),
  ];
}

function bucketNeeds(bucket: Destination): readonly Need[] {
  const { template } = bucket;
  const name = bucket.names.find(each => !hasPlaceholder(each));
  const elsewhere = (path: string): Json | undefined =>
    name === undefined ? undefined : substitution(`${bucketArn(name)}${path}`);
  const { resource } = bucket;
  const folder = bucket.prefix ? `${bucket.prefix}/` : '';
  const objects = (arn: string): string => `${arn}/${folder}*`;
  const buckets = bucket.names.map(bucketArn);
  return [
    {
      actions: [FIND_BUCKET],
      resource: buckets,
      template,
      written: '*',
      context: IN_ANY_REGION,
      consequence: 'not recorded',
    },
    {
      actions: [READ_BUCKET_ENCRYPTION],
      resource: buckets,
      template,
      written: resource ? { 'Fn::GetAtt': [resource.id, 'Arn'] } : arnOf(bucket, bucketArn),
      writtenElsewhere: elsewhere(''),
      context: IN_ANY_REGION,
      consequence: WITHOUT_PROOF[bucket.mustBeEncrypted] ?? 'tolerated',
    },
    {
      actions: [WRITE_OBJECT],
      resource: writtenArns(bucket),
      template,
      written: resource
        ? substitution(objects(placeholder(`${resource.id}.Arn`)))
        : arnOf(bucket, name => objects(bucketArn(name))),
      writtenElsewhere: hasPlaceholder(folder) ? undefined : elsewhere(`/${folder}*`),
      context: uploadContext(bucket),
      consequence: 'not recorded',
    },
  ];
}

/**
 * The agent asks S3 to encrypt as the bucket does by default.
 * https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/s3util/s3util.go
 */
function uploadContext({ resource }: Destination): RequestContext {
  const encryption = resource && new Bucket(resource).encryption();
  if (!encryption || encryption.is === 'unknown' || encryption.unsure !== undefined) return IN_ANY_REGION;
  const algorithm = encryption.is === 'known' ? encryption.value : 'AES256';
  return new Map([...IN_ANY_REGION, ['s3:x-amz-server-side-encryption', [algorithm]]]);
}

/** What may deny the upload to a bucket, under a condition that the agent may meet or not. */
export function conditionalDenials(role: RolePermissions, bucket: Destination): readonly Place[] {
  const places = bucketNeeds(bucket).flatMap(need =>
    need.actions.flatMap(action => {
      const decision = role.access(action, namesFor(role, need), need.context);
      return decision.is === 'allowed' ? decision.perhapsDeniedBy : [];
    }),
  );
  return distinctPlaces(places.flatMap(({ at, why }) => (why === 'condition' ? [at] : [])));
}

/** The ARN of what is no resource of the template, by its name. */
function arnOf({ hidden, names }: Destination, arn: (name: string) => string): Json | undefined {
  if (!hidden) return substitution(arn(names[0] ?? ''));
  const name = freeName(arn(''));
  const around = arn(placeholder(name));
  return namesAnother(around)
    ? undefined
    : { 'Fn::Sub': [substituted(around), { [name]: hidden.expression }] };
}

/** What a text does not name yet. */
function freeName(text: string): string {
  let name = 'Name';
  while (text.includes(placeholder(name))) name += 'Of';
  return name;
}

/** The names of what is needed, as the template of the role has them. */
export function namesFor(role: RolePermissions, { resource, template }: Need): readonly string[] {
  return resource.map(name => rebase(name, template.stack, role.template.stack));
}

/** Permissions that a role does not have, and what its policies say about them all the same. */
export interface MissingPermissions extends Need {
  /** Where they are allowed on other resources than those in question. */
  readonly allowedElsewhere: readonly Place[];
  /** Where they are allowed under a `Condition` that none of the requests meets. */
  readonly unmetConditions: readonly Place[];
  /** What denies them, where each of them would be allowed without it. */
  readonly deniedBy: readonly Place[];
}

/** The part of the needs that the role's policies definitely do not meet. */
export function missingPermissions(
  role: RolePermissions,
  needs: readonly Need[],
): readonly MissingPermissions[] {
  return needs.flatMap(need => {
    const resource = namesFor(role, need);
    const decided = need.actions.map(action => ({
      action,
      decision: role.access(action, resource, need.context),
    }));
    const refused = decided.filter(({ decision }) => isRefused(decision));
    const actions = refused.map(({ action }) => action);
    const decisions = refused.map(({ decision }) => decision);
    const allowedBy = (why: Restriction): readonly Place[] =>
      distinctPlaces(
        decisions.flatMap(each => (each.is === 'restricted' && each.why === why ? each.by : [])),
      );
    const isDeniedAlone = decisions.every(each => each.is === 'explicit deny' && each.isOnlyCause);
    const denying = decisions.flatMap(each => (each.is === 'explicit deny' && isDeniedAlone ? each.by : []));
    const allowedElsewhere = allowedBy('resource');
    const unmetConditions = allowedBy('unmet condition');
    const deniedBy = distinctPlaces(denying);
    return actions.length > 0 ? [{ ...need, actions, allowedElsewhere, unmetConditions, deniedBy }] : [];
  });
}

/** The same without some actions, and without needs of which nothing is left. */
export function withoutActions(
  missing: readonly MissingPermissions[],
  left: readonly string[],
): readonly MissingPermissions[] {
  return missing.flatMap(need => {
    const actions = need.actions.filter(action => !left.includes(action));
    return actions.length > 0 ? [{ ...need, actions }] : [];
  });
}

/** Whether the role's policies allow all that is needed. */
export function isAllowed(role: RolePermissions, need: Need): boolean {
  const resource = namesFor(role, need);
  return need.actions.every(action => role.access(action, resource, need.context).is === 'allowed');
}

/** Whether a Deny stands in the way of a need, so that granting more does not help. */
export function isDenied(role: RolePermissions, needs: readonly Need[]): boolean {
  return needs.some(need =>
    need.actions.some(
      action => role.access(action, namesFor(role, need), need.context).is === 'explicit deny',
    ),
  );
}

/** Those without which sessions are refused, or may be. */
export function needsToOpen(needs: readonly Need[]): readonly Need[] {
  return needs.filter(
    ({ consequence }) => consequence === 'session refused' || consequence === 'perhaps refused',
  );
}

/** Why it cannot be told whether the role meets the needs, where that is so. */
export function undecidedNeeds(role: RolePermissions, needs: readonly Need[]): Sentence | undefined {
  for (const need of needs)
    for (const action of need.actions) {
      const decision = role.access(action, namesFor(role, need), need.context);
      const why = doubtOf(action, decision);
      if (why !== undefined) return why;
    }
  return undefined;
}

function doubtOf(action: string, decision: AccessDecision): Sentence | undefined {
  if (decision.is === 'unknown') return decision.why;
  if (decision.is === 'restricted') return say`its policies allow \`${action}\` only under a \`Condition\``;
  const [denial] = decision.is === 'allowed' ? decision.perhapsDeniedBy : [];
  if (!denial) return undefined;
  return denial.why === 'condition'
    ? say`a Deny with a \`Condition\` may block \`${action}\``
    : say`a Deny that cannot be computed may block \`${action}\``;
}
