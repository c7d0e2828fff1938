import { transformSync } from 'esbuild';
import { type Rule, rules } from '../../src/index.ts';
import * as caller from '../../src/rule/caller.ts';
import * as container from '../../src/rule/container.ts';
import * as enablement from '../../src/rule/enablement.ts';
import * as shared from '../../src/rule/index.ts';
import * as logging from '../../src/rule/logging.ts';
import * as network from '../../src/rule/network.ts';
import * as taskRole from '../../src/rule/task-role.ts';
import * as template from '../../src/rule/template.ts';

/** What rules import, from whichever kit. */
const api = {
  ...caller,
  ...container,
  ...enablement,
  ...shared,
  ...logging,
  ...network,
  ...taskRole,
  ...template,
};

/** The rule that a module would export if this were its text; nothing when it is no TypeScript, or breaks at once. */
export function ruleIn(source: string): Rule | undefined {
  const module: { exports: Readonly<Record<string, unknown>> } = { exports: {} };
  try {
    const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
    new Function('require', 'module', code)(() => api, module);
  } catch {
    return undefined;
  }
  return Object.values(module.exports).find(isRule);
}

function isRule(value: unknown): value is Rule {
  return (
    typeof value === 'object' && value !== null && 'id' in value && rules.some(each => each.id === value.id)
  );
}
