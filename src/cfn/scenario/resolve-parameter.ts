import { say } from '../../i18n/sentence.ts';
import type { Place } from '../../syntax/place.ts';
import { keepsPlaceholders, type Mode } from '../functions/evaluation-context.ts';
import { type Parameter, parameterValue } from '../functions/parameters.ts';
import { type Absent, known, type Unknown, unknown, type Value } from '../value.ts';
import type { Conditions } from './conditions.ts';
import { passedValue } from './cross-stack.ts';
import type { Template } from './scenario-template.ts';

/** A parameter's value as text in a scenario; nothing for a placeholder, and where there is no such parameter. */
export function resolveParameter(
  template: Template,
  conditions: Conditions,
  name: string,
  mode: Mode,
  at: Place,
): Value<string> | undefined {
  const parameter = template.declarations.parameters.get(name);
  const passed = parameter && passedTo(template, parameter, mode, at);
  if (passed?.is === 'known') return passed;
  if (parameter && passed) return fallback(conditions, parameter, passed, mode, at);
  if (mode === 'condition')
    return parameter || name.startsWith('AWS::') ? known(conditions.parameter(name), at) : undefined;
  if (!parameter || (keepsPlaceholders(mode) && parameter.supplied === undefined)) return undefined;
  const value = parameterValue(parameter, at);
  if (value.is !== 'known' || value.unsure === undefined) return value;
  const settled = conditions.settled(name);
  return settled === undefined || settled === value.value
    ? value
    : unknown(say`the parameter \`${name}\` does not have its default in this scenario`, at);
}

/** What the parent stack gives a parameter, as far as that can be told; without that its default counts. */
export function parentParameter(template: Template, name: string): string | undefined {
  const at = { document: template.declarations.document, path: ['Parameters', name] };
  const parameter = template.declarations.parameters.get(name);
  const passed = parameter && passedTo(template, parameter, 'condition', at);
  if (passed?.is !== 'unknown' && passed?.unsure !== undefined) return undefined;
  if (passed?.is === 'known') return passed.value;
  return passed?.is === 'absent' ? parameter?.default : undefined;
}

/** Of one that is read from Parameter Store it is not the value. */
function passedTo(
  template: Template,
  { name, isStored }: Parameter,
  mode: Mode,
  at: Place,
): Value<string> | undefined {
  return isStored ? undefined : passedValue(template, name, mode, at);
}

/** Without a value from the parent stack the default counts, for sure. */
function fallback(
  conditions: Conditions,
  parameter: Parameter,
  passed: Absent | Unknown,
  mode: Mode,
  at: Place,
): Value<string> | undefined {
  const value = passed.is === 'absent' ? parameter.default : undefined;
  if (value !== undefined) return known(value, at, passed.is === 'absent' ? passed.unsure : undefined);
  if (keepsPlaceholders(mode)) return undefined;
  if (mode === 'condition') return known(conditions.parameter(parameter.name), at);
  return passed.is === 'unknown'
    ? passed
    : unknown(say`the parameter \`${parameter.name}\` has no value here`, at);
}
