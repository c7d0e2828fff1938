import type { Catalogue } from '../words.ts';

/** What the task role allows, and who may use what it allows. */
export const taskRole: Catalogue = {
  // caller-lacks-permissions
  'A caller of `execute-command` lacks a permission for it.':
    '`execute-command` を実行する側に、必要な権限がありません。',
  'AWS checks `ecs:ExecuteCommand` on the task and on its cluster, and the AWS CLI also calls `ecs:DescribeTasks`. Without these permissions, `execute-command` is refused or fails.':
    'AWS は `ecs:ExecuteCommand` をタスクとそのクラスターの両方で確認し、AWS CLI はさらに `ecs:DescribeTasks` を呼び出します。これらがないと `execute-command` は拒否されるか、失敗します。',
  'Safe: a misspelled action, which allows nothing, is corrected. Which resources to allow is left to you.':
    '安全: つづりを誤った、何も許可していないアクションを、正しい名前に直します。どのリソースに許可するかは変更しません。',
  'Only policies that allow `ecs:ExecuteCommand` by name are checked. `ecs:DescribeTasks` is not expected of roles that AWS services assume, which do not use the CLI. An older AWS example allows `ecs:ExecuteCommand` on the task alone, so that is not an error.':
    '対象は、`ecs:ExecuteCommand` を名前で許可するポリシーだけです。AWS のサービスが引き受けるロールは CLI を使わないため、`ecs:DescribeTasks` がなくても報告しません。AWS の古い例は `ecs:ExecuteCommand` をタスクだけに許可しているため、エラーにはしません。',
  '{0} is allowed `{1}`, which is not an AWS action (did you mean `ecs:ExecuteCommand`?): without it, `execute-command` is refused.':
    '{0} に許可されている `{1}` は、AWS のアクションではありません。正しくは `ecs:ExecuteCommand` で、これがないと `execute-command` は拒否されます。',
  '{0} may run `execute-command` on tasks, but not on their cluster. AWS checks both, so it may be refused.':
    '{0} は `execute-command` をタスクに対して許可されていますが、クラスターに対しては許可されていません。AWS は両方を確認するため、拒否される可能性があります。',
  '{0} may run `execute-command` on a cluster, but not on its tasks. AWS checks both, so it may be refused.':
    '{0} は `execute-command` をクラスターに対して許可されていますが、タスクに対しては許可されていません。AWS は両方を確認するため、拒否される可能性があります。',
  '{0} may run `execute-command`, but lacks `ecs:DescribeTasks`, which the AWS CLI also calls: the command fails.':
    '{0} は `execute-command` を許可されていますが、AWS CLI がそのために呼び出す `ecs:DescribeTasks` を許可されていません。コマンドは失敗します。',

  // managed-policy-not-found
  'The ARN of an AWS managed policy is wrong: there is no such policy, or it cannot be attached.':
    'AWS 管理ポリシーの ARN が誤っています。その ARN のポリシーは存在しないか、アタッチできません。',
  'The deploy is rejected with "does not exist or is not attachable": the path before the name, such as `service-role/`, is part of the ARN.':
    'デプロイが "does not exist or is not attachable" で拒否されます。`service-role/` のような名前の前のパスも ARN の一部です。',
  "Safe if AWS has the policy under another ARN: as written, it only makes the deployment fail. Unsafe if the name is unknown and another policy's name differs by a letter or two. There is no fix if the ARN comes from a parameter, a mapping or another stack.":
    '同じ名前のポリシーが AWS に別の ARN で存在する場合は安全: 今のままではデプロイが失敗するだけです。名前が不明で、1、2 文字違いの別のポリシーがある場合は安全ではありません。ARN がパラメータ、マッピング、別のスタックから渡される場合は修正できません。',
  'ARNs are compared with a table of AWS managed policies, case-insensitively as IAM does. A name that is not in the table may be newer: what it allows is unknown, and there is only a warning if it looks like a typo. The message has the date of the table. This checks task roles and execution roles, and other roles, users and groups if the policy concerns sessions.':
    'ARN は、AWS が提供するポリシーの一覧表と照合します。IAM と同じく大文字と小文字は区別しません。表にない名前は表より新しいポリシーかもしれないため、許可される内容は不明とし、書き間違いと思われる場合にだけ警告します。表の日付はメッセージに示します。確認するのはタスクロールと実行ロール、およびセッションに関わるポリシーを持つその他のロール、ユーザー、グループです。',
  '`{0}` of `{1}` names `{2}`, which does not exist: the deployment fails. The ARN of that policy is `{3}`.':
    '`{1}` の `{0}` にある `{2}` は存在しないため、デプロイが拒否されます。このポリシーの ARN は `{3}` です。',
  '`{0}` of `{1}` takes policy ARNs, and `{2}` is not one: the deployment fails. The ARN of that policy is `{3}`.':
    '`{1}` の `{0}` にはポリシーの ARN を書きますが、`{2}` は ARN ではないため、デプロイが拒否されます。このポリシーの ARN は `{3}` です。',
  '`{0}` of `{1}` names `{2}`, which can only be attached to a service-linked role: the deployment fails.':
    '`{1}` の `{0}` にある `{2}` は、サービスにリンクされたロールにしかアタッチできないため、デプロイが拒否されます。',
  '`{0}` of `{1}` names `{2}`, which is not among the AWS managed policies as of {3} (did you mean `{4}`?): unless it is newer, the deployment fails.':
    '`{1}` の `{0}` にある `{2}` は、{3} 時点の AWS 管理ポリシーにありません。それより新しいポリシーでなければ、デプロイが拒否されます。似た名前のポリシーに `{4}` があります。',
  'It is a different policy, which may allow more or less than the intended one.':
    '別のポリシーなので、許可される内容が意図したものより広い、または狭い可能性があります。',
  // malformed-policy
  'A policy is malformed, and IAM rejects it.': 'ポリシーの書き方が誤っていて、IAM に拒否されます。',
  'The deployment fails with MalformedPolicyDocument. Element names and the values of `Effect` are case-sensitive, actions are strings, and the service of an action cannot contain a wildcard.':
    'デプロイが MalformedPolicyDocument で拒否されます。要素名と `Effect` の値は大文字と小文字が区別され、アクションは文字列で、サービス名を省略せずに書く必要があります。',
  'Safe: as written, the policy only makes the deployment fail. The case of elements and effects is corrected, a map such as `s3: GetObject` becomes the action `s3:GetObject`, and spaces are removed from actions. There is no fix if the meaning is unclear, the value is computed, or the policy is JSON in a string.':
    '安全: 今のままではデプロイが失敗するだけです。要素名や 効果 (Effect) の値の大文字と小文字を直し、`s3: GetObject` のようなマップをアクション `s3:GetObject` にし、アクションから空白を取り除きます。意図が明らかでない場合、値が計算される場合、ポリシーが文字列中の JSON の場合は修正できません。',
  'This checks the policies of IAM roles, users and groups, KMS keys, S3 buckets and VPC endpoints. All other rules read such a policy as intended, and only report what else is wrong. Under a macro, which may rewrite the policy, the finding is a warning.':
    '対象は、IAM のロール、ユーザー、グループ、KMS キー、S3 バケット、VPC エンドポイントのポリシーです。ほかのルールはこのようなポリシーを意図どおりに読み、それ以外の問題だけを報告します。マクロがポリシーを書き換える可能性がある場合は警告になります。',
  '{0}: IAM rejects the policy, and the deployment fails.':
    '{0}。IAM がポリシーを拒否し、デプロイが拒否されます。',
  'A policy of `{0}` has `{1}` instead of `{2}`': '`{0}` のポリシーで、`{2}` が `{1}` と書かれています',
  'A policy of `{0}` has the effect `{1}`, which is neither `Allow` nor `Deny`':
    '`{0}` のポリシーの効果 (Effect) が `{1}` で、`Allow` でも `Deny` でもありません',
  'A policy of `{0}` has a map with the key `{1}` in `{2}`, which takes strings':
    '`{0}` のポリシーで、文字列を書くべき `{2}` に、キーが `{1}` のマップがあります',
  'A policy of `{0}` has a space in the action `{1}`':
    '`{0}` のポリシーのアクション `{1}` に空白が含まれています',
  'A policy of `{0}` has a wildcard in the service of the action `{1}`':
    '`{0}` のポリシーのアクション `{1}` で、サービス名にワイルドカードが使われています',
  'a macro may rewrite the policy': 'マクロがポリシーを書き換える可能性がある',
  // policy-attached-by-arn
  'A policy refers to its role, user or group by ARN or path instead of by name.':
    'ポリシーが、名前を書くべき場所でロール、ユーザー、グループを ARN やパスで指定しています。',
  'The deployment fails: `Roles`, `Users` and `Groups` take names, which cannot contain colons or slashes.':
    'デプロイが拒否されます。`Roles`、`Users`、`Groups` に書くのは名前で、IAM の名前にはコロンもスラッシュも使えません。',
  'Safe: a resource in the template is referenced by `Ref`, which returns its name; a literal ARN or path is reduced to the name in it. Duplicates are removed. There is no fix if it comes from a parameter or another stack.':
    '安全: テンプレート内のリソースは、名前を返す `Ref` で参照します。直接書かれた ARN やパスは、その中の名前だけを残します。リストにすでにあるものは取り除きます。パラメータや別のスタックから渡される場合は修正できません。',
  'Only policies that allow the `ssmmessages` actions or `ecs:ExecuteCommand` are checked, and those of roles that tasks use.':
    '対象は、`ssmmessages` アクションや `ecs:ExecuteCommand` を許可するポリシーと、タスクが使うロールのポリシーだけです。',
  '`{0}` of `{1}` takes names, and `{2}` is an ARN: the deployment fails.':
    '`{1}` の `{0}` には名前を書きますが、`{2}` は ARN です。デプロイが拒否されます。',
  '`{0}` of `{1}` takes names, and `{2}` has a path: the deployment fails.':
    '`{1}` の `{0}` には名前を書きますが、`{2}` にはパスが含まれています。デプロイが拒否されます。',
  'Use only the name': '名前だけにする',

  // duplicate-policy-name
  'Two policies of the task role share a `PolicyName`.':
    'タスクロールの 2 つのポリシーが同じ `PolicyName` です。',
  'They are written to the role under that name, one after the other: the last one replaces the others, and the permissions of those are lost. The order is up to CloudFormation.':
    '同じ名前で順にロールへ書き込まれるため、最後のポリシーがほかを置き換え、許可されていたものが失われます。どれが最後になるかは CloudFormation 次第です。',
  'Unsafe: if the stack is already deployed, CloudFormation deletes the policy with the old name after it has written the new one, and may delete what the other policy wrote under that name, until that one is deployed again.':
    '要確認: スタックがデプロイ済みの場合、CloudFormation は新しいポリシーを書いた後に古い名前のポリシーを削除します。そのため、同じ名前で書かれた別のポリシーの内容が、次のデプロイまで失われる可能性があります。',
  'The policy of an `AWS::IAM::Policy` or `AWS::IAM::RolePolicy` is an inline policy of the role, like those in `Policies`. A warning if the session actions are also allowed elsewhere. Two identical policies are not reported.':
    '`AWS::IAM::Policy` と `AWS::IAM::RolePolicy` のポリシーは、`Policies` と同じくロール自身のポリシーになります。セッションのアクションがほかでも許可されている場合は警告です。内容が同じポリシーは報告しません。',
  'the same name': '同じ名前',
  '`{0}` is the task role of {1}': '`{0}` は {1} のタスクロール',
  'Give each policy its own name': 'ポリシーごとに別の名前を付ける',
  'the permissions of the other': 'もう一方が許可していたもの',
  'Two policies of task role `{0}` share the name `{1}`: the last one written replaces the other, so the role may end up without {2}.':
    'タスクロール `{0}` の 2 つのポリシーの名前がどちらも `{1}` です。後から書かれたほうが置き換えるため、{2} が失われる可能性があります。',
  'the permissions of the others': 'ほかのポリシーが許可していたもの',
  '{0} policies of task role `{1}` share the name `{2}`: the last one written replaces the others, so the role may end up without {3}.':
    'タスクロール `{1}` の {0} 個のポリシーの名前がどれも `{2}` です。最後に書かれたものがほかを置き換えるため、{3} が失われる可能性があります。',

  // ssmmessages-action-misspelt
  'The task role allows a misspelled `ssmmessages` action.':
    'タスクロールが許可するアクションが、`ssmmessages` のアクションに似ていますが存在しません。',
  'IAM accepts any action name, so the deployment succeeds; but the agent lacks the intended permission, and every `execute-command` fails with TargetNotConnectedException.':
    'IAM はどのようなアクション名でも受け付けるため、エラーになりません。エージェントには必要な権限がなく、`execute-command` はすべて TargetNotConnectedException で失敗します。',
  'Safe: the misspelled name allows nothing. Its position, its quotes and the rest of the statement stay. Computed names, and names in policies written as a string, are left alone.':
    '安全: 今の名前では何も許可されません。場所、引用符、ステートメントのほかの部分は変わりません。関数で組み立てられた名前や、テキストとして書かれたポリシーの中の名前は変更しません。',
  'Only reported if the role lacks the intended action. This recognizes names that differ by up to three letters (a stray quote or comma, `ssmmessage:`, an extra letter) and the action under another service, as in `ssm:CreateControlChannel`.':
    '意図したアクションがロールにない場合にのみ報告します。3 文字までの違い (余分な引用符やカンマ、`ssmmessage:`、余分な文字) と、`ssm:CreateControlChannel` のようにサービス名が違うものが対象です。',
  'Task role `{0}` allows `{1}`, which is not an AWS action (did you mean `{2}`?): without it, every `execute-command` fails with TargetNotConnectedException.':
    'タスクロール `{0}` が許可する `{1}` は、AWS のアクションではありません。正しくは `{2}` で、これがないと `execute-command` はすべて TargetNotConnectedException で失敗します。',
  'Write `{0}`': '`{0}` に直す',

  // ssmmessages-denied
  'An explicit Deny or the permissions boundary blocks the `ssmmessages` actions of the task role.':
    '明示的な拒否 (`Deny`) またはアクセス許可の境界により、タスクロールで `ssmmessages` のアクションを使えません。',
  'A Deny overrides every Allow, and a boundary limits what policies can allow, so every `execute-command` fails with TargetNotConnectedException.':
    '`Deny` はすべての `Allow` に優先し、アクセス許可の境界が許可しないものは何も許可されません。そのため `execute-command` はすべて TargetNotConnectedException で失敗します。',
  'A Deny with a `Condition` is a warning. It is not reported if no request of a task can meet the condition, such as one for requests without TLS or for other regions. Service control policies of the organization are not in a template, so they are not visible.':
    '`Condition` の付いた `Deny` は警告です。ただし、TLS を使わないリクエストや、デプロイしないリージョンのように、タスクのリクエストが条件に当てはまらないものは除きます。組織のサービスコントロールポリシーはテンプレートにないため、確認できません。',
  'Whether a Deny blocks {0} for task role `{1}` is not known: not all of it can be computed.':
    '`Deny` がタスクロール `{1}` の {0} を拒否するかどうかは判定できません。内容の一部を計算できないためです。',
  'conditionally denied here': 'ここで条件付きで拒否されています',
  'denied here': 'ここで拒否されています',
  'The permissions boundary of task role `{0}` does not allow {1}, so its policies cannot either: until it does, {2}.':
    'ポリシーの内容にかかわらず、タスクロール `{0}` のアクセス許可の境界が {1} を許可していません。許可されるまで、{2}。',
  'A Deny blocks {0} for task role `{1}`, even if another policy allows them: until the Deny excludes them, {2}.':
    'ほかで許可されていても、タスクロール `{1}` の {0} は `Deny` で拒否されます。`Deny` の対象から外すまで、{2}。',
  'A Deny with a `Condition` may block {0} for task role `{1}`: when the condition holds, {2}.':
    '`Condition` の付いた `Deny` が、タスクロール `{1}` の {0} を拒否する可能性があります。条件に当てはまると、{2}。',

  // ssmmessages-on-execution-role
  'The `ssmmessages` actions are granted to the task execution role instead of the task role.':
    '`ssmmessages` のアクションが、タスクロールではなくタスク実行ロールに許可されています。',
  'Containers never get the credentials of the task execution role, so every `execute-command` fails with TargetNotConnectedException.':
    'コンテナがタスク実行ロールの認証情報を受け取ることはないため、`execute-command` はすべて TargetNotConnectedException で失敗します。',
  'Safe: the actions are granted to the task role first, and only then removed from the execution role. They are only removed if the role is used by task definitions of this template alone, as their execution role, its name cannot be known outside, and the actions are written out; otherwise, or if a comment would be lost, they are copied and stay. Comments move with the lines they belong to. Without a task role, one is used or added as `task-role-missing` does, which is unsafe outside Fargate.':
    '安全: まずタスクロールに権限を付け、その後でタスク実行ロールから取り除きます。取り除くのは、このテンプレートのタスク定義だけがそのロールをタスク実行ロールとして使い、外部からロール名を知る方法がなく、アクションが直接書かれている場合に限ります。それ以外の場合や、コメントが失われる場合は、残したままコピーします。コメントは隣の内容と一緒に移ります。タスクロールがなければ、`task-role-missing` と同じく既存のロールを使うか新しく追加します。これは Fargate 以外では要確認です。',
  'Execution role `{0}` grants {1}, but containers never use this role: grant them to the task role.':
    'タスク実行ロール `{0}` が {1} を許可していますが、コンテナにはその権限がありません。許可する必要があるのはタスクロールです。',
  'Execution role `{0}` grants {1}, but containers never use this role: grant it to the task role.':
    'タスク実行ロール `{0}` が {1} を許可していますが、コンテナにはその権限がありません。許可する必要があるのはタスクロールです。',
  'its containers use the task role `{0}`': 'コンテナのロールは `{0}`',
  'it has no task role': 'タスクロールがありません',
  'Whether the session actions of `{0}` belong on the task role is not known: {1}.':
    '`{0}` にあるセッションのアクションをタスクロールに付けるべきかどうかは判定できません。{1}。',
  'Grant the session actions to `{0}`; `{1}` keeps them because something else may need them':
    'セッションのアクションを `{0}` に許可する (`{1}` にあるものは、ほかで必要な可能性があるため残す)',
  'Move the session actions from `{0}` to `{1}`': 'セッションのアクションを `{0}` から `{1}` へ移す',
  'Add a task role with the session actions to `{0}` (deploying it needs CAPABILITY_IAM)':
    'セッションのアクションを許可するタスクロールを `{0}` に追加する (デプロイに CAPABILITY_IAM が必要)',

  // ssmmessages-restricted
  'The task role allows `ssmmessages` only under a condition, or on resources that do not apply.':
    'タスクロールが `ssmmessages` を、条件付きで、または AWS が確認の対象としないリソースに限って許可しています。',
  'These actions are documented for the resource `*` only. The agent is refused, or may be, and `execute-command` fails with TargetNotConnectedException.':
    'これらのアクションはリソース `*` についてのみ文書化されています。エージェントが拒否され (またはその可能性があり)、`execute-command` が TargetNotConnectedException で失敗します。',
  "An Allow is complete for `*`, or for both ARNs that AWS names when it denies these actions: the task's for `CreateControlChannel` (some have seen the second), and `arn:aws:ssmmessages:REGION:ACCOUNT:*`. If it covers neither, or has a condition that no request of a task meets, such as `aws:SecureTransport` being false, it is an error.":
    '`*` に対する許可と、AWS がこれらのアクションを拒否するときに示す 2 つの ARN の両方に対する許可は有効とみなします。2 つの ARN は、`CreateControlChannel` ではタスクの ARN (次の ARN だったという報告もあります)、ほかは `arn:aws:ssmmessages:REGION:ACCOUNT:*` です。どちらにも当てはまらない場合と、`aws:SecureTransport` が false のようにタスクのリクエストが決して満たさない条件の場合はエラーです。',
  'Unsafe: the restriction may be deliberate. If a statement only concerns sessions, its `Condition` is removed and its `Resource` becomes `*`; if it allows other actions too, or is shared with other roles, the role gets a separate statement.':
    '要確認: 意図して制限された設定です。セッションだけのステートメントであれば `Condition` を取り除き、`Resource` を `*` にします。ほかのアクションも許可している場合や、ほかのロールと共有している場合は、別のステートメントをロールに追加します。',
  'Whether the `ssmmessages` permissions of `{0}` are restricted is not known: {1}.':
    '`{0}` の `ssmmessages` の権限が制限されているかどうかは判定できません。{1}。',
  'Task role `{0}` allows {1}': 'タスクロール `{0}` は {1} を許可しています',
  'sessions may be refused': 'セッションが拒否される可能性があります',
  '{0} only under a `Condition`: {1}.': '{0} が、`Condition` が付いています。{1}。',
  '{0} only under a `Condition` that no request of a task can meet: {1}.':
    '{0} が、タスクのリクエストが決して満たさない `Condition` が付いています。{1}。',
  '{0} only on resources on which AWS does not check session actions: {1}.':
    '{0} が、セッションのアクションについて AWS が確認しないリソースに限られています。{1}。',
  '{0} only on some resources, not on `*`: {1}.': '{0} が、`*` ではなく一部のリソースに限られています。{1}。',
  'restricted here': 'ここで制限されています',
  'Allow {0} on `{1}` without restriction': '{0} を `{1}` に制限なしで許可する',

  // task-role-elsewhere
  'The task role is outside the template, so its permissions are not visible.':
    'タスクロールがテンプレートになく、何を許可しているか分かりません。',
  'Without the four `ssmmessages` actions every `execute-command` fails with TargetNotConnectedException, which this template cannot show.':
    '4 つの `ssmmessages` アクションがないと、`execute-command` はすべて TargetNotConnectedException で失敗します。このテンプレートからは確認できません。',
  'The task role of `{0}` is outside this template: {1}. Make sure it trusts `ecs-tasks.amazonaws.com` and allows {2}.':
    '`{0}` のタスクロールはここでは分かりません。{1}。どこにある場合でも、`ecs-tasks.amazonaws.com` による引き受けと、次のアクションを許可する必要があります: {2}。',
  'The task role of `{0}` is outside this template: {1}. Make sure it trusts `ecs-tasks.amazonaws.com`; policies that name it allow the rest.':
    '`{0}` のタスクロールはここでは分かりません。{1}。どこにある場合でも、`ecs-tasks.amazonaws.com` による引き受けを許可する必要があります。セッションに必要なそのほかの権限は、ロールを名前で指定したポリシーで許可されています。',
  '{0} on `*`': '`*` に対する {0}',
  '{0} for {1}': '{1} に対する {0}',
  '{0} on the key `{1}`': 'キー `{1}` に対する {0}',

  // task-role-lacks-ssmmessages
  'The task role lacks the four `ssmmessages` actions that open a session.':
    'セッションの開始に必要な 4 つの `ssmmessages` アクションを、タスクロールが許可していません。',
  'The agent in the container cannot reach Session Manager, and every `execute-command` fails with TargetNotConnectedException.':
    'コンテナ内のエージェントが Session Manager に接続できず、`execute-command` はすべて TargetNotConnectedException で失敗します。',
  'Safe: the missing actions are added to a statement that already lists some of them, or in the inline policy `EcsExec`, which exists as soon as the role does. Nothing is written if an explicit Deny or a permissions boundary blocks them, or if the role is in a template that was not passed.':
    '安全: 足りないアクションを、その一部をすでに含むステートメントに加えるか、ロールと同時に作成されるインラインポリシー `EcsExec` に追加します。明示的な拒否やアクセス許可の境界が妨げている場合や、ロールが渡されていない別のテンプレートにある場合は何も書きません。',
  'These actions are documented for `Resource: "*"` only. Rules against wildcards (cfn_nag W11, `IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE` of CloudFormation Guard, AwsSolutions-IAM5 of cdk-nag) will report the statement and have to be suppressed there.':
    'これらのアクションは `Resource: "*"` についてのみ文書化されています。ワイルドカードを禁じるルール (cfn_nag の W11、CloudFormation Guard の `IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE`、cdk-nag の AwsSolutions-IAM5) が報告するため、そのステートメントで抑制する必要があります。',
  'Whether the task role of `{0}` allows {1} is not known: {2}.':
    '`{0}` のタスクロールが {1} を許可しているかどうかは判定できません。{2}。',
  'Whether the task role of `{0}` allows `ssmmessages` is not known: {1}.':
    '`{0}` のタスクロールが `ssmmessages` を許可しているかどうかは判定できません。{1}。',
  'Task role `{0}` lacks {1}: every `execute-command` fails with TargetNotConnectedException.':
    'タスクロール `{0}` が {1} を許可していません。`execute-command` はすべて TargetNotConnectedException で失敗します。',
  '{0} has `{1}` as its task role': '{0} のタスクロールは `{1}`',
  'Whether task role `{0}` allows {1} is not known: {2}.':
    'タスクロール `{0}` が {1} を許可しているかどうかは判定できません。{2}。',
  'its task': 'このタスク',
  'Grant the session actions to `{0}`': 'セッションのアクションを `{0}` に許可する',

  // task-role-missing
  'A task definition whose service enables ECS Exec has no task role.':
    'ECS Exec を有効にしたサービスのタスク定義に、タスクロールがありません。',
  'The deployment fails: "The service couldn\'t be created because a valid taskRoleArn is not being used."':
    'デプロイは次のエラーで拒否されます: "The service couldn\'t be created because a valid taskRoleArn is not being used."',
  'Safe on Fargate: adds a role that ECS tasks can assume, with the permissions for sessions, and with the `Path` and `PermissionsBoundary` that all roles of the template share. Deploying it requires the capability `CAPABILITY_IAM`. An existing role is used instead if ECS tasks can assume it, nothing else uses it, and no other role or task definition could be meant. On EC2 and external instances it is unsafe: containers without a task role use the permissions of their instance, and lose them to the task role. It is also unsafe if a rule, schedule or state machine starts the same task definition, because it may only pass roles that it is allowed to pass.':
    'Fargate では安全: ECS タスクが引き受けられ、セッションに必要な権限を持つロールを追加します。テンプレート内のすべてのロールに共通する `Path` と `PermissionsBoundary` も付けます。デプロイには `CAPABILITY_IAM` が必要です。ECS タスクが引き受けられ、ほかに使うものがなく、対応するロールもタスク定義もほかに考えられない既存のロールがあれば、それを使います。EC2 と外部インスタンスでは要確認です。タスクロールのないコンテナはインスタンスの権限を使っており、ロールを付けるとそれが失われます。ルール、スケジュール、ステートマシンが同じタスク定義を起動する場合も要確認です。渡すことを許可されたロールしか渡せないためです。',
  'Whether `{0}` has a task role is not known: {1}.':
    '`{0}` にタスクロールがあるかどうかは判定できません。{1}。',
  '{0} has no `{1}`: {2}.': '{0} に `{1}` がありません。{2}。',
  'The `{0}` of task definition `{1}` is empty: {2}.':
    'タスク定義 `{1}` の `{0}` が空で、ロールになりません。{2}。',
  'Use `{0}` as the task role of `{1}`': '`{0}` を `{1}` のタスクロールにする',
  'Add a task role to `{0}` (deploying it needs CAPABILITY_IAM)':
    '`{0}` にタスクロールを追加する (デプロイに CAPABILITY_IAM が必要)',

  // task-role-not-assumable
  'The trust policy of the task role does not let ECS tasks assume it.':
    'タスクロールの信頼ポリシーが、ECS タスクによる引き受けを許可していません。',
  'ECS is "unable to assume the role": tasks do not start, or have no credentials and no sessions.':
    'ECS は "unable to assume the role" となり、タスクが起動しないか、認証情報がなくセッションも使えません。',
  'Safe if only task definitions of this template use the role and its name cannot be known outside. Otherwise unsafe, because more principals can assume it than before. Existing principals are kept.':
    'テンプレートのタスク定義だけがロールを使い、外部からロール名を知る方法がなければ安全です。本来使うはずのタスクだけが使えるようになります。それ以外は、引き受けられる範囲が広がるため要確認です。今引き受けられるものは引き続き引き受けられます。',
  '`ecs.amazonaws.com` is ECS itself, which manages load balancers, and `ec2.amazonaws.com` is an instance; tasks are `ecs-tasks.amazonaws.com`. A statement with a `Condition` only counts if it is the usual condition on the account and the ARN of the task.':
    '`ecs.amazonaws.com` はロードバランサーを管理する ECS 自体、`ec2.amazonaws.com` はインスタンスで、タスクは `ecs-tasks.amazonaws.com` です。`Condition` の付いたステートメントは、アカウントとタスクの ARN に関する通常の条件の場合にのみ有効とみなします。',
  'its trust policy cannot be read': '信頼ポリシーを読み取れません',
  'Whether ECS may assume task role `{0}` is not known: {1}.':
    'タスクロール `{0}` を ECS が引き受けられるかどうかは判定できません。{1}。',
  'The trust policy of task role `{0}` does not let `ecs-tasks.amazonaws.com` assume it: the tasks do not start.':
    'タスクロール `{0}` の信頼ポリシーが `ecs-tasks.amazonaws.com` による引き受けを許可していません。ECS がタスクにロールを渡せず、タスクは起動しません。',
  'Let `ecs-tasks.amazonaws.com` assume `{0}`': '`ecs-tasks.amazonaws.com` による `{0}` の引き受けを許可する',

  // role-arn-invalid
  'A task role or task execution role is given by the ARN of something other than a role, or of a role in another account.':
    'タスクロールまたは実行ロールに、ロール以外のものの ARN や、別のアカウントのロールの ARN が指定されています。',
  'ECS rejects the task definition, so the deployment fails. A role can only be passed to a service in its own account.':
    'ECS がタスク定義を拒否するため、デプロイが失敗します。ロールを渡せるのは、同じアカウントのサービスだけです。',
  'Safe: the role of the template that has the name in the ARN, or that is in the instance profile, is referenced by `Fn::GetAtt`; as written, the deployment fails. There is no fix if it is not clear which role is meant.':
    '安全: ARN の中の名前を持つ、またはインスタンスプロファイルに含まれる、テンプレート内のロールを `Fn::GetAtt` で参照します。今のままではデプロイが失敗します。どのロールを指すのか明らかでない場合は修正できません。',
  'Accounts, regions and partitions are compared if it is known where the stack is deployed, as with the manifest of a cloud assembly.':
    'アカウント、リージョン、パーティションは、クラウドアセンブリのマニフェストなどからスタックのデプロイ先がわかる場合に比較します。',
  '`{0}` needs a role, and `{1}` is not one: the deployment fails.':
    '`{0}` にはロールが必要ですが、`{1}` はロールではありません。デプロイが拒否されます。',
  '`{0}` needs a role of its own account, and `{1}` is in another account or partition: the deployment fails.':
    '`{0}` には同じアカウントのロールが必要ですが、`{1}` は別のアカウントまたはパーティションのものです。デプロイが拒否されます。',

  // role-path-mismatch
  'The ARN of a task role or task execution role lacks the path of the role, or has a different one.':
    'タスクロールまたは実行ロールの ARN に、ロールのパスがないか、別のパスが書かれています。',
  'The path is part of the ARN: with a different path, the role does not exist, and no task starts.':
    'パスは ARN の一部です。パスが違う ARN のロールは存在せず、タスクは起動しません。',
  'Safe: the role is referenced by `Fn::GetAtt`, whatever its path and name. There is no fix if the role is in another template, or only created under a condition.':
    '安全: パスや名前によらず、`Fn::GetAtt` でロールを参照します。ロールが別のテンプレートにある場合や、条件付きで作成される場合は修正できません。',
  'Role names are unique in an account, whatever their paths are, so no other role can be meant.':
    'パスが違っていても、同じ名前のロールはアカウントに 2 つ存在できないため、ほかのロールを指していることはありません。',
  'The ARN has the path `{0}`, but role `{1}` has `{2}`: no role has this ARN, and the tasks of {3} do not start.':
    'ARN のパスは `{0}` ですが、ロール `{1}` のパスは `{2}` です。この ARN のロールは存在せず、{3} のタスクは起動しません。',
  'the path of the role': 'ロールのパス',
  'Refer to `{0}` by its ARN': '`{0}` を ARN で参照する',

  // task-role-policy-race
  'Only services and daemons are checked. Rules, schedules, pipes, state machines and job definitions start no tasks when they are created.':
    '対象はサービスとデーモンだけです。ルール、スケジュール、パイプ、ステートマシン、ジョブ定義は、作成されてもすぐにはタスクを起動しません。',
  'The `ssmmessages` permissions are in a policy that the service does not wait for.':
    '`ssmmessages` の権限を持つポリシーの作成を、サービスが待ちません。',
  'CloudFormation may start the first tasks before the policy is attached. Their agents are refused, and `execute-command` on them fails with TargetNotConnectedException until they are replaced.':
    'ポリシーがアタッチされる前に、CloudFormation が最初のタスクを起動する可能性があります。そのエージェントは拒否され、タスクが置き換えられるまで `execute-command` は TargetNotConnectedException で失敗します。',
  'Safe: a `DependsOn` only changes the order of the deployment. None is added that would create a circular dependency, or that refers to a policy under a `Condition` that the service does not have.':
    '安全: `DependsOn` はデプロイの順序だけを変えます。循環する場合や、サービスにない `Condition` の付いたポリシーに対しては追加しません。',
  '{0} does not wait for {1}, which grants {2} to task role `{3}`: its first tasks may start before the policy is attached, and `execute-command` on them fails.':
    '{0} は、タスクロール `{3}` に {2} を許可する {1} の作成を待ちません。最初のタスクが権限のないまま起動し、`execute-command` が失敗する可能性があります。',
  'attached to the task role here': 'ここでタスクロールにアタッチされています',
  'Make `{0}` wait for {1}': '`{0}` が {1} を待つようにする',

  // task-role-shared
  'One role is both the task role and the task execution role.':
    '1 つのロールが、タスクロールとタスク実行ロールを兼ねています。',
  'Anyone with a shell in a container can do what only ECS should do for it: pull any image, read the secrets of the task definition.':
    'ECS Exec などでコンテナに入った人は、本来 ECS だけが行う操作、つまりイメージの取得やタスク定義のシークレットの読み取りができます。',
  'It works, and is common. Which permissions belong to which of two roles cannot be told from the template, so no fix splits the role.':
    '動作はし、よくある構成です。どの権限をどちらのロールに付けるべきかはテンプレートからは分からないため、自動修正では分割しません。',
  'Role `{0}` is both the task role and the execution role of {1}: its containers can pull images and read secrets as ECS does.':
    'ロール `{0}` は {1} のタスクロールとタスク実行ロールを兼ねています。コンテナが ECS と同じようにイメージを取得し、シークレットを読み取れます。',
  'the execution role': 'タスク実行ロール',

  // task-role-too-broad
  'The `ssmmessages` permissions come from an AWS managed policy that allows much more.':
    '`ssmmessages` の権限が、はるかに多くを許可する AWS 管理ポリシーによるものです。',
  'There is no AWS managed policy for ECS Exec alone. AmazonSSMManagedInstanceCore, intended for instances, also lets every container read all parameters of Parameter Store.':
    'ECS Exec 専用の AWS 管理ポリシーはありません。インスタンス用の AmazonSSMManagedInstanceCore では、すべてのコンテナがパラメータストアの全パラメータも読み取れます。',
  'Unsafe: the containers may use the other permissions of the policy. It is only detached if it is a policy for instances managed by Session Manager; AdministratorAccess and similar policies are left to you.':
    '要確認: ポリシーが許可するほかの権限をコンテナが使っている可能性があります。外すのは Session Manager のインスタンス用ポリシーに限ります。AdministratorAccess などは変更しません。',
  'Task role `{0}` gets its `ssmmessages` permissions from {1}: its containers may do much more than ECS Exec needs.':
    'タスクロール `{0}` の `ssmmessages` の権限は {1} によるものです。コンテナは ECS Exec に必要な範囲をはるかに超える操作ができます。',
  'Grant the four `ssmmessages` actions to `{0}` instead of {1}':
    '{1} の代わりに、4 つの `ssmmessages` アクションを `{0}` に許可する',

  // caller-lacks-data-key
  'A caller of `execute-command` is not allowed to generate the data key that sessions are encrypted with.':
    '`execute-command` を実行できるユーザーやロールに、セッションを暗号化するデータキーを生成する権限がありません。',
  'If the cluster has a `KmsKeyId`, both ends need the key: without `kms:GenerateDataKey`, `execute-command` fails for the caller.':
    'クラスターに `KmsKeyId` がある場合、両端でキーが必要です。`kms:GenerateDataKey` がないと、実行した人の `execute-command` は失敗します。',
  'Safe: a statement that allows `kms:GenerateDataKey` on that key alone is added next to the one that allows `ecs:ExecuteCommand`. If the ARN of the key is not known, it allows the key of any ECS Exec session, by its encryption context.':
    '安全: そのキーだけに `kms:GenerateDataKey` を許可するステートメントを、`ecs:ExecuteCommand` を許可するステートメントの隣に追加します。キーの ARN が分からない場合は、暗号化コンテキストで限定し、ECS Exec のセッションのキーを許可します。',
  'Only policies that allow `ecs:ExecuteCommand` by name are checked, not those that allow all of ECS. What callers may do by policies of other stacks is not known here.':
    '`ecs:ExecuteCommand` を名前で許可するポリシーだけを確認します。ECS 全体を許可するポリシーは対象外です。ほかのスタックのポリシーで何が許可されているかは、ここでは分かりません。',
  '{0} may run `execute-command` on cluster `{1}`, but lacks kms:GenerateDataKey on its key `{2}`: its sessions do not open.':
    '{0} はクラスター `{1}` で `execute-command` を実行できますが、キー `{2}` に対する kms:GenerateDataKey の権限がありません。セッションを開始できません。',
  'sessions are encrypted with this key': 'セッションはこのキーで暗号化されます',
  'Allow kms:GenerateDataKey on `{0}`': '`{0}` に対する kms:GenerateDataKey を許可する',

  // session-side-door
  'A caller of `execute-command` can bypass ECS with `ssm:StartSession`.':
    '`execute-command` を実行できるユーザーやロールが、`ssm:StartSession` で ECS を経由せずにセッションを開始することもできます。',
  'Sessions that are started directly by Systems Manager are not recorded as the cluster is configured to, and do not appear as `ExecuteCommand` in CloudTrail.':
    'Systems Manager から直接開始したセッションは、クラスターの設定した場所に記録されず、CloudTrail にも `ExecuteCommand` として残りません。',
  'AWS recommends denying `ssm:StartSession` on `arn:aws:ecs:*:*:task/*` to callers of `execute-command`.':
    'AWS は、`execute-command` を実行できるユーザーに対し、`arn:aws:ecs:*:*:task/*` への `ssm:StartSession` を拒否することを推奨しています。',
  '{0} may run `execute-command`, and also `ssm:StartSession` on tasks: sessions opened that way are not recorded.':
    '{0} は `execute-command` に加えて、タスクに対する `ssm:StartSession` も実行できます。その方法で開始したセッションは記録されません。',
  '`execute-command` is allowed here': 'ここで `execute-command` が許可されています',
};
