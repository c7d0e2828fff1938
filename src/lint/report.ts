import type { Answer } from '../cfn/value.ts';
import type { TaskReplacement } from '../ecs/replacement.ts';
import type { DependencyEdgeKind, DependencyKind } from '../ecs/session-dependencies.ts';
import type { SessionTarget } from '../ecs/session-target.ts';
import type { Splice } from '../edit/tree/edit.ts';
import type { Sentence } from '../i18n/sentence.ts';
import type { Blocked, Fix, Severity } from '../rule/types.ts';
import type { Document } from '../syntax/document.ts';
import type { Path } from '../syntax/place.ts';
import type { Position } from '../syntax/position.ts';
import type { BaselineUse } from './baseline.ts';
import type { Question } from './impact.ts';
import type { Unchecked } from './unchecked.ts';

/** A stretch of a text; its end is exclusive. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** A finding with its rule and range. */
export interface Diagnostic {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: Sentence;
  readonly file: string;
  readonly range: Span;
  readonly path: Path;
  /** The logical id that it is about; absent for what concerns the template as a whole. */
  readonly resource: string | undefined;
  /** False when it rests on something that a deployment may change, such as a parameter's default. */
  readonly sure: boolean;
  /** The condition assignments in which it holds; empty when it holds in all. */
  readonly scenarios: readonly Readonly<Record<string, boolean>>[];
  readonly related: readonly RelatedDiagnostic[];
  /** The launchers whose tasks it keeps from being ready, by file and id. */
  readonly launchers: readonly string[];
  /** What it stands in the way of. */
  readonly blocks: Blocked | undefined;
  /** Which answer about its launchers it keeps from being `yes`, the first of them. */
  readonly prevents: Question | undefined;
  readonly fix: (Fix & { readonly splices: readonly FileSplice[] }) | undefined;
  /** Without a fix: the rules whose fix for one of the same launchers, where they have one, settles the same cause. */
  readonly fixedBy?: readonly string[];
  /** Why a fix that there would be is not offered: a complete sentence. */
  readonly fixRefused?: Sentence | undefined;
  /** What to do instead where a tool writes the template, in what it is written from: a phrase. */
  readonly advice?: Sentence;
  /** Where it comes from, for templates of a cloud assembly. */
  readonly source?: ConstructSource;
  readonly url: string;
}

/** What a construct of the AWS CDK is that a finding is about, and where the app makes it. */
export interface ConstructSource {
  /** Without the name of the library, as `aws_ecs.FargateService`; nothing where the tree of the app is not there. */
  readonly className: string | undefined;
  /** `Stack/Web` */
  readonly path: string;
  /** Where it is made, and where what makes it is called, if that is a helper; empty where it is not known. */
  readonly frames: readonly SourceFrame[];
}

/** A place in the source of an app; line and column count from 1. */
export interface SourceFrame {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A splice, and the file whose text it changes. */
export interface FileSplice extends Splice {
  readonly file: string;
}

/** Another place that plays a part in a finding, and which. */
export interface RelatedDiagnostic {
  readonly message: Sentence;
  readonly file: string;
  readonly path: Path;
  readonly range: Span;
}

/**
 * `unknown` is what could not be decided, or is only likely. The others decide nothing: the launcher has nothing that the
 * rule is about, no template that was given holds it, or the rule is off.
 */
export type CheckStatus = 'pass' | 'fail' | 'unknown' | 'not-applicable' | 'not-visible' | 'skipped';

/** What one rule says of one launcher. */
export interface Check {
  readonly id: string;
  readonly severity: Severity;
  readonly status: CheckStatus;
  /** What fails, what would decide an unknown, why a pass was not looked at, or why the rule was not asked. */
  readonly detail: Sentence | undefined;
  /** Where it fails, or is not known: in one of the templates given, which may be another than the launcher's. */
  readonly file: string | undefined;
  readonly line: number | undefined;
}

/** Whether something will work: the answer that rules give, whatever is suppressed. */
export interface ReadinessAnswer {
  readonly is: Answer['is'];
  /** The ids of the rules that keep it from being `yes`. */
  readonly because: readonly string[];
  /** Why all of these are not counted in the verdict: a word such as `ignored`. */
  readonly suppressed: Sentence | undefined;
}

/** A log group or bucket that sessions are written to. */
export interface RecordDestination {
  readonly kind: 'log group' | 'bucket';
  /** Its logical id, when it is in a template that was given. */
  readonly resource: string | undefined;
  /** Its name, when that is not only known once deployed. */
  readonly name: string | undefined;
}

/** Whether sessions are recorded, and where. */
export interface RecordedAnswer extends ReadinessAnswer {
  /** As far as it is known. */
  readonly in: readonly RecordDestination[];
  /** What it depends on, where the cluster is in no template that was given: a phrase. */
  readonly dependsOn: Sentence | undefined;
}

/** Whether `execute-command` will work on a service, and be recorded. */
export interface Readiness {
  readonly resource: string;
  /** What it is to people: `service`, `schedule`. */
  readonly noun: Sentence;
  readonly file: string;
  readonly line: number;
  /** The worse of the two answers, as far as they are not suppressed. */
  readonly verdict: 'ready' | 'not-ready' | 'undecided';
  /** Whether sessions can be opened. */
  readonly opens: ReadinessAnswer;
  readonly recorded: RecordedAnswer;
  readonly checks: readonly Check[];
  /** Which of the given templates may hold what it depends on, where several fit: phrases. */
  readonly ambiguities: readonly Sentence[];
  /** Why it is not seen whether its tasks reach Session Manager: a phrase. It decides nothing. */
  readonly unseenNetwork: Sentence | undefined;
  /** What sessions depend on besides, and no template shows: complete sentences. It decides nothing. */
  readonly outside: readonly Sentence[];
}

/** A node of the dependency graph: a resource that sessions depend on, or what is in no template that was given. */
export interface GraphNode {
  readonly kind: DependencyKind;
  /** What it is to people, for a launcher: `service`. */
  readonly noun: Sentence | undefined;
  /** A logical id or a name; empty where it has none, or where it is not known. */
  readonly name: string;
  /** Why it is not known: a phrase, `it is imported from another stack`. */
  readonly why: Sentence | undefined;
  readonly file: string | undefined;
  /** From 1. */
  readonly line: number | undefined;
  /**
   * For a launcher its own; for others what the checks say that find their fault there. Nothing for what is not seen.
   */
  readonly verdict: Readiness['verdict'] | undefined;
  /** The rules by which it is not ready, or not decided. */
  readonly because: readonly string[];
}

/** An edge of the dependency graph: both ends are indices into its nodes. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  /** What the second is to the first: `task role`, or a verb such as `runs`. */
  readonly as: DependencyEdgeKind;
  /** The condition assignments in which it does; empty when it does in all. */
  readonly scenarios: Diagnostic['scenarios'];
}

/**
 * The dependency graph of sessions: from each launcher over task definition, roles and policies, and over the cluster,
 * to where sessions are recorded.
 */
export interface DependencyGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A fix that was made. */
export interface AppliedFix {
  readonly ruleId: string;
  /** The file that it changed, or the first of them. */
  readonly file: string;
  /** All files that it changed, where there are several. */
  readonly files?: readonly string[];
  readonly title: Sentence;
}

/** A fix that was not made. */
export interface RefusedFix extends AppliedFix {
  /** A complete sentence. */
  readonly why: Sentence;
}

/** A stretch of the text of a template that no report shows. */
export interface Secret {
  readonly file: string;
  /** UTF-16 offsets; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A template that has to be deployed. */
export interface Deployment {
  readonly file: string;
  /** What the deploy has to acknowledge: `CAPABILITY_IAM`. */
  readonly capabilities: readonly string[];
}

/** What is left to do before sessions can be opened on the tasks of a service, or of what else starts tasks. */
export interface ServiceSteps extends SessionTarget {
  readonly resource: string;
  /** What it is to people: `service`, `schedule`. */
  readonly noun: Sentence;
  readonly file: string;
  readonly verdict: Readiness['verdict'];
  /** What replaces the tasks that run already. */
  readonly replacement: TaskReplacement;
}

/** What is left to do once fixes are written. */
export interface NextSteps {
  /** The services in these templates that are still not ready. */
  readonly notReady: readonly Readiness[];
  readonly deployments: readonly Deployment[];
  readonly services: readonly ServiceSteps[];
}

/** All that a run has to say: plain data, in the order in which it is printed. */
export interface Report {
  /** The templates that were judged, with their texts. */
  readonly documents: readonly Document[];
  /** Files that hold nothing to judge: mostly they are no templates. */
  readonly skipped: readonly string[];
  /** Of the templates, those that would have taken too much to judge, as no real one does: nothing is known of them. */
  readonly notAnalyzed: readonly string[];
  readonly findings: readonly Diagnostic[];
  /** How many findings are left out because a template or the configuration asks for it. */
  readonly ignored: number;
  readonly services: readonly Readiness[];
  readonly unchecked: Unchecked;
  /** The values of AWS keys in environments of containers. */
  readonly secrets: readonly Secret[];
  /** What was read of an account and is shown in no report unless a template has it: account ids, ARNs, parts of policies. */
  readonly confidential: readonly string[];
  /** What sessions depend on; only where `Options.graph` asks for it. */
  readonly graph: DependencyGraph | undefined;
  readonly fixes: { readonly applied: readonly AppliedFix[]; readonly refused: readonly RefusedFix[] };
  /** Only where there is a baseline. */
  readonly baseline?: BaselineUse;
  /** After fixes that bear on sessions. */
  readonly nextSteps?: NextSteps | undefined;
}
