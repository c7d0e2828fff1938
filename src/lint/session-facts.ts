import type { Scenarios } from '../cfn/scenario/scenarios.ts';
import type { Answer } from '../cfn/value.ts';
import { certain } from '../cfn/value.ts';
import { usesFireLens } from '../ecs/container/firelens.ts';
import type { Launcher } from '../ecs/launchers/launcher.ts';
import { clusterDependency } from '../ecs/logging/cluster-dependency.ts';
import { sessionLog } from '../ecs/logging/session-log.ts';
import { type Destination, nameOf } from '../ecs/model/destination.ts';
import { unseenNetwork } from '../ecs/network/task-network.ts';
import {
  FIRELENS,
  INSTANCE_TOO_OLD,
  PLUGIN_AND_CLI,
  SCRIPT_MISSING,
  SERVICE_CONTROL_POLICY,
  TASK_STARTED_BEFORE,
} from '../error-messages/outside-causes.ts';
import type { Sentence } from '../i18n/sentence.ts';
import type { RecordDestination } from './report.ts';
import { launcherOf, type Subject } from './subject.ts';

/** What a template shows of a launcher's sessions besides what rules say, in whatever scenario. */
export interface SessionFacts {
  readonly destinations: readonly RecordDestination[];
  /** What the record depends on, where the cluster is in no template that was given: a phrase. */
  readonly dependsOn: Sentence | undefined;
  /** Which of the given templates may hold what it runs in or as, where several fit: phrases. */
  readonly ambiguities: readonly Sentence[];
  /** Why it is not seen whether its tasks reach Session Manager: a phrase. */
  readonly unseenNetwork: Sentence | undefined;
  readonly mayRunOnInstances: boolean;
  readonly usesFireLens: boolean;
}

export function sessionFacts(subject: Subject, scenarios: Scenarios): SessionFacts {
  const { answers } = scenarios.explore(template => {
    const launcher = launcherOf(template, subject);
    return launcher && factsOf(launcher);
  });
  const found = answers.flatMap(({ value }) => value ?? []);
  const destinations = new Map(
    found.flatMap(each => each.destinations).map(each => [JSON.stringify(each), each]),
  );
  return {
    destinations: [...destinations.values()],
    dependsOn: found.find(each => each.dependsOn !== undefined)?.dependsOn,
    ambiguities: distinct(found.flatMap(each => each.ambiguities)),
    unseenNetwork: found.find(each => each.unseenNetwork !== undefined)?.unseenNetwork,
    mayRunOnInstances: found.some(each => each.mayRunOnInstances),
    usesFireLens: found.some(each => each.usesFireLens),
  };
}

function factsOf(launcher: Launcher): SessionFacts {
  return {
    destinations: (certain(sessionLog(launcher))?.destinations ?? []).map(recordDestination),
    dependsOn: clusterDependency(launcher),
    ambiguities: [launcher.cluster(), launcher.taskDefinition(), launcher.taskRole()].flatMap(each =>
      each.is === 'unknown' && each.isAmbiguous ? [each.why] : [],
    ),
    unseenNetwork: unseenNetwork(launcher),
    mayRunOnInstances: launcher.onFargate().is !== 'yes',
    usesFireLens: usesFireLens(launcher),
  };
}

function distinct(sentences: readonly Sentence[]): readonly Sentence[] {
  return [...new Map(sentences.map(each => [String(each), each])).values()];
}

function recordDestination(destination: Destination): RecordDestination {
  const { kind, resource } = destination;
  return { kind, resource: resource?.id, name: nameOf(destination) };
}

/** What sessions depend on that no template shows: complete sentences. */
export function outsideTemplate(facts: SessionFacts, recorded: Answer['is']): readonly Sentence[] {
  return [
    SERVICE_CONTROL_POLICY,
    PLUGIN_AND_CLI,
    TASK_STARTED_BEFORE,
    ...(facts.mayRunOnInstances ? [INSTANCE_TOO_OLD] : []),
    ...(recorded === 'no' ? [] : [SCRIPT_MISSING]),
    ...(facts.usesFireLens ? [FIRELENS] : []),
  ].map(each => each.says);
}
