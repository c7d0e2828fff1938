import type { Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Place } from '../../syntax/place.ts';
import { booleanProperty, textAt } from '../resolve/scalars.ts';
import type { EncryptionKey } from './encryption-keys.ts';

/** Why KMS encrypts nothing with a key, for anybody, and where the key says so. */
export interface UnusableKey {
  readonly is: 'disabled' | 'not for symmetric encryption';
  readonly at: Place;
  /** The property, and what it says. */
  readonly written: string;
  readonly unsure: Sentence | undefined;
}

/** It depends on what is only known once deployed, or nothing that was given shows it. */
export interface UndecidedKey {
  readonly is: 'undecided' | 'not visible';
  readonly at: Place;
  readonly why: Sentence;
}

/**
 * Sessions, log groups and buckets take an enabled key for symmetric encryption, and no other.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html
 */
export function unusableKey(key: EncryptionKey['key']): UnusableKey | UndecidedKey | undefined {
  if (key.is === 'unknown') return { is: 'not visible', at: key.at, why: key.why };
  const { resource, name } = key.value;
  if (!resource)
    return { is: 'not visible', at: key.at, why: say`the key \`${name}\` is in no template that was given` };
  const { template } = resource;
  const written = resource.find('Enabled');
  const enabled = booleanProperty(template, written);
  if (enabled.is === 'no' && written.is !== 'absent') {
    // Told by account data alone.
    const state = textAt(template, resource.find('KeyState'));
    const said = state.is === 'known' ? `KeyState: ${state.value}` : 'Enabled: false';
    return { is: 'disabled', at: enabled.at, written: said, unsure: enabled.unsure };
  }
  const usage = textAt(template, resource.find('KeyUsage'));
  const spec = textAt(template, resource.find('KeySpec'));
  const other =
    otherThan('KeyUsage', 'ENCRYPT_DECRYPT', usage) ?? otherThan('KeySpec', 'SYMMETRIC_DEFAULT', spec);
  if (other) return other;
  const hidden = [enabled, usage, spec].find(each => each.is === 'unknown');
  if (hidden?.is !== 'unknown' || hidden.why === undefined) return undefined;
  const is = template.declarations.account ? 'not visible' : 'undecided';
  return { is, at: hidden.at, why: hidden.why };
}

function otherThan(property: string, wanted: string, value: Value<string>): UnusableKey | undefined {
  if (value.is !== 'known' || value.value === wanted) return undefined;
  const written = `${property}: ${value.value}`;
  return { is: 'not for symmetric encryption', at: value.at, written, unsure: value.unsure };
}
