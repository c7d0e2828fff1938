import { say } from '../../i18n/sentence.ts';
import { entry, type Mapping } from '../../syntax/node.ts';
import type { Place } from '../../syntax/place.ts';
import { known, unknown, type Value } from '../value.ts';
import { alternatives, pattern } from './allowed-pattern.ts';
import { text } from './intrinsic.ts';

export interface Parameter {
  readonly name: string;
  readonly type: string;
  /** `CommaDelimitedList` and `List<…>`: a `Ref` gives a list. */
  readonly isList: boolean;
  readonly default: string | undefined;
  /** What the template says that a deployment may give; of a list, each member. */
  readonly allowedValues: readonly string[] | undefined;
  /** All values that it may have, where the template says so. */
  readonly values: readonly string[] | undefined;
  /** The value a deployment is known to give. */
  readonly supplied: string | undefined;
  /** Its value is kept in Parameter Store; what the template and a deployment give is only the name of it. */
  readonly isStored: boolean;
  /** Whether `AllowedPattern` takes a value, as far as that can be told. */
  allows(value: string): boolean;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
export function readParameters(
  mapping: Mapping | undefined,
  supplied: Readonly<Record<string, string>>,
): ReadonlyMap<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  for (const { key, value } of mapping?.entries ?? [])
    if (value.kind === 'mapping') parameters.set(key, readParameter(key, value, supplied));
  return parameters;
}

function readParameter(
  name: string,
  mapping: Mapping,
  supplied: Readonly<Record<string, string>>,
): Parameter {
  const type = text(entry(mapping, 'Type')?.value) ?? 'String';
  const isStored = type.startsWith('AWS::SSM::Parameter::Value');
  const allowed = entry(mapping, 'AllowedValues')?.value;
  const written = entry(mapping, 'Default')?.value;
  const allowedPattern = text(entry(mapping, 'AllowedPattern')?.value);
  const listed = allowed?.kind === 'sequence' ? allowed.items.map(item => text(item) ?? '') : undefined;
  const isList = /^(?:CommaDelimitedList|List<.*>)$/.test(type);
  const matches = allowedPattern === undefined || isStored || isList ? undefined : pattern(allowedPattern);
  return {
    name,
    type,
    isList,
    isStored,
    default: isStored ? undefined : written && (text(written) ?? ''),
    allowedValues: listed,
    values: isStored || isList ? undefined : (listed ?? alternatives(allowedPattern)),
    supplied: !isStored && Object.hasOwn(supplied, name) ? supplied[name] : undefined,
    allows: value => matches?.(value) ?? true,
  };
}

/** The members of a list that is given as one text. */
export function members(list: string): readonly string[] {
  return list.split(',').map(each => each.trim());
}

/** What a parameter is as far as the template and what is given tell, whatever the scenario. */
export function parameterValue(parameter: Parameter, at: Place): Value<string> {
  const { name, supplied, isStored, values } = parameter;
  if (isStored) return unknown(say`the parameter \`${name}\` is read from Parameter Store`, at);
  if (supplied !== undefined) return known(supplied, at);
  const [only, another] = values ?? [];
  if (only !== undefined && another === undefined) return known(only, at);
  if (parameter.default === undefined) return unknown(say`the parameter \`${name}\` has no value here`, at);
  return known(parameter.default, at, say`it depends on the default of the parameter \`${name}\``);
}
