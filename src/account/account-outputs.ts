import { type AccountTemplate, scopeOfArn } from '../cfn/template/account.ts';
import { parse } from '../syntax/parse.ts';
import type { DescribedOutput, DescribedStack, Source } from './described.ts';
import { LogicalIds } from './logical-ids.ts';

interface Found extends DescribedOutput {
  readonly source: Source;
}

/** Outputs that were described, of which each stack becomes a template. */
export class AccountOutputs {
  /** By stack, and by what an output is told from others. */
  readonly #stacks = new Map<string, Map<string, Found>>();

  add({ stackId, outputs }: DescribedStack, source: Source): void {
    const known = this.#stacks.get(stackId) ?? new Map<string, Found>();
    this.#stacks.set(stackId, known);
    for (const output of outputs) {
      const key = output.exportName === undefined ? `output ${output.key}` : `export ${output.exportName}`;
      const other = known.get(key);
      const isNewer = !other || source.modified >= other.source.modified;
      const newest = isNewer ? { ...output, source } : other;
      known.set(key, { ...newest, key: newest.key ?? other?.key ?? output.key });
    }
  }

  templates(): readonly AccountTemplate[] {
    return [...this.#stacks].map(([stackId, outputs]) => templateOf(stackId, [...outputs.values()]));
  }
}

function templateOf(stackId: string, outputs: readonly Found[]): AccountTemplate {
  const ids = new LogicalIds();
  const content = Object.fromEntries(
    outputs.map(({ key, value, exportName }) => [
      key ?? ids.of(exportName ?? ''),
      { Value: value, ...(exportName !== undefined && { Export: { Name: exportName } }) },
    ]),
  );
  const [, stackName] = /:stack\/([^/]+)/.exec(stackId) ?? [];
  const [first = ''] = outputs.map(each => each.source.file).sort();
  return {
    document: parse(first, JSON.stringify({ Outputs: content })),
    stackName,
    scope: { ...scopeOfArn(stackId), isOutdated: outputs.some(each => each.source.isOutdated) },
    resources: new Map(),
    partialTypes: new Set(),
  };
}
