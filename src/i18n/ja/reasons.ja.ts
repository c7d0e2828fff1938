import type { Catalogue } from '../words.ts';

/** Why something is not known, or only likely, and what things are called. */
export const reasons: Catalogue = {
  // Words that join
  '{0} and {1}': '{0} と {1}',
  '{0} or {1}': '{0} または {1}',
  '{0}, {1}': '{0}、{1}',
  '{0} This is likely, not certain: {1}.': '{0}可能性は高いものの、確実ではありません。{1}。',
  'Too many conditions affect `{0}` to check all combinations.':
    '`{0}` に関わる条件が多すぎるため、すべては確認していません。',
  'This depends on conditions of another template: {0}': '別のテンプレートの条件によって変わります: {0}',
  'Ignored: {0}': '抑制: {0}',

  // What things are called
  'the four `ssmmessages` actions': '4 つの `ssmmessages` アクション',
  service: 'サービス',
  daemon: 'デーモン',
  'job definition': 'ジョブ定義',
  pipe: 'パイプ',
  rule: 'ルール',
  schedule: 'スケジュール',
  'state machine': 'ステートマシン',
  cluster: 'クラスター',
  'task definition': 'タスク定義',
  role: 'ロール',
  key: 'キー',
  'log group': 'ロググループ',
  bucket: 'バケット',
  subnet: 'サブネット',
  'security group': 'セキュリティグループ',
  Role: 'ロール',
  User: 'ユーザー',
  Group: 'グループ',
  'Anyone with the policy': '次のポリシーを持つユーザーやロール',
  'Job definition `{0}`': 'ジョブ定義 `{0}`',
  'Task definition `{0}`': 'タスク定義 `{0}`',
  'Container `{0}`': 'コンテナ `{0}`',
  'A container': 'コンテナ',
  'the bucket `{0}`': 'バケット `{0}`',
  'the log group `{0}`': 'ロググループ `{0}`',
  '{0} runs `{1}`': '{0} は `{1}` を実行します',
  '{0} has ECS Exec on': '{0} は ECS Exec が有効です',
  'every task that {0} starts with ECS Exec is refused':
    '{0} が ECS Exec を有効にして起動するタスクはすべて拒否されます',
  'deploying `{0}` with ECS Exec fails': 'ECS Exec を有効にした `{0}` のデプロイは拒否されます',

  // Values
  'it is not a list': 'リストではありません',
  'it is not text': 'テキストではありません',
  'it is too long': '長すぎます',
  'it is empty': '空です',
  'it is a dynamic reference': '動的な参照です',
  'it is a secret': 'シークレットです',
  'it is not a name': '名前ではありません',
  'it is not a number of days': '日数ではありません',
  'it is not written as a map': 'マップとして書かれていません',
  'it is computed by `{0}`': '`{0}` で計算されます',
  'it is computed when the state machine runs': 'ステートマシンの実行時に計算されます',
  'it is only known once it is deployed': 'デプロイするまで分かりません',
  'what it is computed from is only known once deployed': '計算に使う値がデプロイするまで分かりません',
  '`{0}` is only known once it is deployed': '`{0}` はデプロイするまで分かりません',
  '`{0}` is only computed when the stack is deployed': '`{0}` はスタックのデプロイ時に計算されます',
  '`{0}` is not text': '`{0}` はテキストではありません',
  'its value is neither true nor false': '値が true でも false でもありません',
  'where it stands is not known': '書かれている場所が分かりません',
  'the condition `{0}` is not known': '条件 `{0}` が分かりません',
  'the list `{0}` is not known': 'リスト `{0}` が分かりません',
  'its keys depend on where it is deployed': 'キーがデプロイ先によって変わります',
  'the mapping `{0}` has no such key': 'マッピング `{0}` に該当するキーがありません',
  'its `Fn::FindInMap` is not complete': '`Fn::FindInMap` が完全ではありません',
  'its `Fn::GetAtt` is not complete': '`Fn::GetAtt` が完全ではありません',
  'its `Fn::If` is not complete': '`Fn::If` が完全ではありません',
  'its `Fn::Select` is not complete': '`Fn::Select` が完全ではありません',
  'its `Fn::Sub` is not complete': '`Fn::Sub` が完全ではありません',
  'its `Ref` is not complete': '`Ref` が完全ではありません',

  // Parameters
  'it is the parameter `{0}`': 'パラメータ `{0}` です',
  'the parameter `{0}` has no value here': 'パラメータ `{0}` の値がここにはありません',
  'the parameter `{0}` is read from Parameter Store': 'パラメータ `{0}` はパラメータストアから読み取られます',
  'the parameter `{0}` does not have its default in this scenario':
    'この条件の組み合わせでは、パラメータ `{0}` はデフォルト値になりません',
  'it depends on the default of the parameter `{0}`': 'パラメータ `{0}` のデフォルト値に基づく判定です',
  'the value passed for `{0}` is not text': '`{0}` に渡される値がテキストではありません',
  'No template declares the parameter `{0}`.': 'パラメータ `{0}` を宣言しているテンプレートがありません。',
  'The parameter `{0}` cannot be `{1}`: it takes {2}.':
    'パラメータ `{0}` に `{1}` は指定できません。使える値: {2}。',
  'The parameter `{0}` cannot be `{1}`: it does not match `{2}`.':
    'パラメータ `{0}` に `{1}` は指定できません。`{2}` に一致しません。',
  'The parameter `{0}` cannot be `{1}`: it takes a number.':
    'パラメータ `{0}` に `{1}` は指定できません。数値が必要です。',

  // Other templates, loops and macros
  'it is imported from another stack': '別のスタックからインポートされています',
  'it is imported as {0}, which no given template exports':
    '{0} としてインポートされていますが、渡されたテンプレートのどれもエクスポートしていません',
  'it is imported as {0}, which may be {1}': '{0} としてインポートされており、{1} の可能性があります',
  'it is an output of another stack': '別のスタックの出力です',
  'it is the output {0} of {1}': '{1} の出力 {0} です',
  'it is the output {0}, which no given template has':
    '出力 {0} ですが、渡されたテンプレートのどれにもありません',
  'the output {0} of {1} may be that of another stack':
    '{1} の出力 {0} は別のスタックのものである可能性があります',
  '`{0}` of {1}': '{1} の `{0}`',
  'the template of `{0}` has no output `{1}`': '`{0}` のテンプレートに出力 `{1}` がありません',
  '{0} has no output `{1}` in this scenario': 'この条件の組み合わせでは、{0} に出力 `{1}` がありません',
  'the output `{0}` has no value': '出力 `{0}` に値がありません',
  'another template': '別のテンプレート',
  '`{0}` of {1} is no resource there in this scenario':
    'この条件の組み合わせでは、{1} に `{0}` というリソースがありません',
  'the stacks refer to each other in a circle': 'スタックの参照が循環しています',
  'the value does not point to a resource of this template': 'このテンプレートのリソースを指していません',
  '`{0}` does not exist in this scenario': 'この条件の組み合わせでは `{0}` は存在しません',
  '`{0}` is not a resource of this template': '`{0}` はこのテンプレートのリソースではありません',
  '`{0}` may stand for it': '`{0}` が該当する可能性があります',
  'the macro `{0}` may add it': 'マクロ `{0}` が追加する可能性があります',
  'a transform may add it': '変換 (Transform) が追加する可能性があります',
  'the transform `{0}` may add it': '変換 `{0}` が追加する可能性があります',
  'the module `{0}` may hold it': 'モジュール `{0}` に含まれる可能性があります',
  '`Fn::Transform` may add to it': '`Fn::Transform` が追加する可能性があります',
  '`{0}` is not complete': '`{0}` が完全ではありません',
  'they are missing': '書かれていません',
  'the names that `{0}` repeats it for are not known: {1}': '`{0}` が繰り返す名前が分かりません ({1})',
  '`{0}` repeats it more than {1} times': '`{0}` の繰り返しが {1} 回を超えます',
  'its collection is not a list of texts': 'コレクションがテキストのリストではありません',
  'its collection depends on a condition': 'コレクションが条件によって変わります',
  'its collection is imported from another stack': 'コレクションが別のスタックからインポートされています',

  // What a property points to
  'several resources of this template have the name of the {0}':
    'このテンプレートに同じ名前の {0} が複数あります',
  'the {0} `{1}` may be {2}': '{0} `{1}` は {2} の可能性があります',
  "only the end of the nested template's address matches a file":
    'ネストされたテンプレートのアドレスは末尾だけがファイルと一致します',
  'the address of a nested template depends on the default of a parameter':
    'ネストされたテンプレートのアドレスはパラメータのデフォルト値に基づいています',
  'the {0} comes from the nested stack `{1}`, whose template may be {2}':
    '{0} がネストされたスタック `{1}` にあり、そのテンプレートは {2} の可能性があります',
  'the {0} comes from the nested stack `{1}`': '{0} がネストされたスタック `{1}` にあります',
  'the {0} comes from the custom resource `{1}`': '{0} がカスタムリソース `{1}` から渡されます',
  '`{0}` is not a {1}': '`{0}` は {1} ではありません',
  'the {0} is not in this template, since {1}': '{0} がこのテンプレートにありません ({1})',
  'the name of the {0} is empty': '{0} の名前が空です',
  'the {0} `{1}` is not in this template': '{0} `{1}` がこのテンプレートにありません',
  'it has no task definition': 'タスク定義が指定されていません',
  'its task definition is not known': 'タスク定義が分かりません',
  'the input of the task may name another role': 'タスクの入力で別のロールが指定される可能性があります',
  'its `Logging` is not DEFAULT, NONE or OVERRIDE':
    '`Logging` が DEFAULT、NONE、OVERRIDE のどれでもありません',
  'it runs in the default cluster, which is not in this template':
    'default クラスターで実行されますが、このテンプレートにありません',
  'AWS Batch runs its jobs in clusters that it creates itself':
    'AWS Batch は、自身が作成するクラスターでジョブを実行します',
  'it may be left empty': '空になる可能性があります',
  'it is not the name of a key': 'キーの名前ではありません',
  'its definition shows no task that it starts': '定義に、起動するタスクが見当たりません',
  'its definition is not JSON': '定義が JSON ではありません',
  '`${{0}}` is not among its substitutions': '`${{0}}` が置換の定義にありません',

  // Policies
  'whether `{0}` is attached to it is not known': '`{0}` がアタッチされているかどうか分かりません',
  'in its `Policies`, {0}': '`Policies` の中: {0}',
  'an item of its `Policies` is computed': '`Policies` の項目が関数で計算されます',
  'in its `ManagedPolicyArns`, {0}': '`ManagedPolicyArns` の中: {0}',
  'no policy of these templates allows `{0}` to `{1}`, which is declared elsewhere':
    '`{1}` は別の場所で宣言されており、これらのテンプレートには `{0}` を許可するポリシーがありません',
  'a policy attached to it is not in this template': 'アタッチされたポリシーがこのテンプレートにありません',
  'its permissions boundary is not in this template': 'アクセス許可の境界がこのテンプレートにありません',
  'the permissions of the AWS managed policy `{0}` are not known here':
    'AWS 管理ポリシー `{0}` が許可する内容がここでは分かりません',
  '`{0}` is not among the AWS managed policies as of {1}': '`{0}` は {1} 時点の AWS 管理ポリシーにありません',
  'its policies allow `{0}` only under a `Condition`':
    'ポリシーは `{0}` を `Condition` 付きでのみ許可しています',
  'a Deny with a `Condition` may block `{0}`': '`Condition` 付きの Deny が `{0}` を拒否する可能性があります',
  'a Deny that cannot be computed may block `{0}`': '計算できない Deny が `{0}` を拒否する可能性があります',
  'a resource in its policy is only known once deployed': 'ポリシーのリソースがデプロイするまで分かりません',
  'an action in its policy is only known once deployed': 'ポリシーのアクションがデプロイするまで分かりません',
  'IAM does not accept the wildcard in the service of `{0}`':
    '`{0}` のサービス名にあるワイルドカードは IAM で使えません',
  'it is in groups, which have policies too': 'グループに属しており、グループにもポリシーがあります',
  'the principals of a resource policy are not known': 'リソースのポリシーの対象者が分かりません',
  'its policy document is text that is not JSON': 'ポリシードキュメントが JSON ではないテキストです',
  '`Fn::Transform` computes its policy document': '`Fn::Transform` がポリシードキュメントを計算します',
  'a statement of its policy is computed': 'ポリシーのステートメントが関数で計算されます',
  'a statement of its policy has no literal `Effect`':
    'ポリシーのステートメントに `Effect` が直接書かれていません',
  'whether its trust policy names the service is not known':
    '信頼ポリシーにサービスが指定されているかどうか分かりません',
  'its trust policy names the service under a `Condition`':
    '信頼ポリシーのサービスの指定に `Condition` が付いています',

  // Networks
  'the endpoint `{0}` may be one': 'エンドポイント `{0}` が該当する可能性があります',
  'other stacks, to which the VPC is exported, may add an endpoint':
    'VPC がエクスポートされており、ほかのスタックがエンドポイントを追加する可能性があります',
  'the containers are not known': 'コンテナが分かりません',
  'the containers use a proxy': 'コンテナがプロキシを使います',
  'its list of rules is empty': 'ルールのリストが空です',
  '`{0}`, which `{1}` is passed to, may add to it': '`{1}` の渡し先の `{0}` が何かを追加する可能性があります',
  'the principals of a statement in its policy are not known': 'ポリシーのステートメントの対象が分かりません',
  'its instances are not known': 'インスタンスが分かりません',
  'other instances may join the cluster': 'ほかのインスタンスがクラスターに参加する可能性があります',
  '`{0}` is not a capacity provider': '`{0}` はキャパシティープロバイダーではありません',
  'it has several network interfaces': 'ネットワークインターフェイスが複数あります',
  'the containers, which are not known, may use a proxy':
    'コンテナが分からず、プロキシを使う可能性があります',
  'the agent uses IPv6 where a task has no other address':
    'タスクにほかのアドレスがなければ、エージェントは IPv6 を使います',
  'other stacks may add a rule to `{0}`, which is an output':
    '`{0}` は出力されており、ほかのスタックがルールを追加する可能性があります',
  '`{0}` is not a {1} of this template': '`{0}` はこのテンプレートの {1} ではありません',
  'its subnets may not all be in one VPC': 'すべてのサブネットが 1 つの VPC にあるとは限りません',
  'the VPC comes from `{0}`': 'VPC が `{0}` から渡されます',
  'the subnets are not all in this template': 'すべてのサブネットがこのテンプレートにあるわけではありません',
  'only some of the subnets have a route out': '一部のサブネットにしか外への経路がありません',
  'the tasks may have public addresses': 'タスクにパブリックアドレスが付く可能性があります',
  'the route table of `{0}` is not in this template': '`{0}` のルートテーブルがこのテンプレートにありません',
  'the route table of `{0}` is not shown': '`{0}` のルートテーブルが分かりません',
  '`{0}` may be a route out': '`{0}` が外への経路になる可能性があります',
  'other stacks may add routes to `{0}`': 'ほかのスタックが `{0}` にルートを追加する可能性があります',

  // Why a rule was not asked
  'there is no task role': 'タスクロールがありません',
  'there is no execution role': 'タスク実行ロールがありません',
  'the task definition has no containers': 'タスク定義にコンテナがありません',
  'it runs in no cluster': 'クラスターで実行されません',
  'its tasks do not run on Fargate': 'タスクは Fargate で実行されません',
  'the template names no network for the tasks': 'テンプレートにタスクのネットワークが書かれていません',
  'the template names no subnets for the tasks': 'テンプレートにタスクのサブネットが書かれていません',
  'the template names no security groups for the tasks':
    'テンプレートにタスクのセキュリティグループが書かれていません',
  'the VPC of the tasks is not known ({0})': 'タスクの VPC が分かりません ({0})',
  'the subnets of the tasks are not known ({0})': 'タスクのサブネットが分かりません ({0})',
  'the security groups of the tasks are not known ({0})': 'タスクのセキュリティグループが分かりません ({0})',
  'sessions are not recorded': 'セッションはどこにも記録されません',
  'the cluster does not encrypt sessions with a KMS key': 'セッションは専用のキーで暗号化されません',
};
