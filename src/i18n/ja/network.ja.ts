import type { Catalogue } from '../words.ts';

/** How the agent reaches what it needs. */
export const network: Catalogue = {
  // egress-blocked
  'The security groups of tasks let no traffic out to port 443.':
    'タスクのセキュリティグループが、ポート 443 への送信トラフィックを許可していません。',
  'The agent of ECS Exec reaches Session Manager by HTTPS. Where that is shut, every `execute-command` fails with TargetNotConnectedException.':
    'ECS Exec のエージェントは HTTPS で Session Manager に接続します。これが遮断されていると、`execute-command` はすべて TargetNotConnectedException で失敗します。',
  'Silent about groups that are not all in the template, that other stacks may add rules to, and that have any rule that may cover port 443, wherever it leads.':
    'すべてがテンプレートにあるとは限らないグループ、ほかのスタックがルールを追加できるグループ、宛先を問わずポート 443 を含む可能性のあるルールを持つグループについては報告しません。',
  'Security groups {0} let no traffic out to port 443: the agent of ECS Exec does not reach Session Manager, and `execute-command` fails.':
    'セキュリティグループ {0} はポート 443 への送信トラフィックを許可していません。ECS Exec のエージェントが Session Manager に接続できず、`execute-command` は失敗します。',
  'Security group {0} lets no traffic out to port 443: the agent of ECS Exec does not reach Session Manager, and `execute-command` fails.':
    'セキュリティグループ {0} はポート 443 への送信トラフィックを許可していません。ECS Exec のエージェントが Session Manager に接続できず、`execute-command` は失敗します。',
  '{0} starts its tasks behind it': '{0} のタスクはこのグループの中で起動します',

  // endpoint-unreachable
  'An endpoint that sessions need has private DNS off, or lets no traffic of the tasks in on port 443.':
    'セッションに必要なエンドポイントのプライベート DNS が無効か、ポート 443 でタスクからのトラフィックを許可していません。',
  'The endpoint is there and paid for, and the agent of ECS Exec does not reach it: sessions may fail, or not be recorded.':
    'エンドポイントがあり料金もかかっているのに、ECS Exec のエージェントが接続できません。セッションが失敗するか、記録されない可能性があります。',
  'Unsafe: with private DNS everything in the VPC uses the endpoint. The fix switches it on, and what the VPC needs for it; security groups stay as they are.':
    '要確認: プライベート DNS を有効にすると、VPC 内のすべてがこのエンドポイントを使います。プライベート DNS と、そのために VPC に必要な設定を有効にします。セキュリティグループは変更しません。',
  'Silent about private DNS where something else gives the endpoint a name, or the template shows another way out. Silent about security groups that are not all in the template, that other stacks may add rules to, or whose rules cannot be compared with where tasks run: prefix lists, IPv6, and ranges that are only known once deployed.':
    'ほかの方法でエンドポイントに名前が付いている場合や、ほかの経路がテンプレートにある場合、プライベート DNS については報告しません。すべてがテンプレートにあるとは限らないグループ、ほかのスタックがルールを追加できるグループ、ルールをタスクの場所と比較できないグループ (プレフィックスリスト、IPv6、デプロイするまで分からない範囲) についても報告しません。',
  'tasks of {0} run in its VPC': '{0} のタスクはこの VPC で動作します',
  'Endpoint `{0}` has private DNS off (`PrivateDnsEnabled`): the name of the service, which the agent of ECS Exec uses, does not lead to it.':
    'エンドポイント `{0}` のプライベート DNS (`PrivateDnsEnabled`) が無効です。ECS Exec のエージェントが使うサービス名では、このエンドポイントに到達できません。',
  'Switch on private DNS': 'プライベート DNS を有効にする',
  'Endpoint `{0}` is behind {1}, which let in no traffic of the tasks on port 443: the agent of ECS Exec does not reach it.':
    'エンドポイント `{0}` のセキュリティグループ {1} は、ポート 443 でタスクからのトラフィックを許可していません。ECS Exec のエージェントが接続できません。',
  'Endpoint `{0}` is behind {1}, which lets in no traffic of the tasks on port 443: the agent of ECS Exec does not reach it.':
    'エンドポイント `{0}` のセキュリティグループ {1} は、ポート 443 でタスクからのトラフィックを許可していません。ECS Exec のエージェントが接続できません。',
  '`{0}` has it as a security group': '`{0}` のセキュリティグループです',

  // session-endpoint-missing
  'A VPC has interface endpoints, but none for a service that sessions need: `kms`, `logs` or `s3`.':
    'VPC にインターフェイスエンドポイントがありますが、セッションに必要なサービス (`kms`、`logs`、`s3`) のものがありません。',
  'The agent of ECS Exec decrypts and records sessions itself, from inside the VPC. What it cannot reach keeps sessions from being opened, or from being recorded.':
    'ECS Exec のエージェントは、VPC の中から自分でセッションの復号と記録を行います。到達できないサービスがあると、セッションを開始または記録できません。',
  'Unsafe: an endpoint costs money by the hour. For `kms` and `logs` the fix copies the subnets and security groups of an interface endpoint that is there, not its policy and tags. For `s3` it adds a gateway, where all route tables are known.':
    '要確認: エンドポイントには時間単位の料金がかかります。`kms` と `logs` では、既存のインターフェイスエンドポイントのサブネットとセキュリティグループを使います (ポリシーとタグは使いません)。`s3` では、すべてのルートテーブルが分かる場合にゲートウェイエンドポイントを追加します。',
  'What sessions need is in the configuration of the cluster: a key, and the log group or bucket that they are recorded in. The rule is silent where that is not known, where the template shows another way out of the VPC, and where an endpoint that is there may be the missing one.':
    'セッションに必要なものは、クラスターの設定にあるキー、および記録先のロググループやバケットで決まります。それが分からない場合、VPC から出るほかの経路がテンプレートにある場合、既存のエンドポイントが該当する可能性がある場合は報告しません。',
  'sessions are not opened': 'セッションの開始',
  'encrypted sessions are not opened': '暗号化されたセッションの開始',
  'sessions do not reach their log group': 'ロググループへのセッションの記録',
  'sessions do not reach their bucket': 'バケットへのセッションの記録',
  'VPC `{0}` has interface endpoints, but none for {1}: without another way out, {2}.':
    'VPC `{0}` にはインターフェイスエンドポイントがありますが、{1} のものがありません。ほかに経路がなければ、{2} ができません。',
  'tasks of {0} run in it': '{0} のタスクはこの中で動作します',
  '`{0}` is one of its endpoints': '`{0}` はこの VPC のエンドポイントの 1 つ',
  'Add endpoints for {0}': '{0} のエンドポイントを追加する',
  'Add an endpoint for {0}': '{0} のエンドポイントを追加する',

  // ssmmessages-endpoint-missing
  'A VPC has interface endpoints, but none for Session Manager (`ssmmessages`).':
    'VPC にインターフェイスエンドポイントがありますが、Session Manager (`ssmmessages`) のものがありません。',
  'The agent of ECS Exec connects to Session Manager. From a VPC without another way out it cannot, and every `execute-command` fails with TargetNotConnectedException.':
    'ECS Exec のエージェントは Session Manager に接続します。ほかに経路のない VPC からは接続できず、`execute-command` はすべて TargetNotConnectedException で失敗します。',
  'Unsafe: an endpoint costs money by the hour. The fix copies the subnets and security groups of an interface endpoint that is there, not its policy and tags, and has the VPC resolve names where it does not.':
    '要確認: エンドポイントには時間単位の料金がかかります。既存のインターフェイスエンドポイントのサブネットとセキュリティグループを使います (ポリシーとタグは使いません)。VPC で名前解決が無効であれば有効にします。',
  'An error only where the template shows that there is no other way out: VPC, subnets, route tables and endpoints are all in it, no route leads out of them for tasks that have no public address, and the VPC is not exported. Where it shows a way out this is a warning: sessions work, outside of what the endpoints are there for, and AWS asks for the endpoint wherever there are others. The rule is silent when the VPC of the tasks is not known, or an endpoint that is there may be the missing one.':
    'エラーになるのは、ほかに経路がないことがテンプレートから分かる場合だけです。VPC、サブネット、ルートテーブル、エンドポイントがすべてテンプレートにあり、パブリックアドレスのないタスクが外に出るルートがなく、VPC がエクスポートされていない場合です。ほかの経路がテンプレートにある場合は警告です。セッションは使えますが、エンドポイントの目的から外れます。また AWS は、ほかのエンドポイントがある場合にこのエンドポイントも求めています。タスクの VPC が分からない場合や、既存のエンドポイントが該当する可能性がある場合は報告しません。',
  'Whether tasks of {0} reach Session Manager is not known: where they run is not in this template ({1}).':
    '{0} のタスクが Session Manager に接続できるかどうかは判定できません。タスクの実行場所がこのテンプレートにありません ({1})。',
  'VPC `{0}` has interface endpoints, but none for `{1}`: {2}.':
    'VPC `{0}` にはインターフェイスエンドポイントがありますが、`{1}` のものがありません。{2}。',
  'Add an endpoint for Session Manager': 'Session Manager のエンドポイントを追加する',
  'every `execute-command` fails with TargetNotConnectedException':
    '`execute-command` はすべて TargetNotConnectedException で失敗します',
  'the tasks have no other way out, so {0}': 'タスクにほかの経路がないため、{0}',
  'sessions work only as long as `{0}` leads out of it':
    'セッションが使えるのは、`{0}` が外への経路である間だけです',
  '{0} unless there is another way: {1}': 'ほかに経路がない限り、{0} ({1})',
};
