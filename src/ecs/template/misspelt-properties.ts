import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { misspeltKeys } from '../../cfn/template/misspelt-keys.ts';
import { memoize } from '../../util/memoize.ts';
import { type FoundKey, isReached } from '../enablement/keys-below.ts';
import type { Launcher } from '../launchers/launcher.ts';

/** A property that CloudFormation does not know by the name it has, and rejects. */
export interface MisspeltProperty extends FoundKey {
  readonly holder: Resource;
  readonly meant: string;
}

/** Those of a template; a macro may know them. */
export const misspeltProperties: (template: Template) => readonly MisspeltProperty[] = memoize(
  (template: Template) => {
    const { resources, macro } = template.declarations;
    if (macro !== undefined) return [];
    return [...resources.values()].flatMap(declaration => {
      const found = misspeltKeys(declaration);
      const holder = found.length > 0 ? template.resource(declaration.id) : undefined;
      if (!holder) return [];
      return found.filter(({ at }) => isReached(template, holder.at, at)).map(each => ({ ...each, holder }));
    });
  },
);

/** Those of the templates that sessions of a launcher depend on: none of them can be deployed. */
export function misspeltPropertiesFor(launcher: Launcher): readonly MisspeltProperty[] {
  const behind = [
    launcher.taskDefinition(),
    launcher.taskRole(),
    launcher.executionRole(),
    launcher.cluster(),
  ].flatMap(each => (each.is === 'known' ? [each.value.resource.template] : []));
  return [...new Set([launcher.resource.template, ...behind])].flatMap(misspeltProperties);
}
