import type { Stack } from '../cfn/scenario/stack.ts';
import type { TemplateSet } from '../cfn/scenario/template-set.ts';
import type { Settings } from '../rule/types.ts';
import type { Place } from '../syntax/place.ts';
import { type Diagnoser, launcherKeyOf } from './diagnose.ts';
import type { Asked, Judged } from './judge.ts';
import type { Unchecked, UncheckedService } from './unchecked.ts';

const SERVICE = 'AWS::ECS::Service';

/** A service of a stack that is not judged there. */
export type LeftService = Pick<UncheckedService, 'resource' | 'reason' | 'by'> & { readonly at: Place };

export function leftServices(
  { declarations }: Stack,
  asked: readonly Asked[],
  { exec }: Settings,
): readonly LeftService[] {
  const left = asked.filter(({ subject, scope }) => subject.isService && scope === 'never');
  const existing = new Set(asked.map(each => each.subject.resource));
  const others = declarations.ofType(SERVICE).filter(({ id }) => !existing.has(id));
  return [
    ...left.map(each => leftService(each, exec)),
    ...others.map(({ id, at }) => ({ resource: id, at, reason: 'never-created' as const, by: undefined })),
  ];
}

function leftService({ subject: { resource, at }, excuse }: Asked, exec: Settings['exec']): LeftService {
  if (exec === 'forbidden') return { resource, at, reason: 'exec-forbidden', by: undefined };
  if (exec === 'optional' || !excuse) return { resource, at, reason: 'exec-off', by: undefined };
  return { resource, at, reason: 'ignored', by: excuse.isConfigured ? undefined : at.document.file };
}

/** What of the templates was not judged, and what they do not show. */
export function notJudged(
  judged: readonly Judged[],
  system: TemplateSet,
  diagnoser: Diagnoser,
): Pick<Unchecked, 'services' | 'unseen' | 'nested'> {
  return {
    services: uncheckedServices(judged, diagnoser),
    unseen: unseenServices(system.stacks),
    nested: nestedWithoutTemplate(system, diagnoser),
  };
}

/** The services of judged templates that were judged in none of their stacks. */
function uncheckedServices(judged: readonly Judged[], diagnoser: Diagnoser): readonly UncheckedService[] {
  const checked = new Set(
    judged.flatMap(each => each.launchers.map(({ resource }) => launcherKeyOf(each.document.file, resource))),
  );
  const found = new Map<string, UncheckedService>();
  for (const { document, unchecked } of judged)
    for (const { resource, at, reason, by } of unchecked) {
      const key = launcherKeyOf(document.file, resource);
      if (!checked.has(key) && !found.has(key))
        found.set(key, { resource, file: document.file, line: lineOf(at, diagnoser), reason, by });
    }
  return [...found.values()];
}

/** What may have services that no template shows. */
function unseenServices(stacks: readonly Stack[]): Unchecked['unseen'] {
  const reasons = new Map(
    stacks.map(({ document, declarations }) => [document.file, declarations.mayAdd(SERVICE)]),
  );
  return [...reasons].flatMap(([file, reason]) => (reason ? [{ file, reason }] : []));
}

/** The nested stacks whose templates were not passed. */
function nestedWithoutTemplate(system: TemplateSet, diagnoser: Diagnoser): Unchecked['nested'] {
  const found = system.stacks.flatMap(stack =>
    system.withoutTemplate(stack).map(({ id, at }) => {
      return { resource: id, file: stack.document.file, line: lineOf(at, diagnoser) };
    }),
  );
  return [...new Map(found.map(each => [JSON.stringify(each), each])).values()];
}

function lineOf(at: Place, diagnoser: Diagnoser): number {
  return diagnoser.span(at).start.line;
}
