import {
  type Blocked,
  type Fix,
  type Launcher,
  notApplicable,
  notSeen,
  type Place,
  type Rule,
  type Sentence,
  say,
  set,
  type Verdict,
} from '../../src/rule/index.ts';
import { type EncryptionKey, encryptionKeys, type UnusableKey, unusableKey } from '../../src/rule/logging.ts';

export const kmsKeyUnusable: Rule = {
  id: 'kms-key-unusable',
  summary:
    'Sessions or their logs are encrypted with a KMS key that is disabled, or not for symmetric encryption.',
  why: 'KMS refuses every request to encrypt with such a key, whatever the policies allow. If sessions are encrypted with it, none opens; a log group is not created with it, and the deployment fails; a bucket takes no object.',
  severity: 'error',
  properties: ['AWS::KMS::Key.Enabled', 'AWS::KMS::Key.KeySpec', 'AWS::KMS::Key.KeyUsage'],
  errorMessages: ['data-key-not-generated', 'data-key-not-decrypted', 'log-key-refused'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe because somebody may have disabled the key on purpose: sets `Enabled` to `true`. `KeySpec` and `KeyUsage` of a key cannot be changed, so there is no fix for them: use another key.',
  notes:
    'That a key was disabled, or is about to be deleted, outside of its template is only visible in the output of `aws kms describe-key`, given by `--account`. Keys that are in no given template are not checked.',
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_AssociateKmsKey.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
  ],

  *checkCluster(cluster, _, launchers) {
    const keys = encryptionKeys(cluster);
    const none = notApplicable(
      say`neither sessions nor their logs are encrypted with a customer managed key`,
    );
    if (keys.length === 0) yield { ...none, at: cluster.at, for: launchers };
    for (const each of keys) yield* judge(each, launchers);
  },
};

function* judge({ encrypts, key }: EncryptionKey, launchers: readonly Launcher[]): Iterable<Verdict> {
  const state = unusableKey(key);
  const id = key.is === 'known' ? key.value.name : '';
  const blocks = BLOCKS[encrypts];
  switch (state?.is) {
    case undefined:
      return;
    case 'not visible':
      for (const launcher of launchers) yield notSeen(launcher, state.why);
      return;
    case 'undecided': {
      const said = say`Whether KMS encrypts anything with key \`${id}\` is not known: ${state.why}.`;
      yield { at: state.at, undecided: said, for: launchers, blocks };
      return;
    }
    case 'disabled':
    case 'not for symmetric encryption':
      yield {
        at: state.at,
        message: message(id, encrypts, state),
        for: launchers,
        severity: encrypts === 'bucket' ? 'warning' : 'error',
        blocks,
        related: [{ at: key.at, message: say`the key is named here` }],
        unsure: (key.is === 'known' ? key.unsure : undefined) ?? state.unsure,
        fix: state.is === 'disabled' ? enable(id, state.at) : undefined,
      };
  }
}

function enable(id: string, at: Place): Fix {
  return { title: say`Enable key \`${id}\``, safety: 'unsafe', edits: [set(at, true)] };
}

const BLOCKS: Readonly<Record<EncryptionKey['encrypts'], Blocked>> = {
  session: 'session',
  'log group': 'deploy',
  bucket: 'session log',
};

function message(id: string, encrypts: EncryptionKey['encrypts'], { is, written }: UnusableKey): Sentence {
  const reason =
    is === 'disabled'
      ? say`Key \`${id}\` is not enabled (\`${written}\`)`
      : say`Key \`${id}\` is not for symmetric encryption (\`${written}\`)`;
  switch (encrypts) {
    case 'session':
      return say`${reason}, and sessions are encrypted with it: every session is refused.`;
    case 'log group':
      return say`${reason}, and the log group of the sessions is encrypted with it: the deployment fails.`;
    case 'bucket':
      return say`${reason}, and the bucket of the sessions is encrypted with it: they are not recorded there.`;
  }
}
