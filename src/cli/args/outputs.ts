import { commas, say } from '../../i18n/sentence.ts';
import { nearest } from '../../util/did-you-mean.ts';
import { UsageError } from '../core/errors.ts';
import { DEFAULT_FORMAT, FORMAT_NAMES, type FormatName, isFormatName } from '../core/formats.ts';

/** One report: on standard output, or in a file. */
export interface Output {
  readonly format: FormatName;
  readonly file: string | undefined;
}

/**
 * People see a report on standard output unless another one goes there; on GitHub also beside the lines that it is
 * about.
 */
export function readOutputs(written: readonly string[], isOnGitHub: boolean): readonly Output[] {
  const outputs = written.map(readOutput);
  const shown = outputs.filter(each => each.file === undefined);
  if (shown.length > 1)
    throw new UsageError(
      say`Only one report can go to standard output.`,
      say`Write the others as FORMAT=FILE.`,
    );
  return shown.length === 1 ? outputs : [...outputs, ...(isOnGitHub ? [PRETTY, GITHUB] : [PRETTY])];
}

const PRETTY: Output = { format: DEFAULT_FORMAT, file: undefined };
const GITHUB: Output = { format: 'github', file: undefined };

function readOutput(written: string): Output {
  const [, format = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(written) ?? [];
  if (file === '') throw new UsageError(say`In --format ${written} the file is missing.`);
  if (isFormatName(format)) return { format, file };
  const meant = nearest(format, FORMAT_NAMES);
  const hint = meant === undefined ? say`It is one of ${commas(FORMAT_NAMES)}.` : say`Did you mean ${meant}?`;
  throw new UsageError(say`There is no format \`${format}\`.`, hint);
}
