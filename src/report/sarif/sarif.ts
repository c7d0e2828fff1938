import type { Invocation, Log, Notification } from 'sarif';
import type { Sentence } from '../../i18n/sentence.ts';
import type { Report } from '../../lint/report.ts';
import { concealText } from '../conceal.ts';
import { escapeControlsInJson } from '../escape-output.ts';
import { TOOL, type View } from '../view.ts';
import { omitted, worstFindings } from '../worst.ts';
import { Artifact, ROOT } from './artifact.ts';
import { descriptorOf } from './reporting-descriptor.ts';
import { resultOf } from './result.ts';

/**
 * SARIF 2.1.0, with what code scanning on GitHub and Advanced Security for Azure DevOps ask for:
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. What only a pipeline knows, such as the category of
 * a run (`automationDetails`), is left for its upload to add.
 */
export function sarif(report: Report, view: View): string {
  const { rules, version, rulePages } = view;
  const findings = worstFindings(report.findings, view.most);
  const left = omitted(report.findings, findings);
  const artifacts = new Map(
    report.documents.map(({ file, text }) => [
      file,
      new Artifact(file, text, () => concealText(file, text, report), view),
    ]),
  );
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: TOOL.name,
            fullName: `${TOOL.name} ${version}`,
            informationUri: rulePages === undefined ? TOOL.url : `${rulePages}/index.html`,
            version,
            semanticVersion: version,
            rules: rules.map(descriptorOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        ...(left && { invocations: [notified(left)] }),
        results: findings.map(each => resultOf(each, artifacts, view)),
      },
    ],
  };
  return `${escapeControlsInJson(JSON.stringify(log, null, 2))}\n`;
}

function notified(said: Sentence): Invocation {
  const notification: Notification = { level: 'warning', message: { text: String(said) } };
  return { executionSuccessful: true, toolExecutionNotifications: [notification] };
}
