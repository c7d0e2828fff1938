import type { Report } from '../lint/report.ts';
import type { View } from './view.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

/** What was mended, file by file. */
export function applied({ fixes }: Report, view: View): readonly string[] {
  const lines = fixes.applied.map(({ file, title, ruleId }) => ({ file, line: `${title} [${ruleId}]` }));
  return byFile('Fixed in', lines, view);
}

/** What cannot be mended, and why, file by file. */
export function refused({ fixes }: Report, view: View): readonly string[] {
  const lines = fixes.refused.map(({ file, why, ruleId }) => ({ file, line: `[${ruleId}] ${why}` }));
  return byFile('No fix in', lines, view);
}

interface Line {
  readonly file: string;
  readonly line: string;
}

function byFile(title: string, lines: readonly Line[], view: View): readonly string[] {
  return [...new Set(lines.map(each => each.file))].map(file => {
    const own = lines.filter(each => each.file === file).map(each => visible(each.line));
    const items = [...new Set(own)].map(each => `  - ${wrap(each, view, '    ', 4)}`);
    return [view.paint.strong(`${title} ${visible(file)}:`), ...items].join('\n');
  });
}
