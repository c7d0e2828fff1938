// What rules ask about where ECS Exec is enabled, and how they fix it.

export { flagless } from '../ecs/enablement/flagless.ts';
export { oldPlatform } from '../ecs/enablement/platform.ts';
export {
  ownFlagAstray,
  type StrayFlag,
  saysOn,
  strayFlagsOfOwn,
  strayFlagsOnOthers,
} from '../ecs/enablement/stray-flag.ts';
export { type StrayProperty, strayProperties } from '../ecs/enablement/stray-property.ts';
export { wrongFlag } from '../ecs/enablement/wrong-flag.ts';
export { servicesRunning } from '../ecs/launchers/launchers.ts';
export type { Service } from '../ecs/launchers/service.ts';
export { settleStrayFlag } from '../fixes/enablement/stray-flag.ts';
export { moveProperty } from '../fixes/enablement/stray-property.ts';
