import { isUtf8 } from 'node:buffer';
import { english } from '../../i18n/words.ts';
import type { Rule } from '../../index.ts';
import { isGitlab, isJson, isRdjson, isSarif } from '../../report/recognize/data.ts';
import type { Known, Recognize } from '../../report/recognize/known.ts';
import { isConcise, isGithub, isJunit, isMermaid } from '../../report/recognize/line-formats.ts';
import { isChecklist, isMarkdown, isPretty } from '../../report/recognize/prose.ts';
import { FORMAT_NAMES, type FormatName } from '../core/formats.ts';
import { wordsIn } from '../core/language.ts';

const RECOGNIZERS: Readonly<Record<FormatName, Recognize>> = {
  pretty: isPretty,
  concise: isConcise,
  checklist: isChecklist,
  json: isJson,
  sarif: isSarif,
  github: isGithub,
  gitlab: isGitlab,
  junit: isJunit,
  rdjson: isRdjson,
  markdown: isMarkdown,
  mermaid: isMermaid,
};

/**
 * The formats that an earlier report in a file may be in; none for a file that is no report of this tool, whose rules
 * are given, since they would be loaded a second time.
 */
export async function formatsOf(
  bytes: Buffer,
  rules: readonly Pick<Rule, 'id'>[],
): Promise<readonly FormatName[]> {
  if (!isUtf8(bytes)) return [];
  const text = bytes.toString('utf8').replaceAll('\r\n', '\n');
  const ids = new Set(rules.map(each => each.id));
  const known: Known = { isRule: id => ids.has(id), languages: [english, await wordsIn('ja')] };
  return FORMAT_NAMES.filter(each => RECOGNIZERS[each](text, known));
}
