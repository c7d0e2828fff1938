import type { Catalogue } from '../words.ts';

/** What is said about error messages. */
export const errorMessages: Catalogue = {
  // The agent
  'The ECS Exec agent is not allowed to open a channel to Session Manager. The task role lacks one of the four `ssmmessages` actions, or something denies it.':
    'ECS Exec エージェントに、Session Manager へのチャネルを開く権限がありません。タスクロールに 4 つの `ssmmessages` アクションのいずれかがないか、何かがそれを拒否しています。',
  'The endpoint of Session Manager (`ssmmessages`) cannot be reached. If it is in an agent log, check the network of the tasks; if your own terminal printed it, check the network of your machine.':
    'Session Manager のエンドポイント (`ssmmessages`) に接続できません。エージェントのログにある場合はタスクのネットワークを、手元の端末に表示された場合は自分のマシンのネットワークを確認してください。',
  'Network ACLs, a firewall or DNS settings of the VPC may block the way.':
    'VPC のネットワーク ACL、ファイアウォール、または DNS の設定が通信を妨げている可能性があります。',
  'If your own terminal printed it, a proxy or a firewall blocks the way from your machine.':
    '手元の端末に表示された場合は、プロキシやファイアウォールが自分のマシンからの通信を妨げています。',
  'ECS Exec is on for the task, but its agent is not connected to Session Manager. The task role lacks the four `ssmmessages` actions, the network has no way out, or the agent does not run.':
    'タスクで ECS Exec は有効ですが、エージェントが Session Manager に接続していません。タスクロールに 4 つの `ssmmessages` アクションがないか、ネットワークに外への経路がないか、エージェントが動いていません。',
  'ECS Exec was off when this task was started, or its agent does not run. Turning it on only applies to tasks that are started afterwards.':
    'このタスクの起動時に ECS Exec が無効だったか、エージェントが動いていません。有効にしても、その後に起動したタスクにしか適用されません。',
  'The ECS Exec agent of a container could not be started, or has stopped. The container keeps running without it, and no session can be opened in it.':
    'コンテナの ECS Exec エージェントが起動できなかったか、停止しています。コンテナはエージェントなしで動き続け、セッションは開始できません。',
  'The tasks run on a Fargate platform version that has no ECS Exec. It needs 1.4.0 or later on Linux, and 1.0.0 or later on Windows.':
    'タスクは、ECS Exec のない Fargate プラットフォームバージョンで動いています。Linux では 1.4.0 以降、Windows では 1.0.0 以降が必要です。',
  'The running task may have been started on an older platform version than the template names.':
    '実行中のタスクは、テンプレートにあるものより古いプラットフォームバージョンで起動された可能性があります。',
  'ECS Exec does not support Windows Nano Server. Images based on Windows Server Core work.':
    'ECS Exec は Windows Nano Server に対応していません。Windows Server Core ベースのイメージなら使えます。',
  'The agent in the container is reached, but cannot start the session. This has been reported for containers whose `/tmp` or file system is full.':
    'コンテナ内のエージェントには到達しましたが、セッションを開始できません。`/tmp` やファイルシステムがいっぱいのコンテナで報告されています。',
  'The file system of the container may be full; a new task starts with an empty one.':
    'コンテナのファイルシステムがいっぱいの可能性があります。新しいタスクは空の状態で始まります。',

  // Whoever opens a session
  'Whoever runs the command is not allowed to run `execute-command` on this task. AWS checks `ecs:ExecuteCommand` on the cluster and on the task, with the conditions of the policy.':
    'コマンドの実行者に、このタスクで `execute-command` を実行する権限がありません。AWS は `ecs:ExecuteCommand` を、クラスターとタスクの両方で、ポリシーの条件も含めて確認します。',
  'Whoever runs the command is not allowed to describe the task. The AWS CLI calls `ecs:DescribeTasks` after `ecs:ExecuteCommand`, to find the target of the session.':
    'コマンドの実行者に、タスクの情報を取得する権限がありません。AWS CLI は `ecs:ExecuteCommand` の後に `ecs:DescribeTasks` を呼び出し、セッションの接続先を調べます。',
  'The session was requested from Systems Manager directly, which these permissions do not allow. `aws ecs execute-command` does not need `ssm:StartSession`, and denying it is what AWS recommends.':
    'セッションが Systems Manager に直接要求されましたが、その権限がありません。`aws ecs execute-command` に `ssm:StartSession` は不要で、拒否することを AWS は推奨しています。',
  'The session was opened with `aws ssm start-session`, or by a tool that calls it, not with `aws ecs execute-command`.':
    'セッションが `aws ecs execute-command` ではなく、`aws ssm start-session` やそれを呼び出すツールで開始されました。',
  'There is no running task with this ID in this cluster. Every deployment starts tasks with new IDs, and without `--cluster` the command uses the cluster `default`.':
    'このクラスターに、この ID の実行中のタスクはありません。デプロイのたびに新しい ID のタスクが起動します。また、`--cluster` がないとクラスター `default` が使われます。',
  'The task may have failed.': 'タスクが失敗した可能性があります。',
  'There is no cluster with this name in this account and Region. Without `--cluster`, the command uses the cluster `default`.':
    'このアカウントとリージョンに、この名前のクラスターはありません。`--cluster` がないとクラスター `default` が使われます。',
  'Two sessions are open on the container already, which is the maximum. A session that was not closed counts until it has been idle for 20 minutes.':
    'このコンテナでは、上限である 2 つのセッションがすでに開いています。閉じていないセッションも、アイドル状態が 20 分続くまで数に入ります。',
  'Other sessions are still open; `aws ssm terminate-session` ends them.':
    'ほかのセッションがまだ開いています。`aws ssm terminate-session` で終了できます。',
  'The session was idle for 20 minutes, after which ECS Exec ends it. This value cannot be changed.':
    'セッションのアイドル状態が 20 分続いたため、ECS Exec が終了しました。この値は変更できません。',
  'A command that prints nothing for 20 minutes counts as idle, too.':
    '20 分間何も出力しないコマンドも、アイドル状態と見なされます。',
  'The agent and the plugin could not set up the session. With a KMS key for the cluster, one of them cannot reach KMS or does not get the data key; otherwise the plugin is too old.':
    'エージェントとプラグインの間で、セッションを確立できませんでした。クラスターに KMS キーがある場合は、どちらかが KMS に接続できないかデータキーを取得できません。そうでなければ、プラグインが古すぎます。',
  'Old versions of the plugin cannot use temporary credentials of IAM Identity Center (SSO) for KMS.':
    '古いプラグインは、IAM Identity Center (SSO) の一時的な認証情報を KMS に使えません。',
  'A proxy or a firewall on your machine may block the connection.':
    '自分のマシンのプロキシやファイアウォールが接続を妨げている可能性があります。',
  'The plugin runs without a terminal, so its input ends at once. The session itself was opened.':
    'プラグインが端末なしで動いているため、入力がすぐに終わります。セッション自体は開始されました。',
  'CI, cron and some editors run commands without a terminal; `script` or `unbuffer` provides one.':
    'CI、cron、一部のエディターは端末なしでコマンドを実行します。`script` や `unbuffer` で端末を用意できます。',
  'A terminal with a very long scrollback has been reported to cause it, too; try a new one.':
    'スクロールバックが非常に長い端末でも起きるという報告があります。新しい端末で試してください。',
  'The Session Manager plugin is not installed on the machine that runs the command, or is not on its `PATH`. It has to be installed there, not in the container.':
    'コマンドを実行するマシンに Session Manager プラグインがインストールされていないか、`PATH` にありません。コンテナではなく、そのマシンにインストールする必要があります。',
  'This AWS CLI does not have `execute-command`. It was added in version 2.1.31.':
    'この AWS CLI には `execute-command` がありません。バージョン 2.1.31 で追加されました。',
  '`execute-command` requires `--interactive`, even for a single command. There is no other mode.':
    '`execute-command` には、コマンドを 1 つ実行するだけでも `--interactive` が必要です。ほかのモードはありません。',
  'The command line does not have `--interactive`.': 'コマンドラインに `--interactive` がありません。',
  'The credentials of whoever runs the command have expired or are wrong. Nothing was asked of the task yet.':
    'コマンドの実行者の認証情報が期限切れか、間違っています。タスクにはまだ何も要求されていません。',
  'ECS could not handle the request, or limits the rate of requests. Trying again after some seconds usually works, also for a task that has only just started.':
    'ECS がリクエストを処理できなかったか、リクエストの頻度を制限しています。たいていは数秒後にもう一度試すと成功します。起動したばかりのタスクでも同じです。',
  'The session was opened, but the image does not have the program that `--command` names. The command is not run by a shell, so `VAR=value command` and pipes need `sh -c`.':
    'セッションは開始されましたが、`--command` に指定されたプログラムがイメージにありません。コマンドはシェルを介さずに実行されるため、`VAR=value command` やパイプには `sh -c` が必要です。',
  'The image may have `/bin/sh` but no `bash`.':
    'イメージに `bash` がなく、`/bin/sh` だけがある可能性があります。',
  'The command may have been meant for another container of the task.':
    'タスクの別のコンテナで実行するはずのコマンドだった可能性があります。',
  'The command may run with other credentials than you expect.':
    'コマンドが、思っているのとは別の認証情報で実行されている可能性があります。',
  'The policies of whoever runs the command may be elsewhere, or an SCP or a permissions boundary may deny the action; `ecs-exec-lint --caller-policy` prints the policy that is needed.':
    'コマンドの実行者のポリシーが別の場所にあるか、SCP やアクセス許可の境界がアクションを拒否している可能性があります。必要なポリシーは `ecs-exec-lint --caller-policy` で表示できます。',
  'Whoever runs the command needs `kms:GenerateDataKey` on the KMS key of the cluster.':
    'コマンドの実行者には、クラスターの KMS キーに対する `kms:GenerateDataKey` が必要です。',
  'The task has stopped or was replaced, so its ID is no longer valid.':
    'タスクが停止したか入れ替えられたため、その ID はもう使えません。',
  'The command may use another Region or account than the cluster.':
    'コマンドが、クラスターとは別のリージョンやアカウントを使っている可能性があります。',

  // Deployments
  'The error may be about a resource that has nothing to do with ECS Exec.':
    'エラーは、ECS Exec に関係のないリソースについてのものかもしれません。',
  'The deployment fails because ECS Exec is on and the task definition has no task role. The task execution role is not enough.':
    'ECS Exec が有効なのに、タスク定義にタスクロールがないため、デプロイに失敗します。タスク実行ロールでは足りません。',
  'The service may run a different task definition than the template says.':
    'サービスが、テンプレートとは別のタスク定義を使っている可能性があります。',
  'The deployment fails because the cluster has a `LogConfiguration`, which requires `Logging: OVERRIDE`. If `Logging` is missing, it is `DEFAULT`.':
    'クラスターに `LogConfiguration` があり、それには `Logging: OVERRIDE` が必要なため、デプロイに失敗します。`Logging` がない場合は `DEFAULT` になります。',
  'ECS cannot use the task role or the task execution role, so the task does not start. The trust policy does not name `ecs-tasks.amazonaws.com`, the ARN is wrong, or whoever deploys is not allowed to pass the role.':
    'ECS がタスクロールまたはタスク実行ロールを使えないため、タスクが起動しません。信頼ポリシーに `ecs-tasks.amazonaws.com` がないか、ARN が間違っているか、デプロイする人にロールを渡す権限がありません。',
  'The trust policy of the deployed role may differ from the template, or a new role may not have propagated yet.':
    'デプロイ済みのロールの信頼ポリシーがテンプレートと異なるか、新しいロールがまだ反映されていない可能性があります。',
  'Whoever deploys needs `iam:PassRole` on both roles.':
    'デプロイする人には、両方のロールに対する `iam:PassRole` が必要です。',
  'CodeDeploy controls the deployments of the service, and CloudFormation may not change its task definition, ECS Exec or its dependencies. Start a CodeDeploy deployment with the new task definition instead.':
    'サービスのデプロイは CodeDeploy が管理しているため、CloudFormation はタスク定義、ECS Exec、依存関係を変更できません。代わりに、新しいタスク定義で CodeDeploy のデプロイを開始してください。',
  'The service uses the deployment controller `CODE_DEPLOY`, so CodeDeploy has to make the change.':
    'サービスのデプロイコントローラーが `CODE_DEPLOY` なので、変更は CodeDeploy で行う必要があります。',
  'The deployment fails because IAM does not accept a policy. An element or a value is misspelled, in the wrong case, or not a string.':
    'IAM がポリシーを受け付けないため、デプロイに失敗します。要素や値のつづりか大文字・小文字が間違っているか、文字列ではありません。',
  'The deployment fails because no managed policy has this ARN. The path before the name, such as `service-role/`, is part of it.':
    'この ARN の管理ポリシーがないため、デプロイに失敗します。`service-role/` など、名前の前のパスも ARN の一部です。',
  'A customer managed policy may not exist in this account.':
    'カスタマー管理ポリシーが、このアカウントに存在しない可能性があります。',
  'The deployment fails because a policy names its role by an ARN. `Roles`, `Users` and `Groups` take names.':
    'ポリシーがロールを ARN で指定しているため、デプロイに失敗します。`Roles`、`Users`、`Groups` には名前を書きます。',
  'The deployment fails because a property is misspelled, or is on a resource that does not have it. Names are case-sensitive.':
    'プロパティのつづりが間違っているか、そのプロパティのないリソースにあるため、デプロイに失敗します。名前は大文字と小文字が区別されます。',
  'CloudFormation rejects the template because a property or an item of a list is left empty. YAML reads that as null.':
    'プロパティまたはリストの項目が空のため、CloudFormation がテンプレートを拒否します。YAML では空の値は null になります。',
  'CloudFormation rejects the template because a `Ref`, `Fn::GetAtt` or `Fn::Sub` names something that is not in it. The name is misspelled, or the resource has another condition.':
    '`Ref`、`Fn::GetAtt`、`Fn::Sub` のいずれかがテンプレートにないものを参照しているため、CloudFormation が拒否します。名前のつづりが間違っているか、リソースの条件が異なります。',
  'CloudFormation cannot read the template as YAML or JSON. Text that was pasted from a web page or a document often has a full-width space, a comma or a tab where it does not belong.':
    'CloudFormation がテンプレートを YAML または JSON として読めません。ウェブページや文書から貼り付けたテキストには、余分な全角スペース、コンマ、タブがよく含まれています。',
  'The deployed file may not be the one that is checked here.':
    'デプロイしたファイルが、ここでチェックしているものと異なる可能性があります。',
  'The deployment fails because CloudWatch Logs may not use the KMS key of the log group. The key policy does not name `logs.REGION.amazonaws.com`, or `KmsKeyId` is not the ARN of a key.':
    'CloudWatch Logs がロググループの KMS キーを使えないため、デプロイに失敗します。キーポリシーに `logs.REGION.amazonaws.com` がないか、`KmsKeyId` がキーの ARN ではありません。',
  'The policy of a key that is not in these templates may not name CloudWatch Logs.':
    'これらのテンプレートにないキーのポリシーに、CloudWatch Logs が含まれていない可能性があります。',

  // Session logs and encryption
  'The cluster requires encrypted logs, so the agent refuses the session unless it sees a KMS key on the log group. The log group has none, or the task role is not allowed to see it (`logs:DescribeLogGroups`).':
    'クラスターがログの暗号化を要求しているため、ロググループに KMS キーを確認できないと、エージェントはセッションを拒否します。ロググループにキーがないか、タスクロールに確認する権限 (`logs:DescribeLogGroups`) がありません。',
  'The cluster requires encrypted logs, so the agent refuses the session unless it sees the encryption of the bucket. The bucket has none, or the task role is not allowed to see it (`s3:GetEncryptionConfiguration`).':
    'クラスターがログの暗号化を要求しているため、バケットの暗号化を確認できないと、エージェントはセッションを拒否します。バケットが暗号化されていないか、タスクロールに確認する権限 (`s3:GetEncryptionConfiguration`) がありません。',
  'The deployed bucket may have no default encryption.':
    'デプロイ済みのバケットにデフォルトの暗号化がない可能性があります。',
  'The cluster requires encrypted logs, and the agent could not ask whether the log group or bucket is encrypted. The task role lacks `logs:DescribeLogGroups` or `s3:GetEncryptionConfiguration`, or the service cannot be reached from the task.':
    'クラスターがログの暗号化を要求していますが、エージェントはロググループやバケットが暗号化されているかを確認できませんでした。タスクロールに `logs:DescribeLogGroups` または `s3:GetEncryptionConfiguration` がないか、タスクからサービスに接続できません。',
  'The cluster encrypts its sessions with a KMS key, and the agent in the container could not decrypt the data key. The task role lacks `kms:Decrypt` on that key, or the key policy does not allow it.':
    'クラスターはセッションを KMS キーで暗号化していますが、コンテナ内のエージェントがデータキーを復号できませんでした。タスクロールにそのキーの `kms:Decrypt` がないか、キーポリシーが許可していません。',
  'The cluster encrypts its sessions with a KMS key, and whoever runs the command is not allowed to create a data key. They need `kms:GenerateDataKey` on that key; the task role does not matter here.':
    'クラスターはセッションを KMS キーで暗号化していますが、コマンドの実行者にデータキーを作る権限がありません。必要なのは実行者の `kms:GenerateDataKey` で、タスクロールは関係ありません。',
  'The agent is not allowed to write the session to the log group. The task role lacks `logs:DescribeLogGroups`, `logs:DescribeLogStreams`, `logs:CreateLogStream` or `logs:PutLogEvents`, or has them on another log group.':
    'エージェントに、セッションをロググループに書き込む権限がありません。タスクロールに `logs:DescribeLogGroups`、`logs:DescribeLogStreams`、`logs:CreateLogStream`、`logs:PutLogEvents` のいずれかがないか、別のロググループに対するものです。',
  'The agent is not allowed to write the session to the bucket. The task role lacks `s3:PutObject` on the prefix or may not use the key of the bucket, or the bucket policy denies the upload.':
    'エージェントに、セッションをバケットに書き込む権限がありません。タスクロールにプレフィックスの `s3:PutObject` がないか、バケットのキーを使えないか、バケットポリシーがアップロードを拒否しています。',
  'The log group that the cluster names for sessions does not exist, and ECS Exec does not create it. The session works, and nothing is logged.':
    'クラスターがセッション用に指定しているロググループが存在せず、ECS Exec は作成しません。セッションは使えますが、何も記録されません。',
  'The bucket that the cluster names for sessions does not exist, and ECS Exec does not create it. The session works, and nothing is logged there.':
    'クラスターがセッション用に指定しているバケットが存在せず、ECS Exec は作成しません。セッションは使えますが、そこには何も記録されません。',
  'The agent logs a session with the programs `script` and `cat`, and the image lacks one of them. The session works, and nothing is logged.':
    'エージェントはプログラム `script` と `cat` を使ってセッションを記録しますが、イメージにどちらかがありません。セッションは使えますが、何も記録されません。',
  'the session works, but nothing is logged': 'セッションは使えるが、何も記録されない',
  'The session was opened, but its log is not where it should be. The cluster has no session logging, the task role is not allowed to write there, or the image lacks `script`.':
    'セッションは開始されましたが、ログがあるべき場所にありません。クラスターでセッションのログが設定されていないか、タスクロールに書き込む権限がないか、イメージに `script` がありません。',
  'The log is only written when the session ends, so an open session has none yet.':
    'ログはセッションの終了時に書き込まれるため、開いているセッションのログはまだありません。',

  // Causes that no template shows
  'The ECS Exec agent may still be starting, or may have stopped: it takes some seconds after the task is running.':
    'ECS Exec エージェントが起動中か、停止している可能性があります。タスクが実行状態になってから数秒かかります。',
  'The deployed role may differ from the template, or the agent has not tried again since the role was changed, which takes up to 40 minutes.':
    'デプロイ済みのロールがテンプレートと異なるか、ロールの変更後にエージェントがまだ再試行していない可能性があります (最長 40 分かかります)。',
  'A VPC endpoint for `ssmmessages` that is created elsewhere may block the tasks.':
    '別の場所で作られた `ssmmessages` の VPC エンドポイントが、タスクからの通信を拒否している可能性があります。',
  'The KMS key may be disabled, scheduled for deletion, or in another Region.':
    'KMS キーが無効か、削除待ちか、別のリージョンにある可能性があります。',
  'The deployed cluster may differ from the template.':
    'デプロイ済みのクラスターがテンプレートと異なる可能性があります。',
  'The log group may not exist in this account and Region, or may have been deleted.':
    'ロググループがこのアカウントとリージョンに存在しないか、削除された可能性があります。',
  'The bucket may not exist, or may belong to another account.':
    'バケットが存在しないか、別のアカウントのものである可能性があります。',
  'A bucket policy that is not in these templates may deny the upload.':
    'これらのテンプレートにないバケットポリシーが、アップロードを拒否している可能性があります。',

  // The explanation
  'Rules that find its causes': '原因を検出するルール',
  'Use --why instead of --explain to rank the causes in your templates.':
    '--explain の代わりに --why を使うと、テンプレートで考えられる原因を可能性の高い順に表示します。',
  'Several rules begin with `{0}`.': '`{0}` で始まるルールが複数あります。',
  'They are {0}.': '{0} です。',
  'Possible causes in these templates, the most likely first:':
    'これらのテンプレートで考えられる原因 (可能性の高い順):',
  'This message is not recognized. What fails in these templates, the most severe first:':
    'このメッセージは認識できません。これらのテンプレートの問題 (重大な順):',
  'The messages that --why recognizes are listed in docs/error-messages.md of this package.':
    '--why が認識するメッセージの一覧は、このパッケージの docs/error-messages.ja.md にあります。',
  'This message is not recognized, and nothing in these templates fails.':
    'このメッセージは認識できません。これらのテンプレートに問題はありません。',
  'No template shows the cause.': '原因はテンプレートからは分かりません。',
  'No service was checked for its causes: pass the template of the service.':
    '原因を調べるサービスがありませんでした。サービスのテンプレートを指定してください。',
  'This message is not recognized, and no service was checked: pass the template of the service.':
    'このメッセージは登録されておらず、チェックしたサービスもありません。サービスのテンプレートを指定してください。',
  'No check that relates to this message fails in these templates.':
    'これらのテンプレートに、原因になる問題はありません。',
  '`ecs-exec-lint --explain {0}` says more about the first cause.':
    '最初の原因について詳しくは `ecs-exec-lint --explain {0}` を参照してください。',
  'The flag --{0} cannot be combined with --why.': '--{0} は --why と一緒に使えません。',
  'Standard input is either the message of --why or a template.':
    '標準入力から読めるのは、--why のメッセージかテンプレートのどちらかだけです。',
  'With --why, --format is either pretty or json, and goes to standard output.':
    '--why では、--format は pretty か json のどちらかで、標準出力に出力されます。',
  'Explain an error message in place of the report: paste what the AWS CLI, the console or an agent log printed (- for standard input); the exit code is that of the check':
    'レポートの代わりに、エラーメッセージを説明する: AWS CLI、コンソール、エージェントのログに出た内容を渡す (- は標準入力)。終了コードはチェックと同じ',
};
