import { say } from '../../i18n/sentence.ts';
import { type ParameterValues, parse } from '../../index.ts';
import { splitAssignment } from '../core/assignment.ts';
import { reason, UsageError } from '../core/errors.ts';
import { readNamed } from '../core/read-file.ts';

/** The parameter values of files and flags, a later one in place of an earlier one, flags in place of files. */
export function readParameters(files: readonly string[], flags: readonly string[]): ParameterValues {
  return Object.fromEntries([...files.flatMap(readFile), ...flags.map(readAssignment)]);
}

type Assignment = readonly [name: string, value: string];

function readAssignment(text: string): Assignment {
  const assignment = splitAssignment(text);
  if (!assignment)
    throw new UsageError(say`The parameter \`${text}\` has no value.`, say`Write it as NAME=VALUE.`);
  return assignment;
}

function readFile(file: string): readonly Assignment[] {
  const content: unknown = parseJson(file, readText(file));
  const isWrapped = isMap(content) && isMap(content.Parameters);
  const parameters = isWrapped ? content.Parameters : content;
  if (Array.isArray(parameters)) return parameters.flatMap((each: unknown) => readItem(file, each));
  if (isMap(parameters))
    return Object.entries(parameters).flatMap(([name, value]) => assign(file, name, value));
  throw new UsageError(say`${file}: this is not a list or map of parameter values.`, HINT);
}

const HINT = say`Expected \`[{"ParameterKey": "Name", "ParameterValue": "value"}]\`, \`{"Parameters": {"Name": "value"}}\` or \`{"Name": "value"}\`.`;

/** `UsePreviousValue` says no value. */
function readItem(file: string, item: unknown): readonly Assignment[] {
  if (typeof item === 'string') return [readAssignment(item)];
  if (!isMap(item) || typeof item.ParameterKey !== 'string')
    throw new UsageError(say`${file}: an item of the list has no \`ParameterKey\`.`, HINT);
  const { ParameterKey: name, ParameterValue: value } = item;
  return value === undefined ? [] : assign(file, name, value);
}

/** CodePipeline computes values by functions such as `Fn::GetArtifactAtt`, which are not known here. */
function assign(file: string, name: string, value: unknown): readonly Assignment[] {
  const isComputed = isMap(value) && Object.keys(value).some(each => each.startsWith('Fn::'));
  return isComputed ? [] : [[name, scalar(file, name, value)]];
}

function scalar(file: string, name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (Array.isArray(value)) return value.map((each: unknown) => scalar(file, name, each)).join(',');
  throw new UsageError(say`${file}: the value of \`${name}\` is not text.`, HINT);
}

function readText(file: string): string {
  try {
    return readNamed(file).replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UsageError(say`${file}: ${reason(error)}.`);
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const [problem] = parse('parameters.json', text).problems;
    const before = text.slice(0, problem?.range.start ?? 0).split('\n');
    const where = `${before.length}:${(before.at(-1) ?? '').length + 1}`;
    throw new UsageError(say`${file}:${where}: ${problem?.message ?? say`This is not valid JSON.`}`, HINT);
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
