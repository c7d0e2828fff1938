import { transformSync } from 'esbuild';
import { type Rule, rules } from '../../src/index.ts';
import * as api from '../../src/rule.ts';

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
