import { type CloudAssemblies, mayUseEcs, relatedFiles, type ScannedFile, scanText } from '../../index.ts';
import { objectKeys } from './assembly-files.ts';
import type { Input } from './inputs.ts';
import { type Content, read } from './read-templates.ts';

/**
 * Reads files and keeps what is worth parsing: what was named, what may have to do with ECS or counts by its text for
 * another reason, and what these may import from, be nested in, or nest. Of all else, however much there is, nothing is
 * kept.
 */
export async function readRelevant(
  inputs: readonly Input[],
  counts: (text: string) => boolean,
  assemblies: CloudAssemblies,
): Promise<readonly Content[]> {
  const keys = objectKeys(assemblies, inputs);
  const files: File[] = [];
  for (const input of inputs)
    files.push({ ...seen(await read(input), counts), objectKeys: keys[input.name] ?? [] });
  const reached = new Set(relatedFiles(files, each => each.isWanted));
  const contents: Content[] = [];
  for (const file of files) contents.push(reached.has(file) ? await whole(file.content) : file.content);
  return contents;
}

/** A content with its text, where that was not kept. */
export async function whole(content: Content): Promise<Content> {
  return isIrrelevant(content) ? read(content.input) : content;
}

/** Whether a file was left out that may be a template. */
export function isIrrelevant(content: Content): boolean {
  return content.is === 'other' && content.reason === 'no-ecs';
}

interface File extends ScannedFile {
  readonly content: Content;
  readonly isWanted: boolean;
}

function seen(content: Content, counts: (text: string) => boolean): File {
  const { name } = content.input;
  if (content.is !== 'text') return { name, content, hints: scanText(''), isWanted: false };
  const hints = scanText(content.text);
  const isWanted = content.input.isNamed || mayUseEcs(content.text) || counts(content.text);
  if (isWanted) return { name, content, hints, isWanted };
  return { name, content: excluded(content.input), hints, isWanted };
}

function excluded(input: Input): Content {
  return { input, bytes: NOTHING, is: 'other', reason: 'no-ecs' };
}

const NOTHING = Buffer.alloc(0);
