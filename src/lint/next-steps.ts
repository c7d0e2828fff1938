import { capabilitiesOf } from '../cfn/scenario/capabilities.ts';
import { Scenarios } from '../cfn/scenario/scenarios.ts';
import type { Stack } from '../cfn/scenario/stack.ts';
import { TemplateSet, type TemplateSetOptions } from '../cfn/scenario/template-set.ts';
import type { Launcher } from '../ecs/launchers/launcher.ts';
import { Service } from '../ecs/launchers/service.ts';
import { replacementOf, type TaskReplacement } from '../ecs/replacement.ts';
import { sessionTarget } from '../ecs/session-target.ts';
import type { Document } from '../syntax/document.ts';
import { Changes } from './changes.ts';
import { launcherKeyOf } from './diagnose.ts';
import { within } from './judge.ts';
import type { Deployment, NextSteps, Readiness, Report, ServiceSteps } from './report.ts';
import { launcherOf, type Subject, subjects } from './subject.ts';

/** How to tell what comes next. */
interface NextOptions extends TemplateSetOptions {
  /** Only of these; of all unless it is said which. */
  readonly about?: (service: Readiness) => boolean;
}

/**
 * What is left to do once templates are as they are after fixes: to deploy them, and to open sessions where they could
 * not be opened before or where a change of the same template affects them. Without a report on what was before,
 * everything counts as changed, and where there are no services there is nothing to do.
 */
export function nextSteps(
  before: Report | undefined,
  after: Report,
  { about = () => true, ...options }: NextOptions,
): NextSteps | undefined {
  const changes = before && new Changes(before.documents, after.documents);
  if (changes?.all.length === 0) return undefined;
  const were = new Map(before?.services.map(each => [keyOf(each), each.verdict]));
  const changedFiles = new Set(changes?.all.map(each => each.file));
  const relevant = after.services.filter(
    each =>
      about(each) && ((were.get(keyOf(each)) ?? 'not-ready') === 'not-ready' || changedFiles.has(each.file)),
  );
  const standings = new Map(relevant.map(each => [keyOf(each), each]));
  const files = new Set(relevant.map(each => each.file));
  const { stacks } = new TemplateSet(after.documents, options);
  const unjudged = new Set<Document>();
  const found = stacks.flatMap(stack => {
    if (!files.has(stack.document.file)) return [];
    const scenarios = new Scenarios(stack);
    const steps = within(unjudged, stack.document, () =>
      subjects(scenarios).flatMap(each => {
        const standing = standings.get(keyOf({ resource: each.id, file: each.at.document.file }));
        return (standing && stepsFor(each, standing, scenarios, changes)) ?? [];
      }),
    );
    return steps.flat().map(each => ({ stack, each }));
  });
  const services = new Map(found.map(({ each }) => [keyOf(each), each]));
  if (services.size === 0 && !changes) return undefined;
  const changed = changes
    ? stacks.filter(each => changes.areIn(each.document))
    : found.map(({ stack }) => stack);
  const isLeft = (each: Readiness): boolean =>
    each.verdict === 'not-ready' && (changedFiles.has(each.file) || services.has(keyOf(each)));
  return {
    notReady: relevant.filter(isLeft),
    deployments: deployments(changed),
    services: [...services.values()],
  };
}

function keyOf({ file, resource }: Pick<Readiness, 'file' | 'resource'>): string {
  return launcherKeyOf(file, resource);
}

/** Nothing where no change bears on its sessions, or it never has ECS Exec on. */
function stepsFor(
  subject: Subject,
  { verdict }: Readiness,
  scenarios: Scenarios,
  changes: Changes | undefined,
): ServiceSteps | undefined {
  const { id, resource, noun, at, isService } = subject;
  const { answers } = scenarios.explore(template => {
    const launcher = launcherOf(template, subject);
    const isRelevant =
      launcher && launcher.execInScenario() !== 'no' && (!changes || affects(changes, launcher));
    if (!isRelevant) return undefined;
    const replacement: TaskReplacement =
      launcher instanceof Service ? replacementOf(launcher, each => changes?.of(each)) : 'none';
    return { ...sessionTarget(launcher), replacement };
  });
  const found = answers.flatMap(each => each.value ?? []);
  const [first] = found;
  if (!first) return undefined;
  const isSame = (key: keyof typeof first): boolean => found.every(each => each[key] === first[key]);
  return {
    resource: isService ? resource : id,
    noun,
    file: at.document.file,
    verdict,
    cluster: isSame('cluster') ? first.cluster : undefined,
    service: isSame('service') ? first.service : undefined,
    container: isSame('container') ? first.container : undefined,
    shell: first.shell,
    replacement: isSame('replacement') ? first.replacement : 'unknown',
  };
}

/** Whether something that sessions depend on is changed. Networks are not followed: any change of one counts. */
function affects(changes: Changes, launcher: Launcher): boolean {
  const definition = launcher.taskDefinition();
  const role = launcher.taskRole();
  const permissions = launcher.taskRolePermissions();
  const cluster = launcher.cluster();
  const resources = [
    launcher.resource,
    ...(definition.is === 'known' ? [definition.value.resource] : []),
    ...(cluster.is === 'known' ? [cluster.value.resource] : []),
    ...(role.is === 'known' ? [role.value.resource] : []),
    ...(permissions.is === 'known' ? permissions.value.separatePolicies() : []),
  ];
  return changes.all.some(
    ({ file, id, type }) =>
      type.startsWith('AWS::EC2::') ||
      resources.some(
        ({ id: own, at, template }) =>
          at.document.file === file && template.declarations.references.reaches(own, id),
      ),
  );
}

/** Of some stacks, those around them, each of which is deployed with all that is nested in it. */
function deployments(stacks: readonly Stack[]): readonly Deployment[] {
  const outermost = stacks.flatMap(each => each.lineage().at(-1) ?? []);
  const byFile = new Map(outermost.map(each => [each.document.file, each]));
  return [...byFile].map(([file, stack]) => ({ file, capabilities: capabilitiesOf(stack) }));
}
