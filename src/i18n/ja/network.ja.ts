import type { Catalogue } from '../words.ts';

/** How the agent reaches what it needs. */
export const network: Catalogue = {
  // egress-blocked
  'The security groups of tasks let no traffic out to port 443.':
    'タスクのセキュリティグループが、ポート 443 への送信トラフィックを許可していません。',
  'The agent of ECS Exec reaches Session Manager by HTTPS. Where that is shut, every `execute-command` fails with TargetNotConnectedException.':
    'ECS Exec のエージェントは HTTPS で Session Manager に接続します。これが遮断されていると、`execute-command` はすべて TargetNotConnectedException で失敗します。',
  'In the network modes `bridge` and `host` the security groups are those of the instances: of the launch templates of the capacity providers, or of those that join the cluster in their user data. A rule that leads nowhere (`127.0.0.1/32`, `255.255.255.255/32`) lets nothing out. Rules for IPv6 alone are a warning: the agent uses IPv6 only where there is nothing else.\n\nSilent about groups that are not all known, that other stacks may add rules to, and that have any rule that may cover port 443, wherever else it leads; and where the containers use a proxy.':
    'ネットワークモードが `bridge` と `host` の場合は、インスタンスのセキュリティグループを見ます。キャパシティープロバイダーの起動テンプレート、またはユーザーデータでクラスターに参加する起動テンプレートのものです。どこにも届かない宛先 (`127.0.0.1/32`、`255.255.255.255/32`) のルールは、何も許可していないものとして扱います。IPv6 だけのルールは警告です。エージェントは、ほかにアドレスがない場合にだけ IPv6 を使います。\n\nすべてのグループが分かるとは限らない場合、ほかのスタックがルールを追加できる場合、そのほかの宛先でポート 443 を含む可能性のあるルールがある場合、コンテナがプロキシを使う場合は報告しません。',
  'Security groups {0} let no traffic out to port 443: the agent of ECS Exec does not reach Session Manager, and `execute-command` fails.':
    'セキュリティグループ {0} はポート 443 への送信トラフィックを許可していません。ECS Exec のエージェントが Session Manager に接続できず、`execute-command` は失敗します。',
  'Security group {0} lets no traffic out to port 443: the agent of ECS Exec does not reach Session Manager, and `execute-command` fails.':
    'セキュリティグループ {0} はポート 443 への送信トラフィックを許可していません。ECS Exec のエージェントが Session Manager に接続できず、`execute-command` は失敗します。',
  'Security groups {0} let traffic out to port 443 over IPv6 alone: the agent of ECS Exec, which uses IPv4, may not reach Session Manager.':
    'セキュリティグループ {0} は、ポート 443 への送信トラフィックを IPv6 でしか許可していません。ECS Exec のエージェントは IPv4 を使うため、Session Manager に接続できない可能性があります。',
  'Security group {0} lets traffic out to port 443 over IPv6 alone: the agent of ECS Exec, which uses IPv4, may not reach Session Manager.':
    'セキュリティグループ {0} は、ポート 443 への送信トラフィックを IPv6 でしか許可していません。ECS Exec のエージェントは IPv4 を使うため、Session Manager に接続できない可能性があります。',
  '{0} starts its tasks behind it': '{0} のタスクはこのグループの中で起動します',

  // endpoint-unreachable
  'An endpoint that sessions need has private DNS off, or lets no traffic of the tasks in on port 443.':
    'セッションに必要なエンドポイントのプライベート DNS が無効か、ポート 443 でタスクからのトラフィックを許可していません。',
  'The endpoint is there and paid for, and the agent of ECS Exec does not reach it: sessions may fail, or not be recorded.':
    'エンドポイントがあり料金もかかっているのに、ECS Exec のエージェントが接続できません。セッションが失敗するか、記録されない可能性があります。',
  'Unsafe: with private DNS everything in the VPC uses the endpoint. The fix switches it on, and what the VPC needs for it; security groups stay as they are.':
    '要確認: プライベート DNS を有効にすると、VPC 内のすべてがこのエンドポイントを使います。プライベート DNS と、そのために VPC に必要な設定を有効にします。セキュリティグループは変更しません。',
  'Silent about private DNS where something else gives the endpoint a name, or the template shows another way out. Silent about security groups that are not all in the template, that other stacks may add rules to, or whose rules cannot be compared with where tasks run: prefix lists, IPv6, and ranges that are only known once deployed.\n\nIt is an error where sessions are not opened without the service and nothing else leads to it: with private DNS on, its name leads to the endpoint, whatever other ways out there are.':
    'ほかの方法でエンドポイントに名前が付いている場合や、ほかの経路がテンプレートにある場合、プライベート DNS については報告しません。すべてがテンプレートにあるとは限らないグループ、ほかのスタックがルールを追加できるグループ、ルールをタスクの場所と比較できないグループ (プレフィックスリスト、IPv6、デプロイするまで分からない範囲) についても報告しません。\n\nそのサービスがないとセッションを開始できず、ほかに経路もない場合はエラーです。プライベート DNS が有効な場合は、ほかの経路があっても、サービス名はこのエンドポイントを指します。',
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
  'What sessions need is in the configuration of the cluster: a key, and the log group or bucket that they are recorded in. The rule is silent where that is not known, where there is another way out of the VPC, and where an endpoint that is there may be the missing one. It is an error where nothing else leads out and sessions are not opened without the service: they are encrypted with a key, or refused unless their log is.':
    'セッションに必要なものは、クラスターの設定にあるキー、および記録先のロググループやバケットで決まります。それが分からない場合、VPC から出るほかの経路がある場合、既存のエンドポイントが該当する可能性がある場合は報告しません。ほかに経路がなく、そのサービスがないとセッションを開始できない場合はエラーです。セッションをキーで暗号化する場合と、記録先の暗号化を必須にしている場合です。',
  'sessions are not opened': 'セッションの開始',
  'encrypted sessions are not opened': '暗号化されたセッションの開始',
  'sessions do not reach their log group': 'ロググループへのセッションの記録',
  'sessions do not reach their bucket': 'バケットへのセッションの記録',
  'sessions that have to be recorded are not opened': '暗号化された記録先が必須のセッションの開始',
  'VPC `{0}` has interface endpoints, but none for {1}: without another way out, {2}.':
    'VPC `{0}` にはインターフェイスエンドポイントがありますが、{1} のものがありません。ほかに経路がなければ、{2} ができません。',
  'VPC `{0}` has interface endpoints, but none for {1}, and there is no other way out: {2}.':
    'VPC `{0}` にはインターフェイスエンドポイントがありますが、{1} のものがなく、ほかに経路もありません。{2} ができません。',
  'tasks of {0} run in it': '{0} のタスクはこの中で動作します',
  '`{0}` is one of its endpoints': '`{0}` はこの VPC のエンドポイントの 1 つ',
  'Add an endpoint for {0}': '{0} のエンドポイントを追加する',

  // ssmmessages-endpoint-missing
  'A VPC has interface endpoints, but none for Session Manager (`ssmmessages`).':
    'VPC にインターフェイスエンドポイントがありますが、Session Manager (`ssmmessages`) のものがありません。',
  'The agent of ECS Exec connects to Session Manager. From a VPC without another way out it cannot, and every `execute-command` fails with TargetNotConnectedException.':
    'ECS Exec のエージェントは Session Manager に接続します。ほかに経路のない VPC からは接続できず、`execute-command` はすべて TargetNotConnectedException で失敗します。',
  'Unsafe: an endpoint costs money by the hour. The fix copies the subnets and security groups of an interface endpoint that is there, not its policy and tags, and has the VPC resolve names where it does not.':
    '要確認: エンドポイントには時間単位の料金がかかります。既存のインターフェイスエンドポイントのサブネットとセキュリティグループを使います (ポリシーとタグは使いません)。VPC で名前解決が無効であれば有効にします。',
  'An error only where the template shows that there is no other way out: VPC, subnets, route tables and endpoints are all known, no route leads out of them for tasks that have no public address, and the VPC is not exported. What other templates that are given add to the VPC counts as if it stood there. The rule is silent when the VPC of the tasks is not known, where a NAT gateway or, for tasks with public addresses, an internet gateway leads out, and where an endpoint that is there may be the missing one.':
    'エラーになるのは、ほかに経路がないことがテンプレートから分かる場合だけです。VPC、サブネット、ルートテーブル、エンドポイントがすべて分かり、パブリックアドレスのないタスクが外に出るルートがなく、VPC がエクスポートされていない場合です。一緒に指定したほかのテンプレートが VPC に追加するものも、同じテンプレートにあるものとして扱います。タスクの VPC が分からない場合、NAT ゲートウェイ (パブリックアドレスのあるタスクではインターネットゲートウェイ) の経路がある場合、既存のエンドポイントが該当する可能性がある場合は報告しません。',
  'VPC `{0}` has interface endpoints, but none for `{1}`: {2}.':
    'VPC `{0}` にはインターフェイスエンドポイントがありますが、`{1}` のものがありません。{2}。',
  'Add an endpoint for Session Manager': 'Session Manager のエンドポイントを追加する',
  'every `execute-command` fails with TargetNotConnectedException':
    '`execute-command` はすべて TargetNotConnectedException で失敗します',
  'the tasks have no other way out, so {0}': 'タスクにほかの経路がないため、{0}',
  '{0} unless there is another way: {1}': 'ほかに経路がない限り、{0} ({1})',

  // session-manager-unreachable
  'Tasks have no way to Session Manager: no NAT gateway, no public address and no endpoint.':
    'タスクから Session Manager への経路がありません。NAT ゲートウェイも、パブリックアドレスも、エンドポイントもありません。',
  'The agent of ECS Exec connects to Session Manager. Where nothing leads there, every `execute-command` fails with TargetNotConnectedException.':
    'ECS Exec のエージェントは Session Manager に接続します。経路がなければ、`execute-command` はすべて TargetNotConnectedException で失敗します。',
  'Unsafe: with a public address tasks can be reached from the internet, as far as their security groups let it in. The fix sets `AssignPublicIp` to `ENABLED` for tasks on Fargate whose subnets lead to an internet gateway. Where nothing leads out it changes nothing: whether a NAT gateway or endpoints are wanted is not for a fix to say.':
    '要確認: パブリックアドレスがあると、セキュリティグループの許可する範囲で、インターネットからタスクに到達できます。サブネットからインターネットゲートウェイへの経路がある Fargate のタスクで、`AssignPublicIp` を `ENABLED` にします。外への経路がない場合は何も変更しません。NAT ゲートウェイとエンドポイントのどちらにするかは、修正では決められません。',
  'Only where VPC, subnets and route tables are all known, in this template or in others that are given, and the VPC is not exported. Without `AssignPublicIp` tasks have no public address. A VPC that has interface endpoints, but none for Session Manager, is what `ssmmessages-endpoint-missing` is about.':
    'VPC、サブネット、ルートテーブルがすべて、このテンプレートか一緒に指定したテンプレートにあり、VPC がエクスポートされていない場合にだけ報告します。`AssignPublicIp` がなければ、タスクにパブリックアドレスは付きません。インターフェイスエンドポイントがあって Session Manager のものだけがない VPC は、`ssmmessages-endpoint-missing` が報告します。',
  'Tasks of {0} have no public address (`AssignPublicIp`), without which `{1}` leads nowhere: the agent of ECS Exec does not reach Session Manager, and `execute-command` fails.':
    '{0} のタスクにはパブリックアドレスがなく (`AssignPublicIp`)、`{1}` の経路を使えません。ECS Exec のエージェントが Session Manager に接続できず、`execute-command` は失敗します。',
  '`{0}` leads to an internet gateway': '`{0}` はインターネットゲートウェイへの経路です',
  'Give the tasks public addresses': 'タスクにパブリックアドレスを付ける',
  'Nothing leads from the subnets of the tasks out of VPC `{0}`, and it has no endpoint for Session Manager: every `execute-command` fails with TargetNotConnectedException.':
    'タスクのサブネットから VPC `{0}` の外への経路がなく、Session Manager のエンドポイントもありません。`execute-command` はすべて TargetNotConnectedException で失敗します。',

  // endpoint-policy-blocks-agent
  'The policy of a VPC endpoint does not let through what sessions need.':
    'VPC エンドポイントのポリシーが、セッションに必要な操作を許可していません。',
  'What goes through an endpoint has to be allowed by its policy as well as by the task role. Where it is not, sessions are not opened, or not recorded.':
    'エンドポイントを通る操作は、タスクロールだけでなく、エンドポイントのポリシーでも許可されている必要があります。許可されていなければ、セッションを開始または記録できません。',
  'Asked of the endpoints for `ssmmessages` and, as far as the configuration of the cluster needs them, for `kms`, `logs` and `s3`, where the name of the service leads to the endpoint: private DNS is on, or the gateway is in the route tables of the subnets. It is an error where no session is opened, and a warning where sessions are not recorded, or where actions of Session Manager are allowed on some resources. Conditions are taken to hold, and statements that may be about another role are passed over.':
    '`ssmmessages` のエンドポイントと、クラスターの設定に応じて `kms`、`logs`、`s3` のエンドポイントを見ます。サービス名がエンドポイントを指す場合 (プライベート DNS が有効か、ゲートウェイがサブネットのルートテーブルにある場合) が対象です。セッションを開始できない場合はエラー、記録されない場合や、Session Manager の操作が一部のリソースにだけ許可されている場合は警告です。条件は満たされるものとみなし、ほかのロールについての可能性があるステートメントは無視します。',
  'The policy of endpoint `{0}` does not let {1} through':
    'エンドポイント `{0}` のポリシーは {1} を許可していません',
  '{0} on all resources: sessions may not be opened.':
    '{0} (一部のリソースにだけ許可)。セッションを開始できない可能性があります。',
  '{0}: `execute-command` fails.': '{0}。`execute-command` は失敗します。',
  '{0}: sessions are not recorded.': '{0}。セッションは記録されません。',

  // ipv6-only-subnet
  'Tasks run in subnets that have IPv6 addresses alone.': 'タスクが IPv6 専用のサブネットで動作します。',
  'Whether ECS Exec works there depends on the agent: AWS lists IPv6-only networks as unsupported, while the ECS agent uses dual-stack endpoints there since version 1.103.0.':
    'ECS Exec が使えるかどうかは、エージェントによります。AWS は IPv6 専用のネットワークを非対応としていますが、ECS エージェントは 1.103.0 から、そこでデュアルスタックのエンドポイントを使います。',
  'Silent about subnets that have IPv4 addresses too, and about those that are not known.':
    'IPv4 アドレスもあるサブネットと、分からないサブネットについては報告しません。',
  'Subnets {0} have IPv6 addresses alone, where AWS says that ECS Exec is not supported (agent-toolkit-for-aws), and the ECS agent uses dual-stack endpoints since 1.103.0 (amazon-ecs-agent#4708): try it before you rely on it.':
    'サブネット {0} は IPv6 専用です。AWS は ECS Exec に非対応としていますが (agent-toolkit-for-aws)、ECS エージェントは 1.103.0 からデュアルスタックのエンドポイントを使います (amazon-ecs-agent#4708)。実際に試してから使ってください。',
  'Subnet {0} has IPv6 addresses alone, where AWS says that ECS Exec is not supported (agent-toolkit-for-aws), and the ECS agent uses dual-stack endpoints since 1.103.0 (amazon-ecs-agent#4708): try it before you rely on it.':
    'サブネット {0} は IPv6 専用です。AWS は ECS Exec に非対応としていますが (agent-toolkit-for-aws)、ECS エージェントは 1.103.0 からデュアルスタックのエンドポイントを使います (amazon-ecs-agent#4708)。実際に試してから使ってください。',
};
