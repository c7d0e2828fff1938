import type { Catalogue } from '../words.ts';

/** Whether ECS Exec is switched on, and where. */
export const enablement: Catalogue = {
  // exec-enabled
  'ECS Exec is switched on, where that is forbidden.': 'ECS Exec が禁止されているのに、有効になっています。',
  'Whoever may call `ecs:ExecuteCommand` gets a shell in its containers, as root.':
    '`ecs:ExecuteCommand` を呼び出せる人は誰でも、コンテナの中で root のシェルを使えます。',
  'Unsafe: it takes away what somebody switched on. Tasks that run keep their agent until they are replaced.':
    '要確認: 誰かが有効にした設定を取り消します。実行中のタスクのエージェントは、タスクが置き換えられるまで残ります。',
  'Asked only under the policy `exec: forbidden`, under which nothing is said about what ECS Exec would need.':
    '`exec: forbidden` を設定した場合にのみ確認します。このとき、ECS Exec に必要なものについては何も報告しません。',
  '{0} switches ECS Exec on, which is forbidden here: whoever may call `ecs:ExecuteCommand` gets a shell in its containers.':
    '{0} は ECS Exec を有効にしていますが、ここでは禁止されています。`ecs:ExecuteCommand` を呼び出せる人は誰でも、コンテナの中でシェルを使えます。',
  'Set `EnableExecuteCommand` to false': '`EnableExecuteCommand` を false に設定する',

  // exec-flag-misplaced
  '`EnableExecuteCommand` is misspelt, or stands where it does not belong.':
    '`EnableExecuteCommand` の綴りが違うか、書く場所が違います。',
  'CloudFormation rejects a template with a property that it does not know, and what starts the tasks has ECS Exec off.':
    'CloudFormation は未知のプロパティがあるテンプレートを拒否します。また、タスクの起動元では ECS Exec が無効のままです。',
  'Safe: where it stands it only fails the deploy. It is moved as it is, to the one launcher that it can be meant for, and taken away where that has its own. Where it may be meant for several, there is no fix.':
    '安全: 今の場所ではデプロイが失敗するだけです。対象と考えられる起動元が 1 つであれば、そこへそのまま移します。その起動元にすでに設定があれば取り除きます。対象が複数考えられる場合、自動修正はありません。',
  'In a template with a macro of your own nothing is said, since the macro may know the property.':
    '独自のマクロを使うテンプレートでは何も報告しません。マクロがそのプロパティを処理する可能性があるためです。',
  'CloudFormation knows no `{0}` here, on `{1}` ({2}), and rejects the deploy. {3}':
    '`{1}` ({2}) のこの場所に `{0}` というプロパティはなく、CloudFormation はデプロイを拒否します。{3}',
  'perhaps meant for {0}': 'おそらく {0} 向け',
  '`EnableExecuteCommand` is meant.': '正しくは `EnableExecuteCommand` です。',
  'It belongs at `{0}`.': '正しい場所は `{0}` です。',
  'the service that runs the tasks': 'タスクを実行するサービス',
  'It belongs to {0}.': '{0} に書くものです。',
  'Write `EnableExecuteCommand`': '`EnableExecuteCommand` に直す',
  'CloudFormation has no property that enables ECS Exec on an Express service.':
    'CloudFormation には、Express サービスで ECS Exec を有効にするプロパティがありません。',
  'Move it to where it counts': '有効になる場所へ移す',
  'Take it away': '取り除く',

  // exec-flag-not-boolean
  '`EnableExecuteCommand` is neither true nor false.':
    '`EnableExecuteCommand` が true でも false でもありません。',
  'CloudFormation rejects the template: the property takes `true` or `false`, with or without quotes.':
    'CloudFormation はテンプレートを拒否します。このプロパティの値は `true` か `false` です (引用符はあってもなくても構いません)。',
  'Safe: as it stands it only fails the deploy. What says yes (`yes`, `on`, `enabled`, `1`) becomes `true`, what says no becomes `false`; there is no fix for anything else.':
    '安全: 今のままではデプロイが失敗するだけです。肯定の意味の値 (`yes`、`on`、`enabled`、`1`) は `true` に、否定の意味の値は `false` に直します。それ以外の値の自動修正はありません。',
  'Without quotes YAML itself takes `yes` and `on` for true, which is not reported.':
    '引用符のない `yes` や `on` は YAML 自体が true と解釈するため、報告しません。',
  'a list or a map': 'リストまたはマップ',
  '`EnableExecuteCommand` of {0} is {1}, neither true nor false: CloudFormation rejects it.':
    '{0} の `EnableExecuteCommand` は {1} で、true でも false でもありません。CloudFormation に拒否されます。',
  'Set `EnableExecuteCommand` to {0}': '`EnableExecuteCommand` を {0} に設定する',

  // exec-needs-redeploy
  'Switching ECS Exec on does not replace the tasks that run already.':
    'ECS Exec を有効にしても、実行中のタスクは置き換えられません。',
  'Tasks only get the agent when they are started, and an update that changes nothing but the flag starts none: `execute-command` stays refused on all that run.':
    'エージェントはタスクの起動時にのみ組み込まれます。フラグだけを変更する更新ではタスクが起動されないため、実行中のすべてのタスクで `execute-command` は拒否されたままです。',
  'Said of services that have ECS Exec off, since a template does not show what was deployed before. Where the task definition changes in the same update, its tasks are replaced anyway.':
    'テンプレートからは以前にデプロイされた内容が分からないため、ECS Exec が無効なサービスについて報告します。同じ更新でタスク定義も変わる場合、タスクはいずれにせよ置き換えられます。',
  'Switching ECS Exec on for {0} does not replace the tasks that it runs already: {1}.':
    '{0} の ECS Exec を有効にしても、実行中のタスクは置き換えられません。{1}。',
  'they get it when they are replaced': 'タスクが置き換えられた時点で有効になります',
  'they get it with the next deployment by CodeDeploy, which cannot be forced with `--force-new-deployment`':
    '次回の CodeDeploy によるデプロイで有効になります。`--force-new-deployment` では強制できません',
  'they get it with a new task set': '新しいタスクセットで有効になります',
  'they get it with the next deployment, such as `aws ecs update-service --force-new-deployment`':
    '`aws ecs update-service --force-new-deployment` など、次回のデプロイで有効になります',

  // exec-not-enabled
  'A service does not have ECS Exec switched on.': 'サービスで ECS Exec が有効になっていません。',
  'Every `execute-command` on its tasks is refused with InvalidParameterException, because tasks only get the agent when they are started with the flag on.':
    'エージェントはフラグを有効にして起動したタスクにのみ組み込まれるため、タスクへの `execute-command` はすべて InvalidParameterException で拒否されます。',
  'Safe where nothing is written: the flag is added. Where somebody wrote `false`, or left it out in a branch of `Fn::If`, they may have meant it, so changing that is unsafe. A flag that a parameter decides is never changed. Tasks that run already keep what they were started with until they are replaced. A task role that is missing is added by the same fix, since ECS rejects one without the other; the fix is then only as safe as the role. On a service that CodeDeploy deploys it is unsafe, as is every change to such a service or its task definition: CloudFormation cannot make it.':
    '何も書かれていなければ安全で、フラグを追加します。`false` と書かれている場合や、`Fn::If` の一方の分岐で省かれている場合は、意図した設定かもしれないため要確認です。パラメータで決まるフラグは変更しません。実行中のタスクは、置き換えられるまで起動時の設定のままです。タスクロールがない場合は、片方だけでは ECS に拒否されるため、同じ修正で追加します。その場合、安全かどうかはロールの追加が安全かどうかで決まります。CodeDeploy がデプロイするサービスでは、そのサービスやタスク定義への変更を CloudFormation が行えないため、すべて要確認です。',
  'Whether {0} enables ECS Exec is not known: {1}.': '{0} で ECS Exec が有効かどうかは判定できません。{1}。',
  '{0} switches ECS Exec off: every `execute-command` on it is refused.':
    '{0} は ECS Exec を無効にしています。`execute-command` はすべて拒否されます。',
  '{0} does not set `EnableExecuteCommand`: every `execute-command` on it is refused.':
    '{0} に `EnableExecuteCommand` が設定されていません。`execute-command` はすべて拒否されます。',
  'Set `EnableExecuteCommand` to true': '`EnableExecuteCommand` を true に設定する',

  // exec-property-misplaced
  'A property that ECS Exec depends on stands on the wrong level, or on the wrong resource.':
    'ECS Exec に必要なプロパティが、誤った階層やリソースに書かれています。',
  'CloudFormation rejects a template with a property that it does not know, and what it says of sessions has no effect.':
    'CloudFormation は未知のプロパティを含むテンプレートを拒否し、セッションについての指定も効果がありません。',
  'Safe: where it stands it only fails the deploy. It is moved as it is, comments included, to the one cluster or task definition that it can be meant for; where that has it already, it is taken away. There is no fix where that says something else, where it may be meant for several, or under another condition.':
    '安全: 今の場所ではデプロイを失敗させるだけです。対象として考えられるただ 1 つのクラスターまたはタスク定義へ、コメントも含めてそのまま移します。移動先に同じものがあれば取り除きます。移動先の内容が異なる場合、対象が複数考えられる場合、条件が異なる場合は修正できません。',
  'Looked for are `ExecuteCommandConfiguration` and, in clusters, what belongs in it, and `TaskRoleArn`. `EnableExecuteCommand` is a matter of `exec-flag-misplaced`. In a template with a macro of your own nothing is said, since the macro may know the property.':
    '対象は、`ExecuteCommandConfiguration` と、クラスターではその中に書くもの、および `TaskRoleArn` です。`EnableExecuteCommand` は `exec-flag-misplaced` が報告します。独自のマクロを使うテンプレートでは、マクロがそのプロパティを扱う可能性があるため報告しません。',
  '`{0}` ({1}) has no property `{2}` here, and CloudFormation rejects the deploy. {3}':
    '`{0}` ({1}) のこの場所に `{2}` というプロパティはなく、CloudFormation にデプロイが拒否されます。{3}',
  'It belongs at `{0}` of `{1}`.': '`{1}` の `{0}` に書きます。',
  'It belongs at `{0}` of a task definition.': 'タスク定義の `{0}` に書きます。',
  'It belongs at `{0}` of a cluster.': 'クラスターの `{0}` に書きます。',

  // exec-unsupported
  'What runs tasks has no switch for ECS Exec in this template.':
    'タスクを実行するリソースに、ECS Exec を有効にする設定がこのテンプレートではありません。',
  'An Express service has no `EnableExecuteCommand` in CloudFormation, and a task set has what its service has, so `execute-command` is refused unless ECS Exec is switched on elsewhere.':
    'CloudFormation の Express サービスには `EnableExecuteCommand` がなく、タスクセットはサービスの設定に従います。ほかの場所で ECS Exec を有効にしない限り、`execute-command` は拒否されます。',
  'Express service `{0}` has no `EnableExecuteCommand`: CloudFormation cannot switch ECS Exec on for it.':
    'Express サービス `{0}` には `EnableExecuteCommand` がなく、CloudFormation では ECS Exec を有効にできません。',
  'Task set `{0}` has ECS Exec where its service has it on, which is not seen here: {1}.':
    'タスクセット `{0}` の ECS Exec はサービスの設定に従いますが、その設定はここでは分かりません。{1}。',

  // launcher-exec-not-enabled
  'A task definition that a service runs with ECS Exec is also started without it.':
    'サービスが ECS Exec を有効にして実行するタスク定義を、無効のまま起動するものがあります。',
  'The flag counts for each start: `execute-command` on a task that a rule, schedule, pipe or state machine started is refused unless that sets it too.':
    'フラグは起動ごとに効きます。ルール、スケジュール、パイプ、ステートマシンが起動したタスクへの `execute-command` は、それぞれで有効にしない限り拒否されます。',
  'Unsafe: it opens a shell to tasks for which nobody asked for one.':
    '要確認: 誰も求めていないタスクでシェルを使えるようにします。',
  '{0} runs `{1}` with ECS Exec, but {2} starts it without: `execute-command` on the tasks that it starts is refused.':
    '{0} は `{1}` を ECS Exec 有効で実行しますが、{2} は無効のまま起動します。そのタスクへの `execute-command` は拒否されます。',
  'Set `EnableExecuteCommand` to true for {0}': '{0} の `EnableExecuteCommand` を true に設定する',

  // running-tasks-without-agent
  'Running tasks of a service have no ECS Exec agent, or one that has stopped.':
    '実行中のタスクに ECS Exec エージェントがないか、エージェントが停止している。',
  'Sessions can only be opened on tasks that were started with ECS Exec on and whose agent runs; a deploy that changes nothing else leaves the old tasks in place.':
    'セッションを開けるのは、ECS Exec を有効にして起動され、エージェントが動作しているタスクだけです。ほかに変更のないデプロイでは、古いタスクがそのまま残ります。',
  'Only reported with `--account` and the output of `aws ecs describe-tasks`, for services whose `ServiceName` and cluster are known. `aws ecs update-service --force-new-deployment` replaces the tasks. Silent where the template forces a new deployment with every update (`ForceNewDeployment`), which replaces them too.':
    '`--account` に `aws ecs describe-tasks` の出力があり、`ServiceName` とクラスターが分かるサービスについてのみ報告します。タスクは `aws ecs update-service --force-new-deployment` で入れ替えられます。更新のたびに新しいデプロイを強制するテンプレート (`ForceNewDeployment`) では、それでもタスクが入れ替わるため報告しません。',
  '{0} has {1}: every `execute-command` on them fails until they are replaced.':
    '{0} には{1}が残っています。入れ替えるまで、それらへの `execute-command` はすべて失敗します。',
  'running tasks that were started without ECS Exec ({0})':
    'ECS Exec なしで起動された実行中のタスク ({0} 個)',
  'running tasks whose agent has stopped ({0})': 'エージェントが停止している実行中のタスク ({0})',
  '{0}: {1}': '{0} 個: {1}',
};
