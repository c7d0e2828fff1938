import type { Answer, Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import { isArray, isObject, type Json, property } from '../../syntax/json-value.ts';

/** Whether a list of compatibilities names Fargate and nothing else. */
export function fargateOnly(compatibilities: Value<Json>): Answer {
  return certain(compatibilities, list => isListOf(list, each => each === 'FARGATE'));
}

/** Whether a launch type or, without one, a capacity provider strategy is Fargate's; nothing where neither is said. */
export function launchesOnFargate(launchType: Value<Json>, providers: Value<Json>): Answer | undefined {
  if (launchType.is !== 'absent') return certain(launchType, type => type === 'FARGATE');
  if (providers.is !== 'absent') return certain(providers, strategy => isListOf(strategy, isFargateProvider));
  return undefined;
}

/** What rests on a parameter's default may be otherwise when deployed. */
function certain(value: Value<Json>, holds: (value: Json) => boolean): Answer {
  const { at } = value;
  if (value.is === 'absent') return { is: 'no', at };
  const why = value.is === 'unknown' ? value.why : value.unsure;
  if (value.is === 'unknown' || why !== undefined) return { is: 'unknown', at, why: why ?? say`` };
  return { is: holds(value.value) ? 'yes' : 'no', at };
}

function isListOf(value: Json, isOne: (item: Json) => boolean): boolean {
  return isArray(value) && value.length > 0 && value.every(isOne);
}

function isFargateProvider(item: Json): boolean {
  const provider = isObject(item) ? property(item, 'CapacityProvider') : undefined;
  return provider === 'FARGATE' || provider === 'FARGATE_SPOT';
}
