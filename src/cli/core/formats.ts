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

/** A format of reports. The help, the README's tables, the configuration and the tests take theirs from here. */
interface FormatEntry {
  /** People are spoken to in their language, machines in English. */
  readonly for: 'people' | 'machines';
  /** Whether it says what can be done about findings, and not only what is wrong. */
  readonly showsFixes: boolean;
  /** What it is good for, in Markdown. */
  readonly summary: string;
  /** Only what is asked for is loaded. */
  readonly load: () => Promise<Format>;
}

export const FORMATS: Readonly<Record<FormatName, FormatEntry>> = {
  pretty: {
    for: 'people',
    showsFixes: true,
    summary: 'people: the lines in question, then the readiness of each service',
    load: async () => (await import('../../report/pretty.ts')).pretty,
  },
  concise: {
    for: 'people',
    showsFixes: true,
    summary: 'editors and problem matchers: one line per finding',
    load: async () => (await import('../../report/concise.ts')).concise,
  },
  checklist: {
    for: 'people',
    showsFixes: true,
    summary: 'people: every check of every service, with its result and why',
    load: async () => (await import('../../report/checklist.ts')).checklist,
  },
  json: {
    for: 'machines',
    showsFixes: true,
    summary: 'programs: [its schema](schema/report.schema.json)',
    load: async () => (await import('../../report/json.ts')).json,
  },
  sarif: {
    for: 'machines',
    showsFixes: true,
    summary: 'code scanning',
    load: async () => (await import('../../report/sarif/sarif.ts')).sarif,
  },
  github: {
    for: 'machines',
    showsFixes: true,
    summary: 'GitHub Actions annotations',
    load: async () => (await import('../../report/github.ts')).github,
  },
  gitlab: {
    for: 'machines',
    showsFixes: true,
    summary: 'GitLab code quality',
    load: async () => (await import('../../report/gitlab.ts')).gitlab,
  },
  junit: {
    for: 'machines',
    showsFixes: true,
    summary: 'test reports: one test case per service and check',
    load: async () => (await import('../../report/junit.ts')).junit,
  },
  rdjson: {
    for: 'machines',
    showsFixes: true,
    summary: 'reviewdog',
    load: async () => (await import('../../report/rdjson.ts')).rdjson,
  },
  markdown: {
    for: 'people',
    showsFixes: true,
    summary: 'pull requests and `$GITHUB_STEP_SUMMARY`',
    load: async () => (await import('../../report/markdown.ts')).markdown,
  },
  mermaid: {
    for: 'people',
    showsFixes: false,
    summary:
      'a diagram of what sessions depend on, as [Mermaid](https://mermaid.js.org) text: from each service through its task definition, roles and cluster to the log destination',
    load: async () => (await import('../../report/mermaid.ts')).mermaid,
  },
};

export const FORMAT_NAMES: readonly FormatName[] = Object.keys(FORMATS).filter(isFormatName);

export const DEFAULT_FORMAT: FormatName = 'pretty';

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

/** Whatever the format, no report shows a secret. */
export async function loadFormat(name: FormatName): Promise<Format> {
  const format = await FORMATS[name].load();
  return (report, view) => format(conceal(report), view);
}
