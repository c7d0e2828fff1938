import type { Catalogue } from '../words.ts';

/** Whether ECS Exec is switched on, and where. */
export const enablement: Catalogue = {
  // exec-enabled
  'ECS Exec is enabled although the configuration forbids it.':
    'ECS Exec が禁止されているのに、有効になっています。',
  'Anyone who may call `ecs:ExecuteCommand` gets a shell in its containers, as root.':
    '`ecs:ExecuteCommand` を呼び出せる人は誰でも、コンテナの中で root のシェルを使えます。',
  'Unsafe: it turns off a deliberate setting. Running tasks keep their agent until they are replaced.':
    '要確認: 誰かが有効にした設定を取り消します。実行中のタスクのエージェントは、タスクが置き換えられるまで残ります。',
  'Only with `exec: forbidden`, which turns off all rules about what ECS Exec needs.':
    '`exec: forbidden` を設定した場合にのみ確認します。このとき、ECS Exec に必要なものについては何も報告しません。',
  '{0} enables ECS Exec, which is forbidden here: anyone who may call `ecs:ExecuteCommand` gets a shell in its containers.':
    '{0} は ECS Exec を有効にしていますが、ここでは禁止されています。`ecs:ExecuteCommand` を呼び出せる人は誰でも、コンテナの中でシェルを使えます。',
  'Set `EnableExecuteCommand` to false': '`EnableExecuteCommand` を false に設定する',

  // exec-flag-misplaced
  '`EnableExecuteCommand` is misspelled or misplaced.':
    '`EnableExecuteCommand` の綴りが違うか、書く場所が違います。',
  'CloudFormation rejects a template with an unknown property, and ECS Exec stays off.':
    'CloudFormation は未知のプロパティがあるテンプレートを拒否します。また、タスクの起動元では ECS Exec が無効のままです。',
  'Safe: where it is, it only makes the deployment fail. It is moved to the one launcher that it can be meant for, or removed if that has its own. There is no fix if it may be meant for several.':
    '安全: 今の場所ではデプロイが失敗するだけです。対象と考えられる起動元が 1 つであれば、そこへそのまま移します。その起動元にすでに設定があれば取り除きます。対象が複数考えられる場合、自動修正はありません。',
  'Not reported in templates with a custom macro, which may support the property.':
    '独自のマクロを使うテンプレートでは何も報告しません。マクロがそのプロパティを処理する可能性があるためです。',
  'perhaps meant for {0}': 'おそらく {0} 向け',
  'Did you mean `EnableExecuteCommand`?': '正しくは `EnableExecuteCommand` です。',
  'It belongs at `{0}`.': '正しい場所は `{0}` です。',
  'the service that runs the tasks': 'タスクを実行するサービス',
  'It belongs on {0}.': '{0} に書くものです。',
  'Rename it to `EnableExecuteCommand`': '`EnableExecuteCommand` に直す',
  'CloudFormation has no property that enables ECS Exec on an Express service.':
    'CloudFormation には、Express サービスで ECS Exec を有効にするプロパティがありません。',
  'Move it to where it belongs': '有効になる場所へ移す',
  'Remove it': '取り除く',

  // exec-flag-not-boolean
  '`EnableExecuteCommand` is neither true nor false.':
    '`EnableExecuteCommand` が true でも false でもありません。',
  'CloudFormation rejects the template: the property takes `true` or `false`, quoted or not.':
    'CloudFormation はテンプレートを拒否します。このプロパティの値は `true` か `false` です (引用符はあってもなくても構いません)。',
  'Safe: as written, it only makes the deployment fail. Values for yes (`yes`, `on`, `enabled`, `1`) become `true`, values for no become `false`; there is no fix for anything else.':
    '安全: 今のままではデプロイが失敗するだけです。肯定の意味の値 (`yes`、`on`、`enabled`、`1`) は `true` に、否定の意味の値は `false` に直します。それ以外の値の自動修正はありません。',
  'Unquoted `yes` and `on` are true in YAML itself, so they are not reported.':
    '引用符のない `yes` や `on` は YAML 自体が true と解釈するため、報告しません。',
  'a list or a map': 'リストまたはマップ',
  '`EnableExecuteCommand` of {0} is {1}, which is neither true nor false: CloudFormation rejects it.':
    '{0} の `EnableExecuteCommand` は {1} で、true でも false でもありません。CloudFormation に拒否されます。',
  'Set `EnableExecuteCommand` to {0}': '`EnableExecuteCommand` を {0} に設定する',

  // exec-needs-redeploy
  'Enabling ECS Exec does not replace running tasks.':
    'ECS Exec を有効にしても、実行中のタスクは置き換えられません。',
  'Tasks only get the agent when they start, and an update that only changes the flag starts none: `execute-command` stays refused on running tasks.':
    'エージェントはタスクの起動時にのみ組み込まれます。フラグだけを変更する更新ではタスクが起動されないため、実行中のすべてのタスクで `execute-command` は拒否されたままです。',
  'Reported for services that have ECS Exec off, because a template does not show what was deployed before. If the task definition changes in the same update, its tasks are replaced anyway.':
    'テンプレートからは以前にデプロイされた内容が分からないため、ECS Exec が無効なサービスについて報告します。同じ更新でタスク定義も変わる場合、タスクはいずれにせよ置き換えられます。',
  'Enabling ECS Exec for {0} does not replace its running tasks: {1}.':
    '{0} の ECS Exec を有効にしても、実行中のタスクは置き換えられません。{1}。',
  'they get it when they are replaced': 'タスクが置き換えられた時点で有効になります',
  'they get it with the next deployment by CodeDeploy, which cannot be forced with `--force-new-deployment`':
    '次回の CodeDeploy によるデプロイで有効になります。`--force-new-deployment` では強制できません',
  'they get it with a new task set': '新しいタスクセットで有効になります',
  'they get it with the next deployment, such as `aws ecs update-service --force-new-deployment`':
    '`aws ecs update-service --force-new-deployment` など、次回のデプロイで有効になります',

  // exec-not-enabled
  'A service does not enable ECS Exec.': 'サービスで ECS Exec が有効になっていません。',
  'Every `execute-command` on its tasks is refused with InvalidParameterException, because tasks only get the agent if they are started with the flag on.':
    'エージェントはフラグを有効にして起動したタスクにのみ組み込まれるため、タスクへの `execute-command` はすべて InvalidParameterException で拒否されます。',
  'Safe if the flag is missing: it is added. An explicit `false`, or a branch of `Fn::If` without the flag, may be deliberate, so changing that is unsafe. A flag that a parameter decides is never changed. Running tasks keep what they were started with until they are replaced. A missing task role is added by the same fix because ECS rejects one without the other; the fix is then only as safe as the role. On a service deployed by CodeDeploy it is unsafe, as is every change to such a service or its task definition: CloudFormation cannot make it.':
    '何も書かれていなければ安全で、フラグを追加します。`false` と書かれている場合や、`Fn::If` の一方の分岐で省かれている場合は、意図した設定かもしれないため要確認です。パラメータで決まるフラグは変更しません。実行中のタスクは、置き換えられるまで起動時の設定のままです。タスクロールがない場合は、片方だけでは ECS に拒否されるため、同じ修正で追加します。その場合、安全かどうかはロールの追加が安全かどうかで決まります。CodeDeploy がデプロイするサービスでは、そのサービスやタスク定義への変更を CloudFormation が行えないため、すべて要確認です。',
  'Whether {0} enables ECS Exec is not known: {1}.': '{0} で ECS Exec が有効かどうかは判定できません。{1}。',
  '{0} disables ECS Exec: every `execute-command` on it is refused.':
    '{0} は ECS Exec を無効にしています。`execute-command` はすべて拒否されます。',
  '{0} does not set `EnableExecuteCommand`: every `execute-command` on it is refused.':
    '{0} に `EnableExecuteCommand` が設定されていません。`execute-command` はすべて拒否されます。',
  'Set `EnableExecuteCommand` to true': '`EnableExecuteCommand` を true に設定する',

  // exec-property-misplaced
  'A property that ECS Exec depends on is at the wrong level or on the wrong resource.':
    'ECS Exec に必要なプロパティが、誤った階層やリソースに書かれています。',
  'CloudFormation rejects a template with an unknown property, and the setting has no effect.':
    'CloudFormation は未知のプロパティを含むテンプレートを拒否し、セッションについての指定も効果がありません。',
  'Safe: where it is, it only makes the deployment fail. It is moved, including comments, to the one cluster or task definition that it can be meant for, or removed if that already has it. There is no fix if that has another value, if it may be meant for several, or under another condition.':
    '安全: 今の場所ではデプロイを失敗させるだけです。対象として考えられるただ 1 つのクラスターまたはタスク定義へ、コメントも含めてそのまま移します。移動先に同じものがあれば取り除きます。移動先の内容が異なる場合、対象が複数考えられる場合、条件が異なる場合は修正できません。',
  'This checks `ExecuteCommandConfiguration` and, in clusters, the properties in it, and `TaskRoleArn`. `exec-flag-misplaced` checks `EnableExecuteCommand`. Not reported in templates with a custom macro, which may support the property.':
    '対象は、`ExecuteCommandConfiguration` と、クラスターではその中に書くもの、および `TaskRoleArn` です。`EnableExecuteCommand` は `exec-flag-misplaced` が報告します。独自のマクロを使うテンプレートでは、マクロがそのプロパティを扱う可能性があるため報告しません。',
  '`{0}` ({1}) has no property `{2}` here, and CloudFormation rejects the template. {3}':
    '`{0}` ({1}) のこの場所に `{2}` というプロパティはなく、CloudFormation にデプロイが拒否されます。{3}',
  'It belongs at `{0}` of `{1}`.': '`{1}` の `{0}` に書きます。',
  'It belongs at `{0}` of a task definition.': 'タスク定義の `{0}` に書きます。',
  'It belongs at `{0}` of a cluster.': 'クラスターの `{0}` に書きます。',

  // exec-unsupported
  'This resource type cannot enable ECS Exec in CloudFormation.':
    'タスクを実行するリソースに、ECS Exec を有効にする設定がこのテンプレートではありません。',
  'An Express service has no `EnableExecuteCommand` in CloudFormation, and a task set follows its service, so `execute-command` is refused unless ECS Exec is enabled elsewhere.':
    'CloudFormation の Express サービスには `EnableExecuteCommand` がなく、タスクセットはサービスの設定に従います。ほかの場所で ECS Exec を有効にしない限り、`execute-command` は拒否されます。',
  'Express service `{0}` has no `EnableExecuteCommand`: CloudFormation cannot enable ECS Exec for it.':
    'Express サービス `{0}` には `EnableExecuteCommand` がなく、CloudFormation では ECS Exec を有効にできません。',
  'Task set `{0}` has ECS Exec if its service enables it, which is not visible here: {1}.':
    'タスクセット `{0}` の ECS Exec はサービスの設定に従いますが、その設定はここでは分かりません。{1}。',

  // launcher-exec-not-enabled
  'A task definition that a service runs with ECS Exec is also started without it.':
    'サービスが ECS Exec を有効にして実行するタスク定義を、無効のまま起動するものがあります。',
  'The flag applies to each launch: `execute-command` on a task started by a rule, schedule, pipe or state machine is refused unless that sets it too.':
    'フラグは起動ごとに効きます。ルール、スケジュール、パイプ、ステートマシンが起動したタスクへの `execute-command` は、それぞれで有効にしない限り拒否されます。',
  'Unsafe: it gives shell access to tasks for which nobody asked for it.':
    '要確認: 誰も求めていないタスクでシェルを使えるようにします。',
  '{0} runs `{1}` with ECS Exec, but {2} starts it without: `execute-command` on those tasks is refused.':
    '{0} は `{1}` を ECS Exec 有効で実行しますが、{2} は無効のまま起動します。そのタスクへの `execute-command` は拒否されます。',
  'Set `EnableExecuteCommand` to true for {0}': '{0} の `EnableExecuteCommand` を true に設定する',

  // running-tasks-without-agent
  'Running tasks of a service have no ECS Exec agent, or one that has stopped.':
    '実行中のタスクに ECS Exec エージェントがないか、エージェントが停止しています。',
  'Sessions only open on tasks that were started with ECS Exec on and whose agent is running; a deployment that changes nothing else keeps the old tasks.':
    'セッションを開けるのは、ECS Exec を有効にして起動され、エージェントが動作しているタスクだけです。ほかに変更のないデプロイでは、古いタスクがそのまま残ります。',
  'Only reported with `--account` and the output of `aws ecs describe-tasks`, for services whose `ServiceName` and cluster are known. `aws ecs update-service --force-new-deployment` replaces the tasks. Not reported if the template forces a new deployment with every update (`ForceNewDeployment`), which replaces them too.':
    '`--account` に `aws ecs describe-tasks` の出力があり、`ServiceName` とクラスターが分かるサービスについてのみ報告します。タスクは `aws ecs update-service --force-new-deployment` で入れ替えられます。更新のたびに新しいデプロイを強制するテンプレート (`ForceNewDeployment`) では、それでもタスクが入れ替わるため報告しません。',
  '{0} has {1}: every `execute-command` on them fails until they are replaced.':
    '{0} には{1}が残っています。入れ替えるまで、それらへの `execute-command` はすべて失敗します。',
  'running tasks that were started without ECS Exec ({0})':
    'ECS Exec なしで起動された実行中のタスク ({0} 個)',
  'running tasks whose agent has stopped ({0})': 'エージェントが停止している実行中のタスク ({0})',
  '{0}: {1}': '{0} 個: {1}',
};
