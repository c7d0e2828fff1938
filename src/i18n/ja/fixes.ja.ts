import type { Catalogue } from '../words.ts';

/** Why a fix is not made. */
export const fixes: Catalogue = {
  'Everything there is moved away, and something else is to be inserted there.':
    'そこにあるものがすべて移され、別のものが入ることになります。',
  'The file ends in a block scalar without a line break, and the new text would become part of it.':
    'ファイルが改行のないブロックテキストで終わっており、追加する内容がその一部になってしまいます。',
  'It has line breaks that not every parser recognizes.':
    '改行とみなさないパーサーがある改行文字が使われています。',
  'The map already has that key.': 'そのキーはすでにほかで使われています。',
  'It is written in a form that fixes do not edit.': '編集の対象にしない書き方です。',
  'It would change text that goes away.': 'なくなるテキストを変更することになります。',
  'The comment `{0}` would be lost.': 'コメント `{0}` が失われます。',
  'The template would become unreadable: {0}': 'テンプレートを読み取れなくなります: {0}',
  'The result at {0} would not be as intended.': '{0} に書かれる内容が意図したものになりません。',
  'It would also change {0}, which repeats the same text.': '同じテキストを使う {0} も変わってしまいます。',
  'Some text would become the comment `{0}`.': 'テキストの一部がコメント `{0}` になってしまいます。',
  'It is an argument of a function.': '関数の引数です。',
  'The value there is not a list.': 'そこにあるものはリストではありません。',
  'The value there is not a map.': 'そこにあるものはマップではありません。',
  'The value there is an intrinsic function.': 'そこには値全体を決める関数があります。',
  'There is no such item.': '該当する項目がありません。',
  'The merge key next to it may bring it back.': '隣のマージキーにより元に戻る可能性があります。',
  'Two edits set different values at the same place.': '1 つの場所に異なる値を書く編集が 2 つあります。',
  'The comment below it would become part of the text above.':
    '下のコメントが上のテキストの一部になってしまいます。',
  'The template would be empty.': 'テンプレートに何も残らなくなります。',
  'There is already a list or a map.': 'そこにはすでにリストまたはマップがあります。',
  'The value there has an anchor, so other places may repeat it.':
    '値にアンカーがあり、ほかの場所で使われている可能性があります。',
  'The key there has no value.': 'そのキーには値を設定できません。',
  'It is repeated there from elsewhere by an alias.': 'ほかの場所の内容をエイリアスで使っています。',
  'An alias repeats it elsewhere, where it would change too.':
    'エイリアスがほかの場所で使っており、そこも変わってしまいます。',
  'The finding is only likely.': '検出が確実ではありません。',
  'The text stands for several resources, and not all of them need the change.':
    'テキストが複数のリソースを表しており、すべてに変更が必要なわけではありません。',
  'The text stands for several resources, and each of them needs a different change.':
    'テキストが複数のリソースを表しており、それぞれに別の変更が必要です。',
  'The deployment would fail: {0}.': 'デプロイが拒否されます: {0}。',
  'the template would have {0} resources, and CloudFormation allows {1}':
    'テンプレートのリソースが {0} 個になりますが、CloudFormation の上限は {1} 個です',
  'the template would have {0} bytes, and CloudFormation allows {1}':
    'テンプレートが {0} バイトになりますが、CloudFormation の上限は {1} バイトです',
  'the inline policies of role `{0}` would have {1} characters, and IAM allows {2}':
    'ロール `{0}` のインラインポリシーが {1} 文字になりますが、IAM の上限は {2} 文字です',
  'managed policy `{0}` would have {1} characters, and IAM allows {2}':
    '管理ポリシー `{0}` が {1} 文字になりますが、IAM の上限は {2} 文字です',
  'The deployment would fail: {0}': 'デプロイが拒否されます: {0}',
  'What it would change is the result of a function.': '変更する箇所が関数の結果です。',
  'It would change text that is embedded in a string.':
    'ほかの文字列に埋め込まれた文字列を変えることになります。',
  'The syntax has to be fixed first.': '先にテキストを読み取れる状態に直す必要があります。',
  'The template has a duplicate key, so its meaning is unclear.':
    'テンプレートにキーの重複があり、内容が定まりません。',
  'The template cannot be read unambiguously.': 'テンプレートの内容を確実に読み取れません。',
  'The finding would still be there.': '修正しても問題が残ります。',
  'It would cause a new error: {0}': '新しいエラーが発生します: {0}',
  'After {0} passes, it was still waiting for other fixes.':
    '{0} 回繰り返しても、ほかの修正を待つ状態が続きました。',
  'It and other fixes would undo one another.': 'ほかの修正と互いに打ち消し合います。',

  // Second opinions
  'YAML 1.1 (yaml)': 'yaml による YAML 1.1',
  'YAML (js-yaml)': 'js-yaml による YAML',
  JSON: 'JSON',
  'the top': '最上位',
  'The key `{0}` is a YAML keyword, which not every parser reads as text.':
    'キー `{0}` は YAML で特別な意味を持つ語で、テキストとして読まないパーサーがあります。',
  'A key is empty, which not every parser reads as text.':
    'キーが空で、テキストとして読まないパーサーがあります。',
  'The template is not readable as {0}: {1}.': '{0} としてテンプレートを読み取れません ({1})。',
  'The fixed template would not be readable as {0}: {1}.':
    '{0} として修正後のテンプレートを読み取れません ({1})。',
  'Read as {0}, the fixed template would not be as intended at {1}.':
    '{0} として読むと、修正後のテンプレートの {1} が意図した内容になりません。',
  'Without its syntax errors, the template is not readable as {0}: {1}.':
    '{0} として、誤りを除いたテンプレートを読み取れません ({1})。',
  'Another parser reads the comment `{0}` differently.':
    '別のパーサーでは、コメント `{0}` の読み取り結果が異なります。',
  'Read as {0}, it would change the value at {1}.': '{0} として読むと、{1} の内容が変わってしまいます。',

  // Templates that a tool writes
  '{0} generates this template, and would undo the change: {1}.':
    'このテンプレートは {0} が生成するため、変更は上書きされます。{1}。',
  '{0} generates this template, and would undo the change: suppress it in the configuration (`ignores`).':
    'このテンプレートは {0} が生成するため、変更は上書きされます。設定ファイル (`ignores`) で抑制してください。',
  'There already is `{0}`, which may be meant as `{1}`.':
    'すでに `{0}` があり、`{1}` の書き間違いかもしれません。',
  'The AWS CDK': 'AWS CDK',
  '`sam build`': '`sam build`',
  'The Serverless Framework': 'Serverless Framework',
  'in the CDK app, {0}': 'CDK アプリで {0}',
  'AWS Copilot': 'AWS Copilot',
  'set `exec: true` in `{0}`': '`{0}` に `exec: true` を設定してください',
  'set `exec: true` in `{0}`, which grants the task role these permissions':
    '`{0}` に `exec: true` を設定してください。タスクロールにこの権限が付きます',
  'make it with `copilot svc override`, or with `copilot env override` for what services share':
    '`copilot svc override` で (サービス間で共有するものは `copilot env override` で) 変更してください',
  'set `EnableExecuteCommand` in `serverless.yml`, with serverless-fargate under `cloudFormationResource.service`, with serverless-fargate-tasks under `override.service`':
    '`serverless.yml` で `EnableExecuteCommand` を設定してください。serverless-fargate では `cloudFormationResource.service`、serverless-fargate-tasks では `override.service` の下に書きます',
  'add the statement in `serverless.yml`, under `provider.iam.role.statements` or to the role under `resources`':
    '`serverless.yml` の `provider.iam.role.statements` か、`resources` のロールにステートメントを追加してください',
  'pass the key itself as `kmsKey` and not its `Alias`, on whose ARN a permission has no effect, or call `grantDecrypt` on the key with the task role of `{0}`':
    '`kmsKey` には `Alias` ではなくキーそのものを渡すか (エイリアスの ARN への権限は効きません)、`{0}` のタスクロールを渡してキーの `grantDecrypt` を呼び出してください',
  'make it in the template that this one is built from': '生成元のテンプレートで変更してください',
  'change `{0}` in `serverless.yml`, under `resources.extensions` where a plugin creates it':
    '`serverless.yml` で `{0}` を変更してください。プラグインが作成するものは `resources.extensions` の下に書きます',
  'add it in `serverless.yml`, under `resources.Resources`':
    '`serverless.yml` の `resources.Resources` に追加してください',
  'set `{0}` on `{1}`': '`{1}` に `{0}` を設定してください',
  'give `{0}` a `{1}`': '`{0}` に `{1}` を設定してください',
  "call `grantEncryptDecrypt(new ServicePrincipal('logs.' + this.region + '.amazonaws.com'))` on `{0}`, so that CloudWatch Logs may use it":
    "CloudWatch Logs が使えるように、`{0}` で `grantEncryptDecrypt(new ServicePrincipal('logs.' + this.region + '.amazonaws.com'))` を呼び出してください",
  'call `addToResourcePolicy` on `{0}` with a statement that allows `kms:*` to `new AccountRootPrincipal()`, so that IAM policies have an effect on it':
    'IAM ポリシーが効くように、`new AccountRootPrincipal()` に `kms:*` を許可するステートメントを渡して `{0}` の `addToResourcePolicy` を呼び出してください',
  'pass `encryptionKey` to `{0}`, a key that CloudWatch Logs may use, or leave out `cloudWatchEncryptionEnabled` where the cluster is created':
    'CloudWatch Logs が使えるキーを `encryptionKey` として `{0}` に渡すか、クラスターを作成する箇所で `cloudWatchEncryptionEnabled` を外してください',
  "pass `assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com')` to `{0}`, within a `CompositePrincipal` where others assume it too":
    "`{0}` に `assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com')` を渡してください (ほかにも引き受けるものがあれば `CompositePrincipal` でまとめます)",
  'the `EcsTask` target of `{0}`': '`{0}` の `EcsTask` ターゲット',
  'the target of `{0}`': '`{0}` のターゲット',
  'the `EcsRunTask` of `{0}`': '`{0}` の `EcsRunTask`',
  'the container definition of `{0}`': '`{0}` のコンテナ定義',
  "call `addPropertyOverride('Targets.0.EcsParameters.EnableExecuteCommand', true)` on the `CfnRule` of `{0}`, which has no property for it":
    "`{0}` にはこのためのプロパティがないため、その `CfnRule` で `addPropertyOverride('Targets.0.EcsParameters.EnableExecuteCommand', true)` を呼び出してください",
  'set `{0}` on {1}': '{1} に `{0}` を設定してください',
  'pass a `cluster` to `{0}` that is created with `{1}`':
    '`{1}` を指定して作成した `cluster` を `{0}` に渡してください',
  'set `{0}` in the container definition of `{1}`': '`{1}` のコンテナ定義に `{0}` を設定してください',
  'pass a `taskDefinition` to `{0}`, and `{1}` where `addContainer` is called on it':
    '`{0}` に `taskDefinition` を渡し、その `addContainer` に `{1}` を渡してください',
  'pass `{0}` where `addContainer` is called on `{1}`': '`{1}` の `addContainer` に `{0}` を渡してください',
  'add an `{0}`': '`{0}` を追加してください',
  'set `enableExecuteCommand: true` on `{0}`, which grants its task role these permissions for the log that `executeCommandConfiguration` of its cluster names':
    '`{0}` に `enableExecuteCommand: true` を設定してください。クラスターの `executeCommandConfiguration` が指すログについて、タスクロールにこの権限が付きます',
  'set `enableExecuteCommand: true` on `{0}`, which grants its task role these permissions':
    '`{0}` に `enableExecuteCommand: true` を設定してください。タスクロールにこの権限が付きます',
  'name the log in `executeCommandConfiguration` of the cluster, since without it nothing is granted under `@aws-cdk/aws-ecs:reduceEc2FargateCloudWatchPermissions`, or {0}':
    'クラスターの `executeCommandConfiguration` でログを指定するか (`@aws-cdk/aws-ecs:reduceEc2FargateCloudWatchPermissions` が有効だと、指定がなければ権限が付きません)、{0}',
  '{0}, since {1}': '{0} ({1})',
  'this is granted only with `s3EncryptionEnabled`':
    'この権限は `s3EncryptionEnabled` を指定した場合にだけ付きます',
  '`{0}` grants nothing': '`{0}` では権限が付きません',
  'nothing is granted where a property override turns ECS Exec on, or to a role that takes no policies':
    'プロパティの上書きで ECS Exec を有効にした場合や、ポリシーを追加できないロールでは、権限が付きません',
  'targets of events, schedules and state machines grant nothing':
    'イベント、スケジュール、ステートマシンのターゲットでは権限が付きません',
  'call `addToTaskRolePolicy` on `{0}`': '`{0}` で `addToTaskRolePolicy` を呼び出してください',
  'call `addToPolicy` on `{0}`': '`{0}` で `addToPolicy` を呼び出してください',
  'call `addStatements` on `{0}`': '`{0}` で `addStatements` を呼び出してください',
  'call `addToTaskRolePolicy` on the task definition of `{0}`':
    '`{0}` のタスク定義で `addToTaskRolePolicy` を呼び出してください',
  'call `{0}` on the key with the task role of `{1}`':
    '`{1}` のタスクロールを渡してキーの `{0}` を呼び出してください',
  'call `{0}` on the `encryptionKey` of `{1}` with the task role of `{2}`':
    '`{2}` のタスクロールを渡して `{1}` の `encryptionKey` の `{0}` を呼び出してください',
  'call `{0}` on `{1}` with the task role of `{2}`':
    '`{2}` のタスクロールを渡して `{1}` の `{0}` を呼び出してください',
  'call `{0}` on `{1}`': '`{1}` で `{0}` を呼び出してください',
  'pass `{0}` where `addInterfaceEndpoint` is called on `{1}`':
    '`{1}` の `addInterfaceEndpoint` に `{0}` を渡してください',
  'make it': '変更してください',
  'call `node.addDependency` on `{0}`': '`{0}` の `node.addDependency` を呼び出してください',
  'make it on `{0}`': '`{0}` で変更してください',
  'make it on `{0}`, if need be by `addPropertyOverride`':
    '`{0}` で変更してください (必要なら `addPropertyOverride` で)',

  // In editors
  'Apply all safe fixes in this template': 'このテンプレートで安全に修正できるものをすべて修正',
  'Ignore `{0}` here, with a reason': 'ここの `{0}` を理由を付けて抑制',
  '{0} (unsafe: it may override a deliberate setting)': '{0} (要確認: 意図した設定を変える可能性があります)',
  'The text has changed in the meantime.': '処理中にテキストが変更されました。',
  'This finding no longer exists.': '対象の箇所がもうありません。',
  'There is nothing to change.': '変更する箇所がありません。',
  'The configuration is invalid.': '設定を読み取れません。',
  '{0} of {1} checks pass.': '{1} 項目中 {0} 項目が合格です。',
  More: '詳細',

  // Ignores
  'Ignore `{0}` at line {1}': '{1} 行目の `{0}` を抑制する',
  'Ignore `{0}` at `{1}`': '`{1}` の `{0}` を抑制する',

  '{0}, and {1}': '{0}、{1}',

  // What fixes may not make worse, and what an unsafe one brings with it.
  'It would refer to `{0}`, which this template does not have.':
    'このテンプレートにない `{0}` を参照することになります。',
  '`{0}` would depend on itself.': '`{0}` の依存関係が循環することになります。',
  'The deployment would fail, which it did not before: {0}':
    'これまで通っていたデプロイが拒否されるようになります: {0}',
  'Sessions on {0} would not be recorded: {1}.': '{0} のセッションが記録されなくなります: {1}。',
  'it has no cluster': 'クラスターがありません',
  'nothing is configured to record them': '記録先が設定されていません',
  'its task role is not known': 'タスクロールが分かりません',
  'task role `{0}` lacks {1} for {2}': 'タスクロール `{0}` に {2} に対する {1} がありません',
  'CodeDeploy controls the deployments of service `{0}`: CloudFormation rejects the update with "Unable to update task definition on services with a CODE_DEPLOY deployment controller". Start a CodeDeploy deployment with the new task definition instead.':
    'サービス `{0}` のデプロイは CodeDeploy が管理しているため、CloudFormation による更新は "Unable to update task definition on services with a CODE_DEPLOY deployment controller" で拒否されます。代わりに、新しいタスク定義で CodeDeploy のデプロイを開始してください。',
  'CodeDeploy may control the deployments of service `{0}`, which is only known once deployed. Where it does, CloudFormation rejects the update with "Unable to update task definition on services with a CODE_DEPLOY deployment controller": start a CodeDeploy deployment with the new task definition instead.':
    'サービス `{0}` のデプロイを CodeDeploy が管理しているかどうかは、デプロイするまで分かりません。管理している場合、CloudFormation による更新は "Unable to update task definition on services with a CODE_DEPLOY deployment controller" で拒否されるため、代わりに新しいタスク定義で CodeDeploy のデプロイを開始してください。',
  'A CodeDeploy hook deploys service `{0}`: CloudFormation rejects an update that starts a blue/green deployment and changes anything else in the stack. Deploy this change on its own.':
    'サービス `{0}` は CodeDeploy のフックがデプロイします。ブルー/グリーンデプロイを開始する更新でスタックのほかの部分も変えると、CloudFormation に拒否されます。この変更だけを単独でデプロイしてください。',
  'The template of task role `{0}` has no name for the new destination, so nothing lets {1} record its sessions there.':
    'タスクロール `{0}` のテンプレートからは新しい記録先を指定できないため、{1} のセッションをそこに記録する権限を付けられません。',
  'The task role of {0} is not visible here ({1}): unless it may write to the new destination, sessions are no longer recorded.':
    '{0} のタスクロールはここからは見えません ({1})。新しい記録先に書き込めない場合、セッションは記録されなくなります。',
  'Off Fargate, containers without a task role use the permissions of their instance, and lose them to a task role.':
    'Fargate 以外では、タスクロールのないコンテナはインスタンスの権限を使っており、タスクロールを付けるとその権限を失います。',
  '`{0}` starts the same task definition, and may not be allowed to pass a new role to its tasks.':
    '`{0}` も同じタスク定義を起動しており、新しいロールをタスクに渡す権限がない可能性があります。',
};
