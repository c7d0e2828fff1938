import type { Edit } from '../edit/edit.ts';
import { say } from '../lang/sentence.ts';
import type { AppliedFix, Diagnostic } from '../lint/report.ts';
import type { Document } from '../syntax/document.ts';

/** A fix that was made, and the finding that asked for it. */
export interface MadeFix extends AppliedFix {
  readonly key: string;
  readonly finding: string;
  readonly edits: readonly Edit[];
}

/** What happened to one file so far. */
export interface Mended {
  readonly before: Document;
  /** What it was, without the slips in its text that were put right. */
  readonly base: Document;
  readonly after: Document;
  /** The edits to `base`, pass by pass: each pass speaks of the text that the one before it left. */
  readonly steps: readonly (readonly Edit[])[];
  readonly made: readonly MadeFix[];
}

export function untouched(document: Document): Mended {
  return { before: document, base: document, after: document, steps: [], made: [] };
}

export function isChanged({ before, after }: Mended): boolean {
  return before.text !== after.text;
}

export function madeFix(diagnostic: Diagnostic): MadeFix {
  const { ruleId, file, fix } = diagnostic;
  return {
    ruleId,
    file,
    title: fix?.title ?? say``,
    key: fixKey(diagnostic),
    finding: findingKey(diagnostic),
    edits: fix?.edits ?? [],
  };
}

/** Tells a fix from others, in whichever pass. */
export function fixKey(diagnostic: Diagnostic): string {
  return JSON.stringify([findingKey(diagnostic), diagnostic.fix?.title]);
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
  const groups = new Map<string, Diagnostic[]>();
  for (const each of findings) {
    const group = groups.get(each.file);
    if (group) group.push(each);
    else groups.set(each.file, [each]);
  }
  return groups;
}

/** Tells an edit from others of one document: two that are the same are one. */
export function editKey(edit: Edit): string {
  return JSON.stringify([
    edit.op,
    edit.at.path,
    'value' in edit ? edit.value : null,
    'key' in edit ? edit.key : null,
  ]);
}
