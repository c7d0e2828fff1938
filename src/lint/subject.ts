import type { Template } from '../cfn/scenario/scenario-template.ts';
import type { Scenarios } from '../cfn/scenario/scenarios.ts';
import type { Answer } from '../cfn/value.ts';
import type { Launcher } from '../ecs/launchers/launcher.ts';
import { LAUNCHER_TYPES, launchersOf } from '../ecs/launchers/launchers.ts';
import { Service } from '../ecs/launchers/service.ts';
import type { Sentence } from '../i18n/sentence.ts';
import type { Settings } from '../rule/types.ts';
import type { Place } from '../syntax/place.ts';

/** A launcher, whatever the scenario. */
export interface Subject {
  readonly id: string;
  /** The logical id of its resource. */
  readonly resource: string;
  /** What it is to people: `service`, `schedule`. */
  readonly noun: Sentence;
  readonly at: Place;
  readonly isService: boolean;
}

/** The scenarios in which rules are asked about a launcher. */
export type Scope = 'everywhere' | 'where it may be on' | 'where it is on' | 'never';

/** Everything that is a launcher in some scenario. */
export function subjects(scenarios: Scenarios): readonly Subject[] {
  const declared = [...scenarios.declarations.resources.values()].filter(each =>
    LAUNCHER_TYPES.has(each.type),
  );
  return declared.flatMap(({ id: resource }) => {
    const explored = scenarios.explore(template =>
      launchersIn(template, resource).map(launcher => {
        const { id, noun, at } = launcher;
        return { id, resource, noun, at, isService: launcher instanceof Service };
      }),
    );
    const found = explored.answers.flatMap(each => each.value);
    return [...new Map(found.map(each => [each.id, each])).values()];
  });
}

/**
 * A service should have exec on, unless nobody asks for it; of other launchers only those count that have it on.
 * Where exec is forbidden, nobody is told what it would need. A service that is excused from having it on is judged
 * wherever it may have it on all the same.
 */
export function scopeOf(
  subject: Subject,
  scenarios: Scenarios,
  exec: Settings['exec'],
  isExcused: boolean,
): Scope {
  if (exec === 'forbidden') return 'never';
  const here = scenarios.explore(template => launcherOf(template, subject)?.execInScenario());
  const isEver = (is: Answer['is']): boolean => here.answers.some(each => each.value === is);
  if (!subject.isService || exec !== 'required') return isEver('yes') ? 'where it is on' : 'never';
  const mayBeOn = !here.complete || isEver('yes') || isEver('unknown');
  if (mayBeOn) return 'where it may be on';
  return isExcused ? 'never' : 'everywhere';
}

export function isInScope(launcher: Launcher, scope: Scope): boolean {
  switch (scope) {
    case 'everywhere':
      return true;
    case 'where it may be on':
      return launcher.execInScenario() !== 'no';
    case 'where it is on':
      return launcher.execInScenario() === 'yes';
    case 'never':
      return false;
  }
}

function launchersIn(template: Template, resource: string): readonly Launcher[] {
  const found = template.resource(resource);
  return found ? launchersOf(found) : [];
}

export function launcherOf(template: Template, subject: Subject): Launcher | undefined {
  return launchersIn(template, subject.resource).find(each => each.id === subject.id);
}
