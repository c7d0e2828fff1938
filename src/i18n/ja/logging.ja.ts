import type { Catalogue } from '../words.ts';

/** Where sessions are recorded, what that takes, and how they are encrypted. */
export const logging: Catalogue = {
  // log-bucket-policy-condition
  'A policy denies the upload of session logs under a condition that the tasks may meet.':
    'タスクが該当するかもしれない条件で、セッション記録のアップロードを拒否するポリシーがあります。',
  'If S3 denies the upload, the session is not recorded and continues without a message.':
    'S3 に拒否されたセッションは記録されませんが、セッションはそのまま続き、誰にも通知されません。',
  'For example, a bucket policy that denies everything that does not come through one VPC endpoint. Conditions with a known result are not reported here: if uploads always meet the condition (it requires `aws:kms`, and the bucket encrypts with AES256 by default; it exempts one role, and the task has another), `task-role-lacks-log-permissions` reports it; if they never do (requests without TLS), nothing is reported.':
    '例えば、特定の VPC エンドポイントを経由しないリクエストをすべて拒否するバケットポリシーです。判定できる条件は対象外です。アップロードが必ず該当する場合 (`aws:kms` を求めているのにバケットの既定が AES256、特定のロールだけを除外していてタスクロールが別のロールなど) は `task-role-lacks-log-permissions` が指摘し、決して該当しない場合 (TLS を使わないリクエストなど) は何も指摘しません。',
  'This conditionally denies requests of task role `{0}` to the bucket: if the tasks meet the condition, sessions are not recorded there.':
    'ここで、タスクロール `{0}` のバケットへのリクエストが条件付きで拒否されます。タスクがその条件に該当すると、セッションは記録されません。',

  // log-group-key-not-arn
  'The log group for sessions refers to its KMS key by something other than its ARN.':
    'セッションを記録するロググループが、KMS キーを ARN 以外で指定しています。',
  '`KmsKeyId` of a log group takes an ARN, despite its name. With a key ID or an alias, the log group is not created, and the deployment fails.':
    'ロググループの `KmsKeyId` には、プロパティ名にかかわらず ARN を指定します。キー ID やエイリアスではロググループを作成できず、デプロイが失敗します。',
  'Safe: a key in the template is referenced by its ARN (`!GetAtt Key.Arn`), also through an alias. There is no fix if the key is elsewhere, or depends on the log group.':
    '安全: テンプレート内のキーを ARN (`!GetAtt Key.Arn`) で参照します。エイリアス経由の場合も同様です。キーがテンプレートの外にある場合や、キーの作成に先にロググループが必要な場合は修正できません。',
  'CloudFormation accepts the ARN of an alias, and whether CloudWatch Logs does is not documented, so that is a warning. Values from parameters, imports and other stacks are not checked.':
    'エイリアスの ARN は CloudFormation の検証を通りますが、CloudWatch Logs が受け付けるかどうかは文書化されていないため、警告になります。パラメーター、インポート、別のスタックから渡される値は判定しません。',
  'whether CloudWatch Logs accepts the ARN of an alias is not documented':
    'CloudWatch Logs がエイリアスの ARN を受け付けるかどうかは文書化されていません',
  '`KmsKeyId` of log group `{0}` takes the ARN of a key, and `{1}` is an alias: the deployment fails.':
    'ロググループ `{0}` の `KmsKeyId` にはキーの ARN が必要ですが、`{1}` はエイリアスです。デプロイは失敗します。',
  '`KmsKeyId` of log group `{0}` takes the ARN of a key, and `{1}` is the ARN of an alias: the deployment fails.':
    'ロググループ `{0}` の `KmsKeyId` にはキーの ARN が必要ですが、`{1}` はエイリアスの ARN です。デプロイは失敗します。',
  '`KmsKeyId` of log group `{0}` takes the ARN of a key, and `{1}` is not an ARN: the deployment fails.':
    'ロググループ `{0}` の `KmsKeyId` にはキーの ARN が必要ですが、`{1}` は ARN ではありません。デプロイは失敗します。',
  'Refer to `{0}` by its ARN': '`{0}` を ARN で参照する',

  // kms-key-unusable
  'Sessions or their logs are encrypted with a KMS key that is disabled, or not for symmetric encryption.':
    'セッションまたはそのログの暗号化に、無効な KMS キーか、対称暗号化用ではない KMS キーを指定しています。',
  'KMS refuses every request to encrypt with such a key, whatever the policies allow. If sessions are encrypted with it, none opens; a log group is not created with it, and the deployment fails; a bucket takes no object.':
    'このようなキーによる暗号化のリクエストは、ポリシーで許可されていても KMS がすべて拒否します。セッションのキーに指定すると、セッションは開始されません。ロググループのキーに指定すると、ロググループが作成されず、デプロイが失敗します。バケットのキーに指定すると、オブジェクトを書き込めません。',
  'Unsafe because somebody may have disabled the key on purpose: sets `Enabled` to `true`. `KeySpec` and `KeyUsage` of a key cannot be changed, so there is no fix for them: use another key.':
    'キーが意図的に無効にされている可能性があるため、安全ではありません。`Enabled` を `true` にします。`KeySpec` と `KeyUsage` は変更できないため、修正はありません。別のキーを使ってください。',
  'That a key was disabled, or is about to be deleted, outside of its template is only visible in the output of `aws kms describe-key`, given by `--account`. Keys that are in no given template are not checked.':
    'キーがテンプレートの外で無効にされたこと、または削除待ちであることは、`--account` で渡した `aws kms describe-key` の出力でのみ分かります。渡されたテンプレートにないキーは判定しません。',
  'neither sessions nor their logs are encrypted with a customer managed key':
    'セッションもそのログもカスタマーマネージドキーで暗号化されていないため',
  'the key `{0}` is in no template that was given': 'キー `{0}` は渡されたテンプレートにないため',
  'Whether KMS encrypts anything with key `{0}` is not known: {1}.':
    'キー `{0}` で暗号化できるかどうかは判定できません ({1})。',
  'Enable key `{0}`': 'キー `{0}` を有効にする',
  'Key `{0}` is not enabled (`{1}`)': 'キー `{0}` は有効ではありません (`{1}`)',
  'Key `{0}` is not for symmetric encryption (`{1}`)': 'キー `{0}` は対称暗号化用ではありません (`{1}`)',
  '{0}, and sessions are encrypted with it: every session is refused.':
    '{0}。セッションの暗号化に指定されているため、セッションはすべて拒否されます。',
  '{0}, and the log group of the sessions is encrypted with it: the deployment fails.':
    '{0}。セッションのロググループの暗号化に指定されているため、デプロイが失敗します。',
  '{0}, and the bucket of the sessions is encrypted with it: they are not recorded there.':
    '{0}。セッションのバケットの暗号化に指定されているため、バケットには記録されません。',
  // session-key-aws-managed
  'A cluster encrypts its sessions with an AWS managed key, which only an AWS service can use.':
    'クラスターがセッションの暗号化に、AWS のサービスしか使えない AWS マネージドキーを指定しています。',
  'The policy of an AWS managed key, such as `alias/aws/ebs`, only allows requests through its own service. Neither the caller nor the task gets the data key of the session, so no session opens, and no permission changes that.':
    '`alias/aws/ebs` などの AWS マネージドキーのキーポリシーは、そのサービスを経由したリクエストしか許可しません。呼び出し元もタスクもセッションのデータキーを取得できないため、セッションは開始されません。権限を追加しても変わりません。',
  'Use a customer managed key, or omit `KmsKeyId`: sessions are always encrypted with TLS. Your own aliases, parameters and imports may refer to any key, and are not checked.':
    'カスタマーマネージドキーを使うか、`KmsKeyId` を省略してください。セッションはいずれの場合も TLS で暗号化されます。独自のエイリアス、パラメーター、インポートはどのキーを指すか分からないため、判定しません。',
  'Cluster `{0}` encrypts sessions with the AWS managed key `{1}`, which only the AWS service that owns it can use: every session is refused.':
    'クラスター `{0}` はセッションの暗号化に AWS マネージドキー `{1}` を指定していますが、このキーは対象のサービスしか使えません。セッションはすべて拒否されます。',

  // key-policy-shuts-out-logs
  'A KMS key policy does not let CloudWatch Logs, or the task role, use the key.':
    'KMS キーのキーポリシーにより、CloudWatch Logs またはタスクロールがキーを使えません。',
  'A log group cannot be created with a key that CloudWatch Logs may not use, and the deployment fails. If the key policy does not enable IAM policies, the permissions of the task role have no effect, and no session opens.':
    'CloudWatch Logs が使えないキーではロググループを作成できず、デプロイが失敗します。IAM に権限を委ねないキーでは、タスクロールで許可しても効果がなく、セッションを開始できません。',
  'Unsafe because it lets others use the key: adds a statement for CloudWatch Logs, limited to log groups in this account and region, or the one that enables IAM policies (`kms:*` for the account root).':
    '要確認: キーを使えるものが増えます。このアカウントとリージョンのロググループに限った CloudWatch Logs 用のステートメントか、アカウントのポリシーを有効にするステートメント (アカウントのルートに対する `kms:*`) を追加します。',
  'A statement for the account under a condition that the agent never meets, such as on `kms:ViaService`, does not enable IAM policies for it. If another condition decides, the check is undecided.':
    'アカウント向けのステートメントでも、`kms:ViaService` のようにエージェントが満たすことのない条件が付いていれば、エージェントに対して IAM ポリシーは有効になりません。それ以外の条件に左右される場合は、判定不能とします。',
  'The policy of key `{0}` does not let CloudWatch Logs use it: log group `{1}` cannot be created.':
    'キー `{0}` のキーポリシーが CloudWatch Logs による使用を許可していません。ロググループ `{1}` を作成できません。',
  '`{0}` is encrypted with it': '`{0}` の暗号化に使われるキーです',
  'sessions are recorded here': 'セッションはここに記録されます',
  'Let CloudWatch Logs use `{0}`': 'CloudWatch Logs による `{0}` の使用を許可する',
  'Whether the policy of key `{0}` lets task role `{1}` use it is not known: it depends on a `Condition`, or on what is only known once deployed.':
    'キー `{0}` のキーポリシーがタスクロール `{1}` による使用を許可しているかどうかは判定できません。`Condition` か、デプロイするまで分からない値に左右されます。',
  'The policy of key `{0}` allows neither task role `{1}` nor the account to use it, so the policies of the role have no effect: sessions are refused.':
    'キー `{0}` のキーポリシーは、タスクロール `{1}` にもアカウントにも使用を許可していないため、ロールのポリシーは効果がありません。セッションは拒否されます。',
  'sessions are encrypted with it': 'セッションはこのキーで暗号化されます',
  'Enable IAM policies for `{0}`': '`{0}` の権限をアカウントのポリシーに委ねる',

  // log-bucket-by-address
  'A cluster names the bucket of its sessions by a path, an address or the prefix of its name.':
    'クラスターが、セッションを記録するバケットを名前ではなくパスやアドレス、名前のプレフィックスで指定しています。',
  'No bucket has such a name, so nothing is recorded; if encryption is required, sessions are refused.':
    'そのような名前のバケットは存在しないため何も記録されず、それに対する権限も役に立ちません。暗号化が求められている場合は、セッションが拒否されます。',
  'Safe: the name stays in `S3BucketName`, and the path after it becomes `S3KeyPrefix`. There is no fix if there is another `S3KeyPrefix`, if the path depends on a condition, or if the address is not one of Amazon S3.':
    '安全: `S3BucketName` には名前だけを残し、その後のパスは `S3KeyPrefix` にします。別の `S3KeyPrefix` がある場合、パスが特定の条件でのみ使われる場合、Amazon S3 のアドレスでない場合は修正できません。',
  '`log-target-by-name` reports the ARN of a bucket. A bucket with `BucketNamePrefix` in the namespace of its account and region is called `PREFIX-ACCOUNT-REGION-an`.':
    'バケットの ARN は `log-target-by-name` が報告します。アカウントとリージョンの名前空間で `BucketNamePrefix` を指定したバケットの名前は `PREFIX-ACCOUNT-REGION-an` になります。',
  '`S3BucketName` of cluster `{0}` is what the name of `{1}` begins with, and not its name: {2}.':
    'クラスター `{0}` の `S3BucketName` は `{1}` の名前の先頭部分であり、バケット名ではありません。{2}。',
  '`S3BucketName` of cluster `{0}` is an address, which is not the name of a bucket: {1}.':
    'クラスター `{0}` の `S3BucketName` はアドレスで、バケット名ではありません。{1}。',
  '`S3BucketName` of cluster `{0}` contains a path, which a bucket name cannot: {1}.':
    'クラスター `{0}` の `S3BucketName` に、バケット名には使えないパスが含まれています。{1}。',
  'Split it into `S3BucketName` and `S3KeyPrefix`': '`S3BucketName` と `S3KeyPrefix` に分ける',

  // log-bucket-open
  'The bucket for sessions does not block public access.':
    'セッションを記録するバケットで、パブリックアクセスのブロックが解除されています。',
  'One bucket policy or ACL that is too broad, and anyone can read what was typed and shown in sessions.':
    'ポリシーやアクセスコントロールリストが 1 つでも広すぎると、セッションでの入力と表示を誰でも読めるようになります。',
  'Unsafe if the bucket has a public `AccessControl` or is a website: the deployment would fail.':
    'バケットの `AccessControl` がパブリックの場合や、ウェブサイトの場合は要確認です。デプロイが拒否されるためです。',
  'S3 has blocked public access to new buckets since April 2023, so only an explicit `false` is reported.':
    'S3 は 2023 年 4 月以降、新しいバケットへのパブリックアクセスをブロックします。そのため、明示的な `false` だけを指摘します。',
  'Bucket `{0}` does not block all public access: session logs may become publicly readable.':
    'バケット `{0}` はすべてのパブリックアクセスをブロックしていません。セッションの記録が誰でも読める状態になる可能性があります。',
  'sessions are recorded in it': 'セッションはここに記録されます',
  'Block public access to `{0}`': '`{0}` へのパブリックアクセスをブロックする',

  // log-destination-missing
  'A cluster sets `Logging: OVERRIDE` without a log group or bucket.':
    'クラスターが `Logging: OVERRIDE` を設定していますが、ロググループもバケットも指定していません。',
  'With `Logging: OVERRIDE` and neither a log group nor a bucket, nothing is recorded, and the deployment may fail. A prefix or an encryption setting has no effect without its bucket or log group.':
    '`Logging: OVERRIDE` でロググループもバケットもないと何も記録されず、デプロイが拒否される可能性があります。プレフィックスや暗号化の要求は、対象のバケットやロググループがなければ意味がありません。',
  'Uses the log group or bucket intended for ECS Exec, or adds one, as `logging-not-overridden` does. Unsafe if a log group must be encrypted and a key has to be created for it. If `Logging` is not OVERRIDE, that rule has the fix.':
    '`logging-not-overridden` と同じく、ECS Exec 用の既存のロググループやバケットを指定するか、新しく追加します。ロググループを暗号化するためにキーの作成が必要な場合は要確認です。`Logging` が OVERRIDE でない間は、そちらのルールが修正します。',
  'Cluster `{0}` sets `Logging: OVERRIDE` without a log group or bucket: sessions are not recorded.':
    'クラスター `{0}` に `Logging: OVERRIDE` が設定されていますが、ロググループもバケットも指定されていません。セッションはどこにも記録されません。',
  'Cluster `{0}` sets `{1}` without a bucket: it has no effect, and the deployment may fail.':
    'クラスター `{0}` に `{1}` が設定されていますが、バケットが指定されていません。効果がなく、デプロイが拒否される可能性があります。',
  'Cluster `{0}` sets `{1}` without a log group: it has no effect, and the deployment may fail.':
    'クラスター `{0}` に `{1}` が設定されていますが、ロググループが指定されていません。効果がなく、デプロイが拒否される可能性があります。',
  'Record sessions in {0}': 'セッションを {0} に記録する',

  // log-encryption-refuses-session
  'A cluster requires encrypted session logs, but its log group or bucket is not encrypted.':
    'クラスターがセッションの記録の暗号化を求めていますが、ロググループまたはバケットが暗号化されていません。',
  'The agent checks before it opens a session, and refuses it: "encryption is not set up on the selected CloudWatch Logs log group".':
    'エージェントはセッションの開始前に確認し、"encryption is not set up on the selected CloudWatch Logs log group" で拒否します。誰もコンテナに入れません。',
  'Unsafe: a log group gets the key that sessions are encrypted with, if the template has it, or a new key, which costs money. A bucket gets `aws:kms` instead of `aws:kms:dsse`.':
    '要確認: ロググループには、セッションを暗号化するキーがテンプレートにあればそれを、なければ新しいキー (料金がかかります) を設定します。バケットでは `aws:kms:dsse` を `aws:kms` に変えます。',
  'CloudWatch encrypts every log group, but the agent requires a KMS key. A bucket without `BucketEncryption` is encrypted by S3, which the agent accepts.':
    'CloudWatch はすべてのロググループを暗号化しますが、エージェントが暗号化とみなすのは KMS キーだけです。`BucketEncryption` のないバケットは S3 が暗号化し、これは暗号化とみなされます。',
  'Whether the log destination of `{0}` is encrypted is not known: {1}.':
    '`{0}` のセッションの記録先が暗号化されているかどうかは判定できません。{1}。',
  'Whether {0} is encrypted as `{1}` requires is not known: {2}.':
    '{0} が `{1}` の求めるとおりに暗号化されているかどうかは判定できません。{2}。',
  'it is not in this template': 'このテンプレートにありません',
  'in its `KmsKeyId`, {0}': '`KmsKeyId` の中: {0}',
  'Cluster `{0}` requires that {1} be encrypted': 'クラスター `{0}` は {1} の暗号化を求めています',
  'Encrypt the log group `{0}` with a KMS key': 'ロググループ `{0}` を KMS キーで暗号化する',
  '{0}, but it has no `KmsKeyId`: every session is refused.':
    '{0} が、`KmsKeyId` がありません。セッションはすべて拒否されます。',
  'Encrypt the bucket `{0}` with aws:kms': 'バケット `{0}` を aws:kms で暗号化する',
  '{0}, but the agent does not support its `aws:kms:dsse`: every session is refused.':
    '{0} が、設定されている `aws:kms:dsse` にはエージェントが対応していません。セッションはすべて拒否されます。',

  // log-permission-mismatch
  'The task role is allowed to write session logs, but not to their destination.':
    'タスクロールにセッションの記録を書き込む権限はありますが、対象が実際の記録先と違います。',
  'The permissions look complete, but the agent is denied: the ARN in the policy belongs to something else, or to the log group without its streams. Sessions are not recorded, without any message.':
    '権限は揃っているように見えても、エージェントは拒否されます。ポリシーの ARN が別のもの、またはログストリームを含まないロググループのものだからです。セッションは何の通知もなく記録されません。',
  "Safe: adds a missing `:*` at the end of a log group's ARN, which covers its streams. In all other cases, it adds statements for this log group or bucket to the role's inline policy `EcsExec`, as `task-role-lacks-log-permissions` does, and leaves what is there.":
    '安全です。ロググループの ARN の末尾に足りない `:*` を追加します。これでログストリームも対象になります。それ以外の場合は `task-role-lacks-log-permissions` と同じく、このロググループまたはバケットへのステートメントをロールのインラインポリシー `EcsExec` に追加し、既存の記述は変更しません。',
  'Task role `{0}` allows {1} on `{2}`': 'タスクロール `{0}` は `{2}` に対する {1} を許可しています',
  '{0}, which covers {1} but not its streams because it lacks a trailing `:*`: {2}.':
    '{0} が、末尾に `:*` がないため、{1} は対象でもその中のログストリームは対象になりません。{2}。',
  '{0}, which does not cover {1}: {2}.': '{0} が、{1} に書き込まれるものは対象になりません。{2}。',
  'allowed here': 'ここで許可されています',
  'Let the ARN cover the streams of the log group': 'ARN の対象にロググループのログストリームを含める',

  // log-retention-unset
  'Log group `{0}` has the class DELIVERY, which keeps events for one day: session logs are gone after that.':
    'ロググループ `{0}` のクラスは DELIVERY で、イベントを 1 日しか保持しません。セッションの記録はその後なくなります。',
  'The log group for sessions never expires, or keeps events for one day only.':
    'セッションを記録するロググループに保持期間がないか、イベントを 1 日しか保持しません。',
  'Session logs, with everything shown in them, are kept and billed forever. In a log group of the class DELIVERY they are gone after a day.':
    'セッションで表示された内容を含む記録が、永久に保持され、料金もかかり続けます。DELIVERY クラスのロググループでは 1 日でなくなります。',
  'Unsafe: logs older than the retention (90 days unless configured) are deleted. The class of a log group cannot be changed, so there is no fix for that.':
    '要確認: 保持期間 (設定がなければ 90 日) を過ぎた記録は削除されます。ロググループのクラスは変更できないため、それを直す修正はありません。',
  'Log group `{0}` has no `RetentionInDays`: session logs are kept forever.':
    'ロググループ `{0}` に `RetentionInDays` がありません。セッションの記録が永久に保持されます。',
  'Keep logs for {0} days': '記録を {0} 日間保持する',

  // log-target-by-name
  'A cluster refers to its log group or bucket for sessions other than by `Ref`.':
    'クラスターがセッションの記録先のロググループまたはバケットを、`Ref` 以外の方法で指定しています。',
  'An ARN is not a name, and is rejected. With a literal name, CloudFormation does not know to create the log group first, and sessions may not be recorded until it exists.':
    'ARN は名前ではないため拒否されます。名前を直接書くと、ロググループが先に必要なことが CloudFormation に分からず、作成されるまでセッションが記録されない可能性があります。',
  'Safe: a `Ref` to the resource in this template returns its name, and creates it before the cluster. The ARN of another bucket is reduced to its name. A path in the ARN becomes `S3KeyPrefix`, unless there already is one.':
    '安全: このテンプレートのリソースを `Ref` で参照すれば名前が得られ、クラスターより先に作成されます。ほかのバケットの ARN は、名前だけを残します。ARN の中のパスは、別の `S3KeyPrefix` がなければ `S3KeyPrefix` にします。',
  'Services in other templates may import cluster `{0}`: unless their task roles may write to the new destination, their sessions are no longer recorded.':
    '別のテンプレートのサービスがクラスター `{0}` をインポートしている可能性があります。そのタスクロールが新しい記録先に書き込めない場合、セッションは記録されなくなります。',
  'Cluster `{0}` refers to {1} by its ARN instead of its name: the deployment fails.':
    'クラスター `{0}` は {1} を、名前ではなく ARN で指定しています。デプロイは拒否されます。',
  'Cluster `{0}` refers to {1} by its literal name instead of `!Ref`, so CloudFormation does not know to create it first.':
    'クラスター `{0}` は {1} を `!Ref` ではなく名前の文字列で指定しています。先に作成する必要があることが CloudFormation に分かりません。',
  'it is created here': 'ここで作成されます',
  'Refer to `{0}`': '`{0}` を参照する',

  // logging-not-overridden
  'Cluster `{0}` sets `Logging: {1}`, which is not DEFAULT, NONE or OVERRIDE: CloudFormation rejects it.':
    'クラスター `{0}` の `Logging: {1}` は DEFAULT、NONE、OVERRIDE のどれでもありません。CloudFormation に拒否されます。',
  'Write `{0}`': '`{0}` と書く',
  'A cluster does not record its sessions in a dedicated log group or bucket (`Logging: OVERRIDE`).':
    'クラスターがセッションを専用の場所に記録していません (`Logging: OVERRIDE`)。',
  'What is typed in a session is not recorded, or ends up in the application log; CloudTrail only shows that a session was opened.':
    'セッションで入力した内容が記録されないか、アプリケーションのログに混ざります。CloudTrail に残るのは、セッションが開始されたことだけです。',
  'Safe, except if `NONE` is set explicitly, if a log group must be encrypted and a key has to be created for it, or if the task role of a known service could not write to the new destination: a role in another template that cannot refer to it, or a role that is not visible while sessions are recorded today. It is also unsafe if the cluster is exported and nothing here runs on it, because services in other templates may. The fix adds a resource without a fixed name that outlives the stack: a log group that expires (90 days unless configured), or an encrypted bucket that blocks public access. An existing log group or bucket is used if its name says that it is for ECS Exec and nothing else writes to it. If there is a `LogConfiguration` with a destination, it is kept, and only `Logging` is set. A misspelled `Logging`, such as `override`, is corrected. The permissions that the task roles need come in the same run, from `task-role-lacks-log-permissions`.':
    '安全。ただし `NONE` と書かれている場合と、ロググループを暗号化するためにキーの作成が必要な場合、既知のサービスのタスクロールが新しい記録先に書き込めない場合 (別のテンプレートにあって記録先を指定できないロールや、現在セッションが記録されているのに見えないロール) は要確認です。クラスターがエクスポートされていて、ここで使うものがない場合も、別のテンプレートのサービスが使う可能性があるため要確認です。追加するのは、スタックを削除しても残る、名前を指定しないロググループ (保持期間は設定がなければ 90 日) か、暗号化されパブリックアクセスをブロックしたバケットです。名前から ECS Exec 用と分かり、ほかに書き込むものがないロググループやバケットがあれば、それを使います。記録先を指定した `LogConfiguration` があればそのまま残し、`Logging` だけを設定します。タスクロールに必要な権限は、同じ実行の中で `task-role-lacks-log-permissions` が追加します。値にほぼ一致する `Logging` (`override` など) は、その値に直します。',
  'If a cluster runs tasks and none of them has, or should have, ECS Exec on, the severity is only `info`. `--log-destination` and the configuration choose the destination: a log group (the default), a bucket, or both. Logs are written when a session ends. cfn-lint, checkov and cfn_nag may ask for access logging and versioning on a new bucket, and for a KMS key on a new log group.':
    'セッションの記録先は `--log-destination` と設定ファイルで、ロググループ (デフォルト)、バケット、両方から選べます。記録はセッションの終了時に書き込まれます。cfn-lint、checkov、cfn_nag は、新しいバケットのアクセスログとバージョニング、新しいロググループの KMS キーを求めることがあります。クラスターでタスクが動いていて、そのどれでも ECS Exec が有効でなく、その必要もない場合、重大度は情報 (`info`) にとどめます。',
  'Whether sessions on `{0}` are recorded is not known: {1}.':
    '`{0}` のセッションが記録されるかどうかは判定できません。{1}。',
  'Whether `{0}` records sessions is not known: {1}.':
    '`{0}` がセッションを記録するかどうかは判定できません。{1}。',
  'Cluster `{0}` sets `Logging: NONE`: nothing that is typed in a session is recorded.':
    'クラスター `{0}` に `Logging: NONE` が設定されています。セッションで入力した内容は何も記録されません。',
  'Cluster `{0}` has a `LogConfiguration` without `Logging: OVERRIDE`: the deployment fails with "You must set logging to \'OVERRIDE\' when you supply a log configuration".':
    'クラスター `{0}` の `LogConfiguration` は `Logging: OVERRIDE` の場合にのみ有効です。デプロイは "You must set logging to \'OVERRIDE\' when you supply a log configuration" で拒否されます。',
  'Cluster `{0}` sets `Logging: DEFAULT`': 'クラスター `{0}` に `Logging: DEFAULT` が設定されています',
  'Cluster `{0}` has no session logging configured (`Logging` defaults to DEFAULT)':
    'クラスター `{0}` にセッションの記録先の設定がありません (`Logging` は DEFAULT になります)',
  '{0}, and no container of `{1}` logs with `awslogs`: its sessions are not recorded.':
    '{0}。`{1}` には `awslogs` を使うコンテナもないため、セッションはどこにも記録されません。',
  '{0}: at best, sessions are recorded in the `awslogs` log groups of the containers.':
    '{0}。記録されるとしても、`awslogs` を使うコンテナのログに混ざるだけです。',
  'Set `Logging` to OVERRIDE': '`Logging` を OVERRIDE に設定する',

  // task-role-lacks-kms-decrypt
  'The task role is not allowed to use the KMS key that encrypts sessions or session logs.':
    'セッションやその記録を暗号化する KMS キーを、タスクロールが使えません。',
  'The agent in the container decrypts the data key of the session with the task role. Without the permission, no session opens; without `kms:GenerateDataKey` on the key of the bucket, nothing is written to it.':
    'コンテナ内のエージェントは、タスクロールを使ってセッションのデータキーを復号します。権限がないとセッションを開始できません。バケットのキーに対する `kms:GenerateDataKey` がないと、バケットに何も書き込まれません。',
  "Safe: adds a statement for this key to the role's inline policy `EcsExec`, which is created if needed. If the ARN of the key is not known (an alias, a parameter, an import), the statement allows the key of any ECS Exec session, by its encryption context.":
    '安全: このキーに対するステートメントを、ロールのインラインポリシー `EcsExec` に追加します (なければ作成します)。キーの ARN が分からない場合 (エイリアス、パラメータ、インポート) は、暗号化コンテキストで限定し、ECS Exec のセッションのキーを許可します。',
  'The caller of `execute-command` also needs `kms:GenerateDataKey` on the key: see `caller-lacks-data-key`. Permissions that a local key policy grants to the role count. The agent calls KMS itself, so a condition on `kms:ViaService` or `aws:CalledVia` does not hold for `kms:Decrypt`; only `kms:GenerateDataKey` for a bucket comes from S3. If another condition decides, the check is undecided.':
    '`execute-command` を実行する側にも、このキーに対する `kms:GenerateDataKey` が必要です (`caller-lacks-data-key` を参照)。テンプレート内のキーのキーポリシーがロールに許可する内容も考慮します。エージェントは KMS を直接呼び出すため、`kms:ViaService` や `aws:CalledVia` の条件は `kms:Decrypt` では満たされません。S3 を経由するのは、バケット用の `kms:GenerateDataKey` だけです。それ以外の条件に左右される場合は、判定不能とします。',
  'Whether the task role of `{0}` may use the key of its sessions is not known: {1}.':
    '`{0}` のタスクロールがセッションのキーを使えるかどうかは判定できません。{1}。',
  'sessions are refused': 'セッションは拒否されます',
  'Task role `{0}` is denied {1} on the key `{2}`: {3}.':
    'タスクロール `{0}` は、キー `{2}` に対する {1} を拒否されています。{3}。',
  'allowed here, but not for this key (an alias does not cover its key)':
    'ここで許可されていますが、対象はこのキーではありません (エイリアスを書いてもキーは対象になりません)',
  'allowed here, but under a `Condition` that the requests never meet':
    'ここで許可されていますが、リクエストがこの `Condition` を満たすことはありません',
  'sessions are not recorded in the bucket': 'セッションはバケットに記録されません',
  'Task role `{0}` lacks {1} on the key `{2}`: {3}.':
    'タスクロール `{0}` がキー `{2}` に対する {1} を許可していません。{3}。',
  'the key is named here': 'キーはここで指定されています',
  'Allow `{0}` to use the key `{1}`': '`{0}` にキー `{1}` の使用を許可する',

  // task-role-lacks-log-permissions
  'The task role lacks permissions to write session logs to their destination.':
    'セッションを記録先に書き込む権限がタスクロールにありません。',
  'The agent in the container writes the session log itself, with the task role. Without the permissions, the session works and leaves no trace; if encryption is required, it is refused.':
    'コンテナ内のエージェントは、タスクロールを使って自分で記録を書き込みます。権限がないとセッションは使えても記録が残らず、暗号化が求められている場合は拒否されます。',
  "Safe: adds statements for this log group or bucket to the role's inline policy `EcsExec`, which is created if needed. `logs:DescribeLogGroups` and `s3:GetBucketLocation` are allowed on `*`, as documented. If `logging-not-overridden` sets a dedicated log group or bucket in the same run, the permissions are for that one.":
    '安全: このロググループまたはバケットに対するステートメントを、ロールのインラインポリシー `EcsExec` に追加します。ECS Exec に必要な権限はこのポリシーにまとめ、なければ作成します。`logs:DescribeLogGroups` と `s3:GetBucketLocation` は、ドキュメントのとおり `*` に対して許可します。同じ実行で `logging-not-overridden` が専用の記録先を設定する場合は、その記録先に対する権限になります。',
  'If the role allows them on an ARN that is nearly right, that is reported by `log-permission-mismatch`. With `Logging: DEFAULT`, the agent writes to the log groups of the `awslogs` containers, also with the task role; only the log driver uses the task execution role. This is an error if the session is refused without a permission (encryption is required, and the agent cannot verify it). AWS checks `logs:DescribeLogGroups` on all log groups of the region (`log-group::log-stream:`), never on one group, and `logs:DescribeLogStreams` on `log-group:NAME:log-stream:`. Without them, and without `s3:GetEncryptionConfiguration`, the agent still records sessions if no encryption is required. The agent calls these services itself, so a condition on `aws:CalledVia` does not hold. If another condition decides, the check is undecided.':
    'ほぼ正しい ARN に対して許可されている場合は `log-permission-mismatch` で報告します。`Logging: DEFAULT` では、エージェントは `awslogs` を使うコンテナのロググループに、やはりタスクロールで書き込みます。タスク実行ロールを使うのはログドライバーです。権限がないとセッションが拒否される場合 (暗号化が求められ、エージェントがそれを確認できない場合) はエラーです。 `logs:DescribeLogGroups` が確認される対象は、個々のロググループではなく、リージョンのロググループ全体 (`log-group::log-stream:`) です。`logs:DescribeLogStreams` は `log-group:NAME:log-stream:` で確認されます。暗号化が求められていなければ、これらと `s3:GetEncryptionConfiguration` がなくても、エージェントはセッションを記録します。エージェントはこれらのサービスを直接呼び出すため、`aws:CalledVia` の条件は満たされません。それ以外の条件に左右される場合は、判定不能とします。',
  'Whether the task role of `{0}` may record sessions is not known: {1}.':
    '`{0}` のタスクロールがセッションを記録できるかどうかは判定できません。{1}。',
  'sessions are not recorded there': 'セッションはそこに記録されません',
  'sessions may not be recorded there': 'セッションがそこに記録されない可能性があります',
  'sessions are only recorded there as long as no bucket policy requires encryption':
    'セッションがそこに記録されるのは、バケットのポリシーが暗号化を必須にしていない場合に限られます',
  'Task role `{0}` is denied {1} for {2}: {3}.':
    'タスクロール `{0}` は、{2} に対する {1} を拒否されています。{3}。',
  'allowed here, but not on the resource that AWS checks':
    'ここで許可されていますが、AWS が確認する対象ではありません',
  'Task role `{0}` lacks {1} for {2}: {3}.':
    'タスクロール `{0}` が {2} に必要な {1} を許可していません。{3}。',
  'Allow `{0}` to write to {1}': '`{0}` に {1} への書き込みを許可する',

  // What fixes choose
  'a bucket': 'バケット',
  'a log group': 'ロググループ',
  '{0} of their own': '専用の {0}',
  '{0}, encrypted with a KMS key': '{0} (KMS キーで暗号化)',
};
