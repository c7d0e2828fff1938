import type { CloudAssemblies, Options } from '../index.ts';
import type { AppTemplate } from './app-templates.ts';
import type { PolicyValidationContext, ValidatedConstruct } from './policy-validation.ts';

/** What the CDK keeps of acknowledgments on constructs: `Validations.ACKNOWLEDGED_RULES_METADATA_KEY`. */
const KEY = 'aws:cdk:acknowledged-rules';

/** A rule that is acknowledged on a construct, and on all that is below it. */
interface Acknowledgment {
  readonly ruleId: string;
  /** The path of the construct, which is empty for the app. */
  readonly construct: string;
  readonly reason: string;
}

/** What an app acknowledges of a plugin by `acknowledge` of `Validations`, as ignores; nothing where there is none. */
export function acknowledgedIgnores(
  { appConstruct }: PolicyValidationContext,
  plugin: string,
  assemblies: CloudAssemblies,
  templates: readonly AppTemplate[],
): Options['ignores'] {
  const all = appConstruct ? acknowledgmentsIn(appConstruct, plugin) : [];
  if (all.length === 0) return undefined;
  const byFile = new Map(templates.map(each => [each.document.file, each]));
  return ({ ruleId, file, resource }) => {
    const { document, path } = byFile.get(file) ?? {};
    if (!document || path === undefined || resource === undefined) return undefined;
    const construct = assemblies.constructOf(path, document, resource) ?? '';
    return all.find(each => each.ruleId === ruleId && isWithin(construct, each.construct))?.reason;
  };
}

function acknowledgmentsIn(construct: ValidatedConstruct, plugin: string): readonly Acknowledgment[] {
  const { path, metadata, children } = construct.node;
  const own = metadata
    .flatMap(({ type, data }) => (type === KEY ? Object.entries(data ?? {}) : []))
    .filter(([id]) => id.startsWith(`${plugin}::`))
    .map(([id, reason]) => {
      return { ruleId: id.slice(plugin.length + 2), construct: path, reason: String(reason) };
    });
  return [...own, ...children.flatMap(each => acknowledgmentsIn(each, plugin))];
}

function isWithin(construct: string, other: string): boolean {
  return other === '' || construct === other || construct.startsWith(`${other}/`);
}
