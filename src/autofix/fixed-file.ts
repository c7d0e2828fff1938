import type { Edit } from '../edit/tree/edit.ts';
import { say } from '../i18n/sentence.ts';
import { switchesOn } from '../lint/couple-fixes.ts';
import { resourceKeyAt } from '../lint/diagnose.ts';
import type { AppliedFix, Diagnostic } from '../lint/report.ts';
import type { Document } from '../syntax/document.ts';

/** A fix that was made, and the finding that asked for it. */
export interface MadeFix extends AppliedFix {
  readonly key: string;
  readonly finding: string;
  /** The file of the finding, which may be another than those that the fix changed. */
  readonly foundIn: string;
  readonly edits: readonly Edit[];
  /** The resources that it changes or creates, as `resourceKeyAt` names them. */
  readonly resources: readonly string[];
  /** Those that its finding is about, as `launcherKey` names them. */
  readonly launchers: readonly string[];
  /** Whether it switches ECS Exec on for them. */
  readonly switchesOn: boolean;
  /** Whether it says itself what comes of it. */
  readonly isAnnounced: boolean;
}

/** The state of one file in a fix run: its texts, and the fixes that changed it, if any did. */
export interface FixedFile {
  readonly before: Document;
  /** What it was, without the slips in its text that were put right. */
  readonly base: Document;
  readonly after: Document;
  /** The edits to `base`, pass by pass: each pass speaks of the text that the one before it left. */
  readonly steps: readonly (readonly Edit[])[];
  /** The fixes that changed it. One that changed several files is one of each. */
  readonly made: readonly MadeFix[];
}

export function untouched(document: Document): FixedFile {
  return { before: document, base: document, after: document, steps: [], made: [] };
}

export function isChanged({ before, after }: FixedFile): boolean {
  return before.text !== after.text;
}

export function madeFix(diagnostic: Diagnostic): MadeFix {
  const { fix, launchers } = diagnostic;
  const edits = fix?.edits ?? [];
  return {
    ...appliedFix(diagnostic),
    key: fixKey(diagnostic),
    finding: findingKey(diagnostic),
    foundIn: diagnostic.file,
    edits,
    resources: edits.map(each => resourceKeyAt(each.at)),
    launchers,
    switchesOn: switchesOn({ edits }),
    isAnnounced: fix?.warning !== undefined,
  };
}

/** A fix, by the files that it is to change. */
export function appliedFix(diagnostic: Diagnostic): AppliedFix {
  const { ruleId, fix } = diagnostic;
  const files = filesOf(diagnostic);
  const [file = diagnostic.file, another] = files;
  return { ruleId, file, ...(another !== undefined && { files }), title: fix?.title ?? say`` };
}

/** All files that a fix changed. */
export function changedBy({ file, files = [file] }: AppliedFix): readonly string[] {
  return files;
}

/** The files that a fix is to change, in the order of its edits. */
export function filesOf({ file, fix }: Diagnostic): readonly string[] {
  const files = new Set((fix?.edits ?? []).map(each => each.at.document.file));
  return files.size > 0 ? [...files] : [file];
}

/** Tells a fix from others, in whichever pass. */
export function fixKey(diagnostic: Diagnostic): string {
  return JSON.stringify([findingKey(diagnostic), diagnostic.fix?.title, filesOf(diagnostic)]);
}

/** Tells what a finding says, whatever moves in the file; within a resource paths may have shifted. */
export function findingKey(diagnostic: Diagnostic): string {
  return JSON.stringify([subjectKey(diagnostic), diagnostic.message]);
}

/** Tells what a finding is about. */
export function subjectKey({ ruleId, file, resource, path }: Diagnostic): string {
  return JSON.stringify([ruleId, file, resource ?? path]);
}

export function byFile(findings: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  return grouped(findings, each => [each.file]);
}

/** Things by their files, of which each may have several. */
export function grouped<T>(
  all: readonly T[],
  filesOf: (each: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all)
    for (const file of filesOf(each)) {
      const group = groups.get(file);
      if (group) group.push(each);
      else groups.set(file, [each]);
    }
  return groups;
}
