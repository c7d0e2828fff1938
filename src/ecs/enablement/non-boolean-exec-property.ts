import { absent, unknown, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import type { Json } from '../../syntax/json-value.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { isFalse, isTrue } from '../resolve/scalars.ts';

/** The value of a launcher's flag when it is neither true nor false, which CloudFormation rejects; otherwise absent. */
export function nonBooleanExecProperty(launcher: Launcher): Value<Json> {
  const at = launcher.execPropertyPlace();
  if (!at) return unknown(say`where it stands is not known`, launcher.at);
  const value = launcher.resource.template.read(at);
  return value.is === 'known' && (isTrue(value.value) || isFalse(value.value)) ? absent(value.at) : value;
}
