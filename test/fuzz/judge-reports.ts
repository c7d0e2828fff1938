import { SaxesParser } from 'saxes';
import { FORMAT_NAMES, loadFormat } from '../../src/cli/core/formats.ts';
import type { Report } from '../../src/index.ts';
import { OBEYED, VIEW } from '../report/support.ts';

/** Every report can be read by what it is for, and commands no terminal and no runner. */
export async function judgeReports(report: Report): Promise<string | undefined> {
  for (const name of FORMAT_NAMES) {
    const text = (await loadFormat(name))(report, VIEW);
    if (OBEYED.test(text)) return `The report \`${name}\` holds a control character.`;
    if (name !== 'github' && /##\[|##vso\[|^\s*::/im.test(text))
      return `The report \`${name}\` holds a command for a runner.`;
    const why = unreadable(name, text);
    if (why !== undefined) return `The report \`${name}\` cannot be read: ${why}`;
  }
  return undefined;
}

const JSON_REPORTS: ReadonlySet<string> = new Set(['json', 'sarif', 'gitlab', 'rdjson']);

function unreadable(name: string, text: string): string | undefined {
  try {
    if (JSON_REPORTS.has(name)) JSON.parse(text);
    if (name === 'junit') new SaxesParser().write(text).close();
    return undefined;
  } catch (error) {
    return String(error);
  }
}
