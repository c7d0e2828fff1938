import { TOOL } from '../view.ts';
import { isEach, type Recognize } from './known.ts';

export const isJson: Recognize = (text, { isRule }) => {
  const report = read(text);
  const keys = 'version,tool,summary,findings,services,fixes';
  if (!has(report, keys) && !has(report, `${keys},nextSteps`)) return false;
  const { version, tool, summary, findings, services, fixes } = report;
  return (
    version === 1 &&
    isMap(tool) &&
    tool.name === TOOL.name &&
    isMap(summary) &&
    isMap(fixes) &&
    Array.isArray(services) &&
    Array.isArray(findings) &&
    findings.every(each => isMap(each) && names(each.ruleId, isRule))
  );
};

/** One that other tools have added their runs to is not of this tool alone. */
export const isSarif: Recognize = (text, { isRule }) => {
  const log = read(text);
  if (!has(log, '$schema,version,runs') || log.version !== '2.1.0') return false;
  if (!Array.isArray(log.runs) || log.runs.length !== 1) return false;
  const [run]: readonly unknown[] = log.runs;
  if (!isMap(run) || !isMap(run.tool) || !isMap(run.tool.driver) || !Array.isArray(run.results)) return false;
  return (
    run.tool.driver.name === TOOL.name &&
    typeof run.tool.driver.informationUri === 'string' &&
    run.results.every(each => isMap(each) && names(each.ruleId, isRule))
  );
};

export const isRdjson: Recognize = (text, { isRule }) => {
  const report = read(text);
  if (!has(report, 'source,diagnostics')) return false;
  if (!isMap(report.source) || !Array.isArray(report.diagnostics)) return false;
  return (
    report.source.name === TOOL.name &&
    report.source.url === TOOL.url &&
    report.diagnostics.every(each => isMap(each) && isMap(each.code) && names(each.code.value, isRule))
  );
};

/** It does not say which tool it is of: rules and fingerprints do. An empty list says nothing. */
export const isGitlab: Recognize = (text, { isRule }) => {
  if (text === '[]\n') return true;
  const issues = read(text);
  return (
    Array.isArray(issues) &&
    isEach(
      issues,
      each =>
        has(each, 'description,check_name,fingerprint,severity,location') && names(each.check_name, isRule),
    )
  );
};

/** Whether it is a map of these keys and no others, such as the `Resources` of a template. */
function has(value: unknown, keys: string): value is Readonly<Record<string, unknown>> {
  return isMap(value) && Object.keys(value).join() === keys;
}

function names(id: unknown, isRule: (id: string) => boolean): boolean {
  return typeof id === 'string' && isRule(id);
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
