import type { Catalogue } from '../words.ts';

/** What the task role allows, and who may use what it allows. */
export const taskRole: Catalogue = {
  // caller-lacks-permissions
  'Who is to run `execute-command` lacks a permission for it.':
    '`execute-command` を実行する側に、必要な権限がありません。',
  'AWS checks `ecs:ExecuteCommand` on the task and on its cluster, and the AWS CLI calls `ecs:DescribeTasks` besides: without them `execute-command` is refused, or fails.':
    'AWS は `ecs:ExecuteCommand` をタスクとそのクラスターの両方で確認し、AWS CLI はさらに `ecs:DescribeTasks` を呼び出します。これらがないと `execute-command` は拒否されるか、失敗します。',
  'Safe: a misspelt action, which allows nothing, gets its name. Which resources are to be allowed is left to you.':
    '安全: つづりを誤った、何も許可していないアクションを、正しい名前に直します。どのリソースに許可するかは変更しません。',
  'Only policies that allow `ecs:ExecuteCommand` by name are looked at. `ecs:DescribeTasks` is not expected of roles that services of AWS assume, which do not use the CLI. An older example of AWS allows `ecs:ExecuteCommand` on the task alone, so that this is no error.':
    '対象は、`ecs:ExecuteCommand` を名前で許可するポリシーだけです。AWS のサービスが引き受けるロールは CLI を使わないため、`ecs:DescribeTasks` がなくても報告しません。AWS の古い例は `ecs:ExecuteCommand` をタスクだけに許可しているため、エラーにはしません。',
  '{0} is allowed `{1}`, which names no action of AWS. `ecs:ExecuteCommand` is meant, and without it `execute-command` is refused.':
    '{0} に許可されている `{1}` は、AWS のアクションではありません。正しくは `ecs:ExecuteCommand` で、これがないと `execute-command` は拒否されます。',
  '{0} may run `execute-command` on tasks, but not on their cluster, and AWS checks both: it may be refused.':
    '{0} は `execute-command` をタスクに対して許可されていますが、クラスターに対しては許可されていません。AWS は両方を確認するため、拒否される可能性があります。',
  '{0} may run `execute-command` on a cluster, but not on its tasks, and AWS checks both: it may be refused.':
    '{0} は `execute-command` をクラスターに対して許可されていますが、タスクに対しては許可されていません。AWS は両方を確認するため、拒否される可能性があります。',
  '{0} may run `execute-command`, but not `ecs:DescribeTasks`, which the AWS CLI calls for it: the command fails.':
    '{0} は `execute-command` を許可されていますが、AWS CLI がそのために呼び出す `ecs:DescribeTasks` を許可されていません。コマンドは失敗します。',

  // managed-policy-not-found
  'The ARN of an AWS-managed policy is wrong: no policy has it, or none that can be attached.':
    'AWS 管理ポリシーの ARN が誤っています。その ARN のポリシーは存在しないか、アタッチできません。',
  'The deploy is rejected with "does not exist or is not attachable": the path before the name, such as `service-role/`, is part of the ARN.':
    'デプロイが "does not exist or is not attachable" で拒否されます。`service-role/` のような名前の前のパスも ARN の一部です。',
  'Safe where AWS has the policy under another ARN: as it stands it only fails the deploy. Unsafe where the name is not known and that of another policy differs from it by a letter or two. There is no fix where the ARN comes from a parameter, a mapping or another stack.':
    '同じ名前のポリシーが AWS に別の ARN で存在する場合は安全: 今のままではデプロイが失敗するだけです。名前が不明で、1、2 文字違いの別のポリシーがある場合は安全ではありません。ARN がパラメータ、マッピング、別のスタックから渡される場合は修正できません。',
  'ARNs are compared with a table of the policies that AWS has, without regard to case, as IAM does. A name that is not in it may be newer: what it allows is not known, and there is a warning only where it looks like a slip; the message has the date of the table. Checked are task roles and execution roles, and other roles, users and groups where the policy is about sessions.':
    'ARN は、AWS が提供するポリシーの一覧表と照合します。IAM と同じく大文字と小文字は区別しません。表にない名前は表より新しいポリシーかもしれないため、許可される内容は不明とし、書き間違いと思われる場合にだけ警告します。表の日付はメッセージに示します。確認するのはタスクロールと実行ロール、およびセッションに関わるポリシーを持つその他のロール、ユーザー、グループです。',
  '`{0}` of `{1}` names `{2}`, which does not exist: the deploy is rejected. The ARN of that policy is `{3}`.':
    '`{1}` の `{0}` にある `{2}` は存在しないため、デプロイが拒否されます。このポリシーの ARN は `{3}` です。',
  '`{0}` of `{1}` takes ARNs of policies, and `{2}` is not one: the deploy is rejected. The ARN of that policy is `{3}`.':
    '`{1}` の `{0}` にはポリシーの ARN を書きますが、`{2}` は ARN ではないため、デプロイが拒否されます。このポリシーの ARN は `{3}` です。',
  '`{0}` of `{1}` names `{2}`, which only a service-linked role can have: the deploy is rejected.':
    '`{1}` の `{0}` にある `{2}` は、サービスにリンクされたロールにしかアタッチできないため、デプロイが拒否されます。',
  '`{0}` of `{1}` names `{2}`, which is not among the AWS-managed policies as of {3}: unless it is newer, the deploy is rejected. `{4}` is similar.':
    '`{1}` の `{0}` にある `{2}` は、{3} 時点の AWS 管理ポリシーにありません。それより新しいポリシーでなければ、デプロイが拒否されます。似た名前のポリシーに `{4}` があります。',
  'It is another policy, which may allow more or less than the one that is meant.':
    '別のポリシーなので、許可される内容が意図したものより広い、または狭い可能性があります。',
  // malformed-policy
  'A policy is malformed, and IAM refuses it.': 'ポリシーの書き方が誤っていて、IAM に拒否されます。',
  'The deploy is rejected with MalformedPolicyDocument. The names of elements and the values of `Effect` are case-sensitive, an action is text, and its service is written out.':
    'デプロイが MalformedPolicyDocument で拒否されます。要素名と `Effect` の値は大文字と小文字が区別され、アクションは文字列で、サービス名を省略せずに書く必要があります。',
  'Safe: as it stands the policy only fails the deploy. The name of an element or of an effect gets its case, a map such as `s3: GetObject` becomes the action `s3:GetObject`, and spaces are removed from actions. There is no fix where the meaning is not plain, where the value is computed, or where the policy is JSON in a string.':
    '安全: 今のままではデプロイが失敗するだけです。要素名や 効果 (Effect) の値の大文字と小文字を直し、`s3: GetObject` のようなマップをアクション `s3:GetObject` にし、アクションから空白を取り除きます。意図が明らかでない場合、値が計算される場合、ポリシーが文字列中の JSON の場合は修正できません。',
  'Checked are the policies of IAM roles, users and groups, KMS keys, S3 buckets and VPC endpoints. All other rules read such a policy as it is meant, so that they report only what is wrong besides. Under a macro, which may rewrite the policy, the finding is a warning.':
    '対象は、IAM のロール、ユーザー、グループ、KMS キー、S3 バケット、VPC エンドポイントのポリシーです。ほかのルールはこのようなポリシーを意図どおりに読み、それ以外の問題だけを報告します。マクロがポリシーを書き換える可能性がある場合は警告になります。',
  '{0}: IAM refuses the policy, and the deploy is rejected.':
    '{0}。IAM がポリシーを拒否し、デプロイが拒否されます。',
  'A policy of `{0}` has `{1}` in place of `{2}`': '`{0}` のポリシーで、`{2}` が `{1}` と書かれています',
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
  'A policy names its role, user or group by an ARN, where its name has to stand.':
    'ポリシーが、名前を書くべき場所でロール、ユーザー、グループを ARN で指定しています。',
  'The deploy is rejected: `Roles`, `Users` and `Groups` take names, in which IAM allows no colon and no slash.':
    'デプロイが拒否されます。`Roles`、`Users`、`Groups` に書くのは名前で、IAM の名前にはコロンもスラッシュも使えません。',
  'Safe: a resource of the template is referred to by `Ref`, which gives its name; of an ARN that is written out, the name in it stays. What the list names already is taken out. There is no fix where the ARN comes from a parameter or another stack.':
    '安全: テンプレート内のリソースは、名前を返す `Ref` で参照します。直接書かれた ARN は、その中の名前だけを残します。リストにすでにあるものは取り除きます。ARN がパラメータや別のスタックから渡される場合は修正できません。',
  'Only policies that allow the `ssmmessages` actions or `ecs:ExecuteCommand` are looked at, and those of roles that tasks have.':
    '対象は、`ssmmessages` アクションや `ecs:ExecuteCommand` を許可するポリシーと、タスクが使うロールのポリシーだけです。',
  '`{0}` of `{1}` takes names, and `{2}` is an ARN: the deploy is rejected.':
    '`{1}` の `{0}` には名前を書きますが、`{2}` は ARN です。デプロイが拒否されます。',
  'Write the name alone': '名前だけにする',

  // duplicate-policy-name
  'Two policies of the task role have one `PolicyName`.':
    'タスクロールの 2 つのポリシーが同じ `PolicyName` です。',
  'They are written into the role under that name, one after the other: the last one replaces the others, and what those allowed is gone. Which is the last is up to CloudFormation.':
    '同じ名前で順にロールへ書き込まれるため、最後のポリシーがほかを置き換え、許可されていたものが失われます。どれが最後になるかは CloudFormation 次第です。',
  'Unsafe: where the stack is deployed already, CloudFormation deletes the policy of the old name once the new one is written, and so may take away what the other one wrote under it, until that is deployed again.':
    '要確認: スタックがデプロイ済みの場合、CloudFormation は新しいポリシーを書いた後に古い名前のポリシーを削除します。そのため、同じ名前で書かれた別のポリシーの内容が、次のデプロイまで失われる可能性があります。',
  "The policy of an `AWS::IAM::Policy` or `AWS::IAM::RolePolicy` is one of the role's own, beside its `Policies`. A warning where the session actions are allowed elsewhere as well. Two that say the same are not reported.":
    '`AWS::IAM::Policy` と `AWS::IAM::RolePolicy` のポリシーは、`Policies` と同じくロール自身のポリシーになります。セッションのアクションがほかでも許可されている場合は警告です。内容が同じポリシーは報告しません。',
  'the same name': '同じ名前',
  '`{0}` is the task role of {1}': '`{0}` は {1} のタスクロール',
  'Give each policy a name of its own': 'ポリシーごとに別の名前を付ける',
  'what the other allowed': 'もう一方が許可していたもの',
  'Two policies of task role `{0}` are called `{1}`: the last one that is written replaces the other, so the role may end up without {2}.':
    'タスクロール `{0}` の 2 つのポリシーの名前がどちらも `{1}` です。後から書かれたほうが置き換えるため、{2} が失われる可能性があります。',
  'what the others allowed': 'ほかのポリシーが許可していたもの',
  '{0} policies of task role `{1}` are called `{2}`: the last one that is written replaces the others, so the role may end up without {3}.':
    'タスクロール `{1}` の {0} 個のポリシーの名前がどれも `{2}` です。最後に書かれたものがほかを置き換えるため、{3} が失われる可能性があります。',

  // ssmmessages-action-misspelt
  'The task role allows an action that is nearly an `ssmmessages` action, but none.':
    'タスクロールが許可するアクションが、`ssmmessages` のアクションに似ていますが存在しません。',
  'IAM takes any name for an action, so nobody objects; the agent lacks the right that was meant, and every `execute-command` fails with TargetNotConnectedException.':
    'IAM はどのようなアクション名でも受け付けるため、エラーになりません。エージェントには必要な権限がなく、`execute-command` はすべて TargetNotConnectedException で失敗します。',
  'Safe: the name as it is written allows nothing. Its place, its quotes and the rest of the statement stay. A name that is computed, or that stands in a policy written as text, is left alone.':
    '安全: 今の名前では何も許可されません。場所、引用符、ステートメントのほかの部分は変わりません。関数で組み立てられた名前や、テキストとして書かれたポリシーの中の名前は変更しません。',
  'Reported only where the role lacks the action that is meant. A name that differs by up to three letters counts (a stray quote or comma, `ssmmessage:`, a letter too many), and the action under the name of another service, as in `ssm:CreateControlChannel`.':
    '意図したアクションがロールにない場合にのみ報告します。3 文字までの違い (余分な引用符やカンマ、`ssmmessage:`、余分な文字) と、`ssm:CreateControlChannel` のようにサービス名が違うものが対象です。',
  'Task role `{0}` allows `{1}`, which names no action of AWS. `{2}` is meant, and without it every `execute-command` fails with TargetNotConnectedException.':
    'タスクロール `{0}` が許可する `{1}` は、AWS のアクションではありません。正しくは `{2}` で、これがないと `execute-command` はすべて TargetNotConnectedException で失敗します。',
  'Write `{0}`': '`{0}` に直す',

  // ssmmessages-denied
  'A Deny, or the permissions boundary, keeps the task role from the `ssmmessages` actions.':
    '明示的な拒否 (`Deny`) またはアクセス許可の境界により、タスクロールで `ssmmessages` のアクションを使えません。',
  'A Deny wins over every Allow, and under a boundary nothing is allowed that it does not allow too, so every `execute-command` fails with TargetNotConnectedException.':
    '`Deny` はすべての `Allow` に優先し、アクセス許可の境界が許可しないものは何も許可されません。そのため `execute-command` はすべて TargetNotConnectedException で失敗します。',
  'A Deny under a `Condition` is a warning, unless no request of a task meets the condition, such as one for requests without TLS, or for regions that are not deployed to. Service control policies of the organization are not in a template, so they are not seen.':
    '`Condition` の付いた `Deny` は警告です。ただし、TLS を使わないリクエストや、デプロイしないリージョンのように、タスクのリクエストが条件に当てはまらないものは除きます。組織のサービスコントロールポリシーはテンプレートにないため、確認できません。',
  'Whether a Deny keeps task role `{0}` from {1} is not known: not all of it can be computed.':
    '`Deny` がタスクロール `{0}` の {1} を拒否するかどうかは判定できません。内容の一部を計算できないためです。',
  'denied here, under a condition': 'ここで条件付きで拒否されています',
  'denied here': 'ここで拒否されています',
  'The permissions boundary of task role `{0}` does not allow {1}, whatever its policies say: until it does, {2}.':
    'ポリシーの内容にかかわらず、タスクロール `{0}` のアクセス許可の境界が {1} を許可していません。許可されるまで、{2}。',
  'A Deny keeps task role `{0}` from {1}, whatever else allows them: until it leaves them out, {2}.':
    'ほかで許可されていても、タスクロール `{0}` の {1} は `Deny` で拒否されます。`Deny` の対象から外すまで、{2}。',
  'A Deny under a `Condition` may keep task role `{0}` from {1}: where the condition holds, {2}.':
    '`Condition` の付いた `Deny` が、タスクロール `{0}` の {1} を拒否する可能性があります。条件に当てはまると、{2}。',

  // ssmmessages-on-execution-role
  'The `ssmmessages` actions are allowed to the task execution role, not to the task role.':
    '`ssmmessages` のアクションが、タスクロールではなくタスク実行ロールに許可されています。',
  'Containers never get the credentials of the execution role, so every `execute-command` fails with TargetNotConnectedException.':
    'コンテナがタスク実行ロールの認証情報を受け取ることはないため、`execute-command` はすべて TargetNotConnectedException で失敗します。',
  'Safe: the right is allowed to the task role first, and only then taken from the execution role. It is taken away only where nothing but task definitions of this template use that role, as their execution role, where nobody outside can know its name, and where the actions are written out; otherwise, and where a comment would be lost, they stay and are only copied. A comment moves with what it stands beside. Without a task role, one is used or added as `task-role-missing` does, which is unsafe off Fargate.':
    '安全: まずタスクロールに権限を付け、その後でタスク実行ロールから取り除きます。取り除くのは、このテンプレートのタスク定義だけがそのロールをタスク実行ロールとして使い、外部からロール名を知る方法がなく、アクションが直接書かれている場合に限ります。それ以外の場合や、コメントが失われる場合は、残したままコピーします。コメントは隣の内容と一緒に移ります。タスクロールがなければ、`task-role-missing` と同じく既存のロールを使うか新しく追加します。これは Fargate 以外では要確認です。',
  'Execution role `{0}` allows {1}, but containers never have its rights: the task role has to allow them.':
    'タスク実行ロール `{0}` が {1} を許可していますが、コンテナにはその権限がありません。許可する必要があるのはタスクロールです。',
  'Execution role `{0}` allows {1}, but containers never have its rights: the task role has to allow it.':
    'タスク実行ロール `{0}` が {1} を許可していますが、コンテナにはその権限がありません。許可する必要があるのはタスクロールです。',
  'its containers have the role `{0}`': 'コンテナのロールは `{0}`',
  'it has no task role': 'タスクロールがありません',
  'Whether the session actions on `{0}` should be on the task role is not known: {1}.':
    '`{0}` にあるセッションのアクションをタスクロールに付けるべきかどうかは判定できません。{1}。',
  'Allow the session actions on `{0}`; those on `{1}` stay, since something else may need them':
    'セッションのアクションを `{0}` に許可する (`{1}` にあるものは、ほかで必要な可能性があるため残す)',
  'Move the session actions from `{0}` to `{1}`': 'セッションのアクションを `{0}` から `{1}` へ移す',
  'Add a task role with the session actions to `{0}` (deploying it needs CAPABILITY_IAM)':
    'セッションのアクションを許可するタスクロールを `{0}` に追加する (デプロイに CAPABILITY_IAM が必要)',

  // ssmmessages-restricted
  'The task role allows `ssmmessages` only under a condition, or on resources that AWS does not check.':
    'タスクロールが `ssmmessages` を、条件付きで、または AWS が確認の対象としないリソースに限って許可しています。',
  'These actions are documented for the resource `*` only, so the agent is refused, or may be, and `execute-command` fails with TargetNotConnectedException.':
    'これらのアクションはリソース `*` についてのみ文書化されています。エージェントが拒否され (またはその可能性があり)、`execute-command` が TargetNotConnectedException で失敗します。',
  'An Allow is granted for `*`, or for both ARNs that AWS names when it refuses these actions: that of the task for `CreateControlChannel` (others have seen the second), and `arn:aws:ssmmessages:REGION:ACCOUNT:*`. On none of them, or under a condition that no request of a task meets, such as `aws:SecureTransport` being false, it is an error.':
    '`*` に対する許可と、AWS がこれらのアクションを拒否するときに示す 2 つの ARN の両方に対する許可は有効とみなします。2 つの ARN は、`CreateControlChannel` ではタスクの ARN (次の ARN だったという報告もあります)、ほかは `arn:aws:ssmmessages:REGION:ACCOUNT:*` です。どちらにも当てはまらない場合と、`aws:SecureTransport` が false のようにタスクのリクエストが決して満たさない条件の場合はエラーです。',
  'Unsafe: somebody restricted it on purpose. A statement about sessions alone loses its `Condition`, and its `Resource` becomes `*`; where it allows other actions too, or is shared with other roles, the role gets a statement of its own beside it.':
    '要確認: 意図して制限された設定です。セッションだけのステートメントであれば `Condition` を取り除き、`Resource` を `*` にします。ほかのアクションも許可している場合や、ほかのロールと共有している場合は、別のステートメントをロールに追加します。',
  'Whether the `ssmmessages` rights of `{0}` are restricted is not known: {1}.':
    '`{0}` の `ssmmessages` の権限が制限されているかどうかは判定できません。{1}。',
  'Task role `{0}` allows {1}': 'タスクロール `{0}` は {1} を許可しています',
  'sessions may be refused': 'セッションが拒否される可能性があります',
  '{0} only under a `Condition`: {1}.': '{0} が、`Condition` が付いています。{1}。',
  '{0} only under a `Condition` that no request of a task meets: {1}.':
    '{0} が、タスクのリクエストが決して満たさない `Condition` が付いています。{1}。',
  '{0} only on resources on which AWS does not check session actions: {1}.':
    '{0} が、セッションのアクションについて AWS が確認しないリソースに限られています。{1}。',
  '{0} only on some resources, not on `*`: {1}.': '{0} が、`*` ではなく一部のリソースに限られています。{1}。',
  'restricted here': 'ここで制限されています',
  'Allow {0} on `{1}` without restriction': '{0} を `{1}` に制限なしで許可する',

  // task-role-elsewhere
  'The task role is not in the template, so what it allows is not seen.':
    'タスクロールがテンプレートになく、何を許可しているか分かりません。',
  'Without the four `ssmmessages` actions every `execute-command` fails with TargetNotConnectedException, which this template cannot show.':
    '4 つの `ssmmessages` アクションがないと、`execute-command` はすべて TargetNotConnectedException で失敗します。このテンプレートからは確認できません。',
  'The task role of `{0}` is not seen here: {1}. Wherever it is, it has to let `ecs-tasks.amazonaws.com` assume it, and to allow {2}.':
    '`{0}` のタスクロールはここでは分かりません。{1}。どこにある場合でも、`ecs-tasks.amazonaws.com` による引き受けと、次のアクションを許可する必要があります: {2}。',
  'The task role of `{0}` is not seen here: {1}. Wherever it is, it has to let `ecs-tasks.amazonaws.com` assume it; what sessions take besides is allowed by policies that name it.':
    '`{0}` のタスクロールはここでは分かりません。{1}。どこにある場合でも、`ecs-tasks.amazonaws.com` による引き受けを許可する必要があります。セッションに必要なそのほかの権限は、ロールを名前で指定したポリシーで許可されています。',
  '{0} on `*`': '`*` に対する {0}',
  '{0} for {1}': '{1} に対する {0}',
  '{0} on the key `{1}`': 'キー `{1}` に対する {0}',

  // task-role-lacks-ssmmessages
  'The task role does not allow the four `ssmmessages` actions that open a session.':
    'セッションの開始に必要な 4 つの `ssmmessages` アクションを、タスクロールが許可していません。',
  'The agent in the container cannot reach Session Manager, and every `execute-command` fails with TargetNotConnectedException.':
    'コンテナ内のエージェントが Session Manager に接続できず、`execute-command` はすべて TargetNotConnectedException で失敗します。',
  'Safe: the missing actions join a statement that lists some of them already, or come in the inline policy `EcsExec`, which exists as soon as the role does. Nothing is written where an explicit Deny or a permissions boundary stands in the way, nor where the role is in another template that was not given.':
    '安全: 足りないアクションを、その一部をすでに含むステートメントに加えるか、ロールと同時に作成されるインラインポリシー `EcsExec` に追加します。明示的な拒否やアクセス許可の境界が妨げている場合や、ロールが渡されていない別のテンプレートにある場合は何も書きません。',
  'These actions are documented for `Resource: "*"` only. Rules against wildcards (cfn_nag W11, `IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE` of CloudFormation Guard, AwsSolutions-IAM5 of cdk-nag) will speak of the statement and have to be suppressed there.':
    'これらのアクションは `Resource: "*"` についてのみ文書化されています。ワイルドカードを禁じるルール (cfn_nag の W11、CloudFormation Guard の `IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE`、cdk-nag の AwsSolutions-IAM5) が報告するため、そのステートメントで抑制する必要があります。',
  'Whether the task role of `{0}` allows {1} is not known: {2}.':
    '`{0}` のタスクロールが {1} を許可しているかどうかは判定できません。{2}。',
  'Whether the task role of `{0}` allows `ssmmessages` is not known: {1}.':
    '`{0}` のタスクロールが `ssmmessages` を許可しているかどうかは判定できません。{1}。',
  'Task role `{0}` does not allow {1}: every `execute-command` fails with TargetNotConnectedException.':
    'タスクロール `{0}` が {1} を許可していません。`execute-command` はすべて TargetNotConnectedException で失敗します。',
  '{0} has `{1}` as its task role': '{0} のタスクロールは `{1}`',
  'Whether task role `{0}` allows {1} is not known: {2}.':
    'タスクロール `{0}` が {1} を許可しているかどうかは判定できません。{2}。',
  'its task': 'このタスク',
  'Allow the session actions on `{0}`': 'セッションのアクションを `{0}` に許可する',

  // task-role-missing
  'A task definition whose service enables ECS Exec has no task role.':
    'ECS Exec を有効にしたサービスのタスク定義に、タスクロールがありません。',
  'The deploy is rejected: "The service couldn\'t be created because a valid taskRoleArn is not being used."':
    'デプロイは次のエラーで拒否されます: "The service couldn\'t be created because a valid taskRoleArn is not being used."',
  'Safe on Fargate: a role is added that ECS tasks may assume, with what sessions need, and with the `Path` and `PermissionsBoundary` that all roles of the template share. Deploying it needs the capability `CAPABILITY_IAM`. A role of the template that is used instead is one that ECS tasks may assume and nothing else has, where no other role and no other task definition could be meant. On EC2 and on external instances it is unsafe: containers without a task role have the rights of their instance, and lose them to the role. It is unsafe too where a rule, schedule or state machine starts the same task definition, since that may only pass on roles that it is allowed to.':
    'Fargate では安全: ECS タスクが引き受けられ、セッションに必要な権限を持つロールを追加します。テンプレート内のすべてのロールに共通する `Path` と `PermissionsBoundary` も付けます。デプロイには `CAPABILITY_IAM` が必要です。ECS タスクが引き受けられ、ほかに使うものがなく、対応するロールもタスク定義もほかに考えられない既存のロールがあれば、それを使います。EC2 と外部インスタンスでは要確認です。タスクロールのないコンテナはインスタンスの権限を使っており、ロールを付けるとそれが失われます。ルール、スケジュール、ステートマシンが同じタスク定義を起動する場合も要確認です。渡すことを許可されたロールしか渡せないためです。',
  'Whether `{0}` has a task role is not known: {1}.':
    '`{0}` にタスクロールがあるかどうかは判定できません。{1}。',
  '{0} has no `{1}`: {2}.': '{0} に `{1}` がありません。{2}。',
  'The `{0}` of task definition `{1}` is empty, which is no role: {2}.':
    'タスク定義 `{1}` の `{0}` が空で、ロールになりません。{2}。',
  'Use `{0}` as the task role of `{1}`': '`{0}` を `{1}` のタスクロールにする',
  'Add a task role to `{0}` (deploying it needs CAPABILITY_IAM)':
    '`{0}` にタスクロールを追加する (デプロイに CAPABILITY_IAM が必要)',

  // task-role-not-assumable
  'The trust policy of the task role does not let ECS tasks have it.':
    'タスクロールの信頼ポリシーが、ECS タスクによる引き受けを許可していません。',
  'ECS is "unable to assume the role", so tasks with it do not start, or have no credentials and no session.':
    'ECS は "unable to assume the role" となり、タスクが起動しないか、認証情報がなくセッションも使えません。',
  'Safe where only task definitions of the template use the role and nothing outside can know its name: then it only gets to those that were to have it. Otherwise unsafe, since more may assume it than before. Whoever may assume it now still may.':
    'テンプレートのタスク定義だけがロールを使い、外部からロール名を知る方法がなければ安全です。本来使うはずのタスクだけが使えるようになります。それ以外は、引き受けられる範囲が広がるため要確認です。今引き受けられるものは引き続き引き受けられます。',
  '`ecs.amazonaws.com` is ECS itself, which manages load balancers, and `ec2.amazonaws.com` is an instance; tasks are `ecs-tasks.amazonaws.com`. A statement under a `Condition` counts only where the condition is the usual one on the account and the ARN of the task.':
    '`ecs.amazonaws.com` はロードバランサーを管理する ECS 自体、`ec2.amazonaws.com` はインスタンスで、タスクは `ecs-tasks.amazonaws.com` です。`Condition` の付いたステートメントは、アカウントとタスクの ARN に関する通常の条件の場合にのみ有効とみなします。',
  'its trust policy cannot be read': '信頼ポリシーを読み取れません',
  'Whether ECS may assume task role `{0}` is not known: {1}.':
    'タスクロール `{0}` を ECS が引き受けられるかどうかは判定できません。{1}。',
  'The trust policy of task role `{0}` does not let `ecs-tasks.amazonaws.com` assume it: ECS cannot give it to tasks, and they do not start.':
    'タスクロール `{0}` の信頼ポリシーが `ecs-tasks.amazonaws.com` による引き受けを許可していません。ECS がタスクにロールを渡せず、タスクは起動しません。',
  'Let `ecs-tasks.amazonaws.com` assume `{0}`': '`ecs-tasks.amazonaws.com` による `{0}` の引き受けを許可する',

  // role-path-mismatch
  'The ARN of a task role or execution role leaves out the path of the role, or has another one.':
    'タスクロールまたは実行ロールの ARN に、ロールのパスがないか、別のパスが書かれています。',
  'The path is a part of the ARN: with another path it is the ARN of no role, and no task starts.':
    'パスは ARN の一部です。パスが違う ARN のロールは存在せず、タスクは起動しません。',
  'Safe: the role is referred to by `Fn::GetAtt`, whatever its path and name. There is no fix where the role is in another template, or only there under a condition.':
    '安全: パスや名前によらず、`Fn::GetAtt` でロールを参照します。ロールが別のテンプレートにある場合や、条件付きで作成される場合は修正できません。',
  'An account has no two roles of one name, whatever their paths are, so that no other role can be meant.':
    'パスが違っていても、同じ名前のロールはアカウントに 2 つ存在できないため、ほかのロールを指していることはありません。',
  'The ARN has the path `{0}`, and role `{1}` has `{2}`: it is the ARN of no role, and the tasks of {3} do not start.':
    'ARN のパスは `{0}` ですが、ロール `{1}` のパスは `{2}` です。この ARN のロールは存在せず、{3} のタスクは起動しません。',
  'the path of the role': 'ロールのパス',
  'Refer to `{0}` by its ARN': '`{0}` を ARN で参照する',

  // task-role-policy-race
  'Only services and daemons are asked about. A rule, a schedule, a pipe, a state machine or a job definition starts no task when it is created.':
    '対象はサービスとデーモンだけです。ルール、スケジュール、パイプ、ステートマシン、ジョブ定義は、作成されてもすぐにはタスクを起動しません。',
  'The `ssmmessages` rights are in a policy that the service does not wait for.':
    '`ssmmessages` の権限を持つポリシーの作成を、サービスが待ちません。',
  'CloudFormation may start the first tasks before the policy is attached. Their agents are refused, and `execute-command` on them fails with TargetNotConnectedException until they are replaced.':
    'ポリシーがアタッチされる前に、CloudFormation が最初のタスクを起動する可能性があります。そのエージェントは拒否され、タスクが置き換えられるまで `execute-command` は TargetNotConnectedException で失敗します。',
  'Safe: a `DependsOn` changes the order of a deploy and nothing else. None is added that would close a circle, nor one on a policy under a `Condition` that the service does not have.':
    '安全: `DependsOn` はデプロイの順序だけを変えます。循環する場合や、サービスにない `Condition` の付いたポリシーに対しては追加しません。',
  '{0} does not wait for {1}, from which task role `{2}` has {3}: its first tasks may start without, and `execute-command` on them fails.':
    '{0} は、タスクロール `{2}` に {3} を許可する {1} の作成を待ちません。最初のタスクが権限のないまま起動し、`execute-command` が失敗する可能性があります。',
  'attached to the task role here': 'ここでタスクロールにアタッチされています',
  'Have `{0}` wait for {1}': '`{0}` が {1} を待つようにする',

  // task-role-shared
  'One role is both the task role and the task execution role.':
    '1 つのロールが、タスクロールとタスク実行ロールを兼ねています。',
  'Whoever gets into a container, by ECS Exec too, can do what only ECS is meant to do for it: pull any image, read the secrets of the task definition.':
    'ECS Exec などでコンテナに入った人は、本来 ECS だけが行う操作、つまりイメージの取得やタスク定義のシークレットの読み取りができます。',
  'It works, and is common. Which rights belong to which of two roles is not in the template, so it is never split by a fix.':
    '動作はし、よくある構成です。どの権限をどちらのロールに付けるべきかはテンプレートからは分からないため、自動修正では分割しません。',
  'Role `{0}` is both the task role and the execution role of {1}: its containers can pull images and read secrets as ECS does.':
    'ロール `{0}` は {1} のタスクロールとタスク実行ロールを兼ねています。コンテナが ECS と同じようにイメージを取得し、シークレットを読み取れます。',
  'the execution role': 'タスク実行ロール',

  // task-role-too-broad
  'The `ssmmessages` rights come from a policy of AWS that allows much more.':
    '`ssmmessages` の権限が、はるかに多くを許可する AWS 管理ポリシーによるものです。',
  'There is no policy of AWS for ECS Exec alone. AmazonSSMManagedInstanceCore, made for instances, also lets every container read all parameters of Parameter Store.':
    'ECS Exec 専用の AWS 管理ポリシーはありません。インスタンス用の AmazonSSMManagedInstanceCore では、すべてのコンテナがパラメータストアの全パラメータも読み取れます。',
  'Unsafe: the containers may use what the policy allows besides. It is only taken off where it is one for instances under Session Manager; AdministratorAccess and the like are left to you.':
    '要確認: ポリシーが許可するほかの権限をコンテナが使っている可能性があります。外すのは Session Manager のインスタンス用ポリシーに限ります。AdministratorAccess などは変更しません。',
  'Task role `{0}` has its `ssmmessages` rights from {1}: its containers may do much more than ECS Exec needs.':
    'タスクロール `{0}` の `ssmmessages` の権限は {1} によるものです。コンテナは ECS Exec に必要な範囲をはるかに超える操作ができます。',
  'Allow the four `ssmmessages` actions on `{0}` in place of {1}':
    '{1} の代わりに、4 つの `ssmmessages` アクションを `{0}` に許可する',

  // caller-lacks-data-key
  'Who may run `execute-command` may not make the data key that sessions are encrypted with.':
    '`execute-command` を実行できるユーザーやロールに、セッションを暗号化するデータキーを生成する権限がありません。',
  'Where the cluster has a `KmsKeyId`, both ends need the key: without `kms:GenerateDataKey` `execute-command` fails for the person who runs it.':
    'クラスターに `KmsKeyId` がある場合、両端でキーが必要です。`kms:GenerateDataKey` がないと、実行した人の `execute-command` は失敗します。',
  'Safe: a statement for `kms:GenerateDataKey` on that key alone joins the one that allows `ecs:ExecuteCommand`. Where the ARN of the key is not known, it allows the key of any session of ECS Exec, by its encryption context.':
    '安全: そのキーだけに `kms:GenerateDataKey` を許可するステートメントを、`ecs:ExecuteCommand` を許可するステートメントの隣に追加します。キーの ARN が分からない場合は、暗号化コンテキストで限定し、ECS Exec のセッションのキーを許可します。',
  'Only policies that allow `ecs:ExecuteCommand` by name are looked at, not those that allow all of ECS. What such people may do by policies of other stacks is not known here.':
    '`ecs:ExecuteCommand` を名前で許可するポリシーだけを確認します。ECS 全体を許可するポリシーは対象外です。ほかのスタックのポリシーで何が許可されているかは、ここでは分かりません。',
  '{0} may run `execute-command` on cluster `{1}`, but not kms:GenerateDataKey on its key `{2}`: its sessions are not opened.':
    '{0} はクラスター `{1}` で `execute-command` を実行できますが、キー `{2}` に対する kms:GenerateDataKey の権限がありません。セッションを開始できません。',
  'sessions are encrypted with this key': 'セッションはこのキーで暗号化されます',
  'Allow kms:GenerateDataKey on `{0}`': '`{0}` に対する kms:GenerateDataKey を許可する',

  // session-side-door
  'Who may run `execute-command` may also open sessions past ECS, with `ssm:StartSession`.':
    '`execute-command` を実行できるユーザーやロールが、`ssm:StartSession` で ECS を経由せずにセッションを開始することもできます。',
  'Sessions that are started by Systems Manager itself are not recorded where the cluster says, and are no `ExecuteCommand` in CloudTrail.':
    'Systems Manager から直接開始したセッションは、クラスターの設定した場所に記録されず、CloudTrail にも `ExecuteCommand` として残りません。',
  'AWS recommends to deny `ssm:StartSession` on `arn:aws:ecs:*:*:task/*` to whoever may run `execute-command`.':
    'AWS は、`execute-command` を実行できるユーザーに対し、`arn:aws:ecs:*:*:task/*` への `ssm:StartSession` を拒否することを推奨しています。',
  '{0} may run `execute-command`, and `ssm:StartSession` on tasks too: sessions that are opened in that way are not recorded.':
    '{0} は `execute-command` に加えて、タスクに対する `ssm:StartSession` も実行できます。その方法で開始したセッションは記録されません。',
  '`execute-command` is allowed here': 'ここで `execute-command` が許可されています',
};
