import { conceal } from '../../report/conceal.ts';
import type { Format } from '../../report/view.ts';

export type FormatName =
  | 'pretty'
  | 'concise'
  | 'checklist'
  | 'json'
  | 'sarif'
  | 'github'
  | 'gitlab'
  | 'junit'
  | 'rdjson'
  | 'markdown'
  | 'mermaid';

/** Only what is asked for is loaded. */
const FORMATS: Readonly<Record<FormatName, () => Promise<Format>>> = {
  pretty: async () => (await import('../../report/pretty.ts')).pretty,
  concise: async () => (await import('../../report/concise.ts')).concise,
  checklist: async () => (await import('../../report/checklist.ts')).checklist,
  json: async () => (await import('../../report/json.ts')).json,
  sarif: async () => (await import('../../report/sarif.ts')).sarif,
  github: async () => (await import('../../report/github.ts')).github,
  gitlab: async () => (await import('../../report/gitlab.ts')).gitlab,
  junit: async () => (await import('../../report/junit.ts')).junit,
  rdjson: async () => (await import('../../report/rdjson.ts')).rdjson,
  markdown: async () => (await import('../../report/markdown.ts')).markdown,
  mermaid: async () => (await import('../../report/mermaid.ts')).mermaid,
};

export const FORMAT_NAMES: readonly FormatName[] = Object.keys(FORMATS).filter(isFormatName);

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

/** Whether a format says what can be done about findings, and not only what is wrong. */
export function showsFixes({ format }: { readonly format: FormatName }): boolean {
  return format !== 'mermaid';
}

/** Whatever the format, no report shows a secret. */
export async function loadFormat(name: FormatName): Promise<Format> {
  const format = await FORMATS[name]();
  return (report, view) => format(conceal(report), view);
}
