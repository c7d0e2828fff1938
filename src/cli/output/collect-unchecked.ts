import { type Said, say } from '../../i18n/sentence.ts';
import { type Report, rules, type UncheckedFile } from '../../index.ts';
import type { Arguments } from '../args/arguments.ts';
import { partsOfAssemblies } from '../files/assembly-files.ts';
import type { Inputs } from '../files/inputs.ts';
import type { Content } from '../files/read-templates.ts';

/** A report with the files that were left out, and with the files and flags that say what is. */
export function withUnchecked(
  report: Report,
  { excluded }: Inputs,
  contents: readonly Content[],
  args: Arguments,
): Report {
  const others = contents.flatMap(each =>
    each.is === 'other' ? [fileOf(each.input.name, each.reason)] : [],
  );
  const parts = partsOfAssemblies(contents.flatMap(({ input }) => (input.isNamed ? [] : [input.name])));
  const read = [...report.skipped.map(file => fileOf(file, 'not-a-template')), ...others]
    .filter(each => !parts.has(each.file))
    .sort(byFile);
  const { services, rules: inactive, suppressed } = report.unchecked;
  return {
    ...report,
    skipped: read.map(each => each.file),
    unchecked: {
      ...report.unchecked,
      services: services.map(each => ({ ...each, by: each.by ?? sourceOf(each.reason, args) })),
      rules: inactive.map(each => ({ ...each, by: ruleSource(each.ruleId, each.reason, args) })),
      suppressed: suppressed.map(each => ({ ...each, by: each.by ?? args.config.name })),
      files: [...excluded, ...read].sort(byFile),
    },
  };
}

function fileOf(file: string, reason: UncheckedFile['reason']): UncheckedFile {
  return { file, reason, by: undefined };
}

function byFile(a: UncheckedFile, b: UncheckedFile): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}

function sourceOf(
  reason: Report['unchecked']['services'][number]['reason'],
  args: Arguments,
): Said | undefined {
  const { config, skip } = args;
  const demanding = rules.find(each => each.demandsExec && skip.includes(each.id));
  switch (reason) {
    case 'exec-off':
      return config.exec === undefined && demanding ? skipSource(demanding.id, args) : policySource(args);
    case 'exec-forbidden':
      return policySource(args);
    case 'ignored':
      return config.name;
    case 'never-created':
      return undefined;
  }
}

function ruleSource(
  id: string,
  reason: Report['unchecked']['rules'][number]['reason'],
  args: Arguments,
): Said | undefined {
  switch (reason) {
    case 'skipped':
      return skipSource(id, args);
    case 'not-selected':
      return '--only';
    case 'advice':
      return args.config.name;
    case 'policy':
      return policySource(args);
  }
}

function skipSource(id: string, { config }: Arguments): string | undefined {
  return config.off.includes(id) ? config.name : '--skip';
}

function policySource({ config, settings }: Arguments): Said {
  return say`\`exec: ${settings.exec}\` in ${config.name ?? ''}`;
}
