import type { Template } from '../cfn/scenario/scenario-template.ts';
import type { Launcher } from '../ecs/launchers/launcher.ts';
import type { Service } from '../ecs/launchers/service.ts';
import type { Cluster } from '../ecs/model/cluster.ts';
import type { Edit } from '../edit/tree/edit.ts';
import type { ErrorMessageId } from '../error-messages/error-message.ts';
import type { Sentence } from '../i18n/sentence.ts';
import type { TextTypo } from '../syntax/document.ts';
import type { Place } from '../syntax/place.ts';

export type Severity = 'error' | 'warning' | 'info';

/** `safe` fixes are applied by `--fix`; `unsafe` ones may take something away that a person wanted. */
export type Safety = 'safe' | 'unsafe';

/** What a person decides about the check as a whole, from flags and configuration. */
export interface Settings {
  /** Whether services should have ECS Exec on: `required` unless said otherwise. */
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
 * What a finding stands in the way of: the deploy of the template, the deploy of what has ECS Exec on, the opening of
 * sessions, or the record of them.
 */
export type Blocked = 'deploy' | 'deploy with exec' | 'session' | 'session log';

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
  /** It may turn out to stand in the way of nothing: whether sessions open, or are recorded, is left open. */
  readonly mayBlock?: true;
  readonly related?: readonly Related[];
  /** It sums up items of a list, which may have more of them in another scenario: then that is the finding. */
  readonly isCumulative?: true;
  /** Why it is only likely: it rests on something that a deployment may change. */
  readonly unsure?: Sentence | undefined;
  readonly fix?: Fix | undefined;
  /** Without a fix: the rules whose fix for one of the same launchers, where they have one, settles the same cause. */
  readonly fixedBy?: readonly string[];
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
  /** What it may stand in the way of, when that is not the rule's own. */
  readonly blocks?: Blocked;
}

/** Why a rule has nothing to say about a launcher: neither a pass nor a finding, and no reason for doubt. */
export interface Inapplicable {
  /** There is nothing that the rule is about, or no template that was given holds it. */
  readonly inapplicable: 'not-applicable' | 'not-visible';
  /** A phrase that follows "because": `there is no task role`. */
  readonly why: Sentence;
}

/** The rule was not asked here. */
export interface NotAsked extends Inapplicable {
  readonly at: Place;
  readonly for: readonly Launcher[];
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
  /** In place of edits: the slips in the text that are put right. */
  readonly repair?: readonly TextTypo[];
  /** What it takes as given: where another fix is to change that, it waits, to be thought over. */
  readonly preconditions?: readonly Place[];
  /** What to do instead where the text of the edits cannot be written without damage. */
  readonly fallback?: Fix | undefined;
  /**
   * What to do instead where another rule has a fix for one of the same launchers, which fixes the same cause: what
   * that one leaves, or nothing. The first that applies counts.
   */
  readonly supersededBy?: readonly { readonly rule: string; readonly fix: Fix | undefined }[];
}

export type Verdict = Finding | Undecided | NotAsked;

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
  /**
   * What its findings stand in the way of: sessions, unless said otherwise. Fixes may bring none that blocks a deploy,
   * and what blocks the session log decides whether sessions are recorded.
   */
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
  /** The error messages that people see because of what it finds, the usual one first. */
  readonly errorMessages?: readonly ErrorMessageId[];
  /** What it finds can be taken out without loss. */
  readonly findsSuperfluous?: true;
  /**
   * `exec` (the usual case): asked only about launchers that have exec on, or should. `all`: about every launcher.
   */
  readonly scope?: 'exec' | 'all';
  /** The one policy under which it has anything to say; without one, under all. */
  readonly policy?: Settings['exec'];
  /** Says where exec should be on: skipped, only services that have it on are judged by the others. */
  readonly demandsExec?: true;
  /** Why it is not asked about a launcher; nothing where it is. A rule without it is asked about all of them. */
  appliesTo?(launcher: Launcher): Inapplicable | undefined;
  /** Asked about whatever starts tasks, services among them, in every scenario in which it exists. */
  checkLauncher?(launcher: Launcher, settings: Settings): Iterable<Verdict>;
  /** Asked about services and daemons alone. */
  checkService?(service: Service, settings: Settings): Iterable<Verdict>;
  /**
   * Asked in every scenario in which the cluster exists, whether a service uses it or not; and for each launcher that
   * runs on it, unless the rule asks about launchers itself. Where the cluster is in no template, it is not visible.
   */
  checkCluster?(cluster: Cluster, settings: Settings, launchers: readonly Launcher[]): Iterable<Verdict>;
  /** Asked once a template, of what does not depend on a scenario. */
  checkTemplate?(template: Template, settings: Settings): Iterable<Verdict>;
  /** Asked once a template, when all else is said, of what it asks not to be told. */
  checkIgnores?(ignores: readonly SeenIgnore[]): Iterable<Finding>;
}
