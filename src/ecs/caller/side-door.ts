import type { Template } from '../../cfn/scenario/template.ts';
import type { Place } from '../../syntax/place.ts';
import { START_SESSION } from '../model/actions.ts';
import { anyTask, type Caller, callers } from './caller.ts';

/** A way into containers past ECS. */
export interface SideDoor {
  readonly caller: Caller;
  /** What allows it. */
  readonly at: Place;
}

/** Those who may run `execute-command`, and whom nothing keeps from starting sessions on tasks by other means. */
export function sideDoors(template: Template): readonly SideDoor[] {
  return callers(template).flatMap(caller => {
    const decision = caller.access(START_SESSION, [anyTask()]);
    const [at] = decision.is === 'allowed' ? decision.by : [];
    return at ? [{ caller, at }] : [];
  });
}
