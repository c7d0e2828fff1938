import { createHash } from 'node:crypto';
import { fstatSync } from 'node:fs';
import { escapeControls, withoutCommands } from '../../report/escape-output.ts';
import type { Paint } from '../../report/view.ts';
import type { Colour } from '../args/arguments.ts';
import { isColoured, paint } from './colour.ts';

/** Who reads what is printed, and may obey it instead. */
export type Reader = 'terminal' | 'GitHub Actions' | 'other runner' | undefined;

type Environment = Readonly<Record<string, string | undefined>>;

/** Azure Pipelines and TeamCity cannot be told not to obey. */
export function readerOf(isTerminal: boolean, environment: Environment): Reader {
  if (isTerminal) return 'terminal';
  if (environment.GITHUB_ACTIONS === 'true') return 'GitHub Actions';
  const isOther = environment.TF_BUILD !== undefined || environment.TEAMCITY_VERSION !== undefined;
  return isOther && !isFile(1) ? 'other runner' : undefined;
}

/**
 * A patch as it is printed. It is the template's own text, with all in it that a terminal or a runner would obey:
 * `patch` and `git apply` need every byte of it, and pass over the lines that tell GitHub Actions not to obey.
 */
export function shownPatch(patch: string, reader: Reader): string {
  switch (reader) {
    case 'terminal':
      return patch.replace(/[^\t\n\r]+/g, escapeControls);
    case 'GitHub Actions': {
      if (patch === '') return '';
      // No patch can hold its own hash.
      const token = createHash('sha256').update(patch).digest('hex');
      return `::stop-commands::${token}\n${patch}::${token}::\n`;
    }
    case 'other runner':
      return withoutCommands(patch);
    case undefined:
      return patch;
  }
}

/** Colours would keep a patch from being applied: only a terminal gets them, or who asks for them in any case. */
export function patchPaint(colour: Colour, reader: Reader): Promise<Paint> {
  const isAsked = colour === 'always';
  return paint(isAsked || (reader === 'terminal' && isColoured(colour, process.env, true)));
}

/** A patch with its lines in the colors of `git diff`. */
export function colouredPatch(patch: string, paint: Paint): string {
  return patch.replace(/^(?:(---|\+\+\+)|(@@)|(\+)|(-)).*$/gm, (line, file, hunk, added, removed) => {
    if (file !== undefined) return paint.strong(line);
    if (hunk !== undefined) return paint.info(line);
    return added === undefined && removed !== undefined ? paint.error(line) : paint.good(line);
  });
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}
