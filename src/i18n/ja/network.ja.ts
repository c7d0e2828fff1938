import type { Catalogue } from '../words.ts';

/** How the agent reaches what it needs. */
export const network: Catalogue = {
  // egress-blocked
  'The security groups of tasks block outbound HTTPS (port 443).':
    'タスクのセキュリティグループが、ポート 443 への送信トラフィックを許可していません。',
  'The ECS Exec agent connects to Session Manager over HTTPS. If that is blocked, every `execute-command` fails with TargetNotConnectedException.':
    'ECS Exec のエージェントは HTTPS で Session Manager に接続します。これが遮断されていると、`execute-command` はすべて TargetNotConnectedException で失敗します。',
  'In the network modes `bridge` and `host`, the security groups are those of the instances: of the launch templates of the capacity providers, or of launch templates whose user data joins the cluster. A placeholder rule (`127.0.0.1/32`, `255.255.255.255/32`) allows nothing. Rules for IPv6 only are a warning: the agent uses IPv6 only if there is no IPv4.\n\nNot reported if not all groups are known, if other stacks may add rules to them, if any rule may cover port 443, or if the containers use a proxy.':
    'ネットワークモードが `bridge` と `host` の場合は、インスタンスのセキュリティグループを見ます。キャパシティープロバイダーの起動テンプレート、またはユーザーデータでクラスターに参加する起動テンプレートのものです。どこにも届かない宛先 (`127.0.0.1/32`、`255.255.255.255/32`) のルールは、何も許可していないものとして扱います。IPv6 だけのルールは警告です。エージェントは、ほかにアドレスがない場合にだけ IPv6 を使います。\n\nすべてのグループが分かるとは限らない場合、ほかのスタックがルールを追加できる場合、そのほかの宛先でポート 443 を含む可能性のあるルールがある場合、コンテナがプロキシを使う場合は報告しません。',
  'Security groups {0} block outbound HTTPS (port 443): the ECS Exec agent cannot reach Session Manager, and `execute-command` fails.':
    'セキュリティグループ {0} はポート 443 への送信トラフィックを許可していません。ECS Exec のエージェントが Session Manager に接続できず、`execute-command` は失敗します。',
  'Security group {0} blocks outbound HTTPS (port 443): the ECS Exec agent cannot reach Session Manager, and `execute-command` fails.':
    'セキュリティグループ {0} はポート 443 への送信トラフィックを許可していません。ECS Exec のエージェントが Session Manager に接続できず、`execute-command` は失敗します。',
  'Security groups {0} only allow outbound HTTPS (port 443) over IPv6: the ECS Exec agent uses IPv4 and may not reach Session Manager.':
    'セキュリティグループ {0} は、ポート 443 への送信トラフィックを IPv6 でしか許可していません。ECS Exec のエージェントは IPv4 を使うため、Session Manager に接続できない可能性があります。',
  'Security group {0} only allows outbound HTTPS (port 443) over IPv6: the ECS Exec agent uses IPv4 and may not reach Session Manager.':
    'セキュリティグループ {0} は、ポート 443 への送信トラフィックを IPv6 でしか許可していません。ECS Exec のエージェントは IPv4 を使うため、Session Manager に接続できない可能性があります。',
  '{0} uses it for its tasks': '{0} のタスクはこのグループの中で起動します',

  'whether its tasks may connect to port 443 is not known ({0})':
    'タスクがポート 443 に接続できるかどうかが分かりません ({0})',
  'a rule of `{0}` cannot be compared': '`{0}` に比較できないルールがあります',

  // what of a network is not seen
  'whether its tasks reach the endpoint for `{0}` is not known ({1})':
    'タスクが `{0}` のエンドポイントに到達できるかどうかが分かりません ({1})',
  'whether its VPC has an endpoint for `{0}` is not known ({1})':
    'VPC に `{0}` のエンドポイントがあるかどうかが分かりません ({1})',
  'whether its tasks have a route to AWS is not known ({0})':
    'タスクから AWS への経路があるかどうかが分かりません ({0})',
  'the types of the endpoints of its VPC are not known': 'VPC のエンドポイントの種類が分かりません',
  'which services its sessions need is not known ({0})': 'セッションに必要なサービスが分かりません ({0})',
  'the endpoint of its VPC for `{0}` is not known ({1})':
    '`{0}` に使う VPC のエンドポイントが分かりません ({1})',
  'the policy of endpoint `{0}` is not known ({1})': 'エンドポイント `{0}` のポリシーが分かりません ({1})',
  'whether `{0}` is IPv6-only is not known ({1})': '`{0}` が IPv6 だけかどうかが分かりません ({1})',
  'there are several': '複数あります',
  'the type of `{0}` is not known': '`{0}` の種類が分かりません',
  'its route tables are not all known': 'ルートテーブルの一部が分かりません',
  '`{0}` may have a name elsewhere': '`{0}` には別の名前が付いている可能性があります',
  '`{0}` has the default security group of its VPC':
    '`{0}` には VPC のデフォルトのセキュリティグループが付いています',

  // endpoint-unreachable
  'A VPC endpoint that sessions need has private DNS off, or does not allow the tasks in on port 443.':
    'セッションに必要なエンドポイントのプライベート DNS が無効か、ポート 443 でタスクからのトラフィックを許可していません。',
  'The endpoint exists, but the ECS Exec agent cannot reach it: sessions may fail, or not be recorded.':
    'エンドポイントがあり料金もかかっているのに、ECS Exec のエージェントが接続できません。セッションが失敗するか、記録されない可能性があります。',
  'Unsafe: with private DNS, everything in the VPC uses the endpoint. The fix enables it, and the DNS settings that the VPC needs for it; security groups stay as they are.':
    '要確認: プライベート DNS を有効にすると、VPC 内のすべてがこのエンドポイントを使います。プライベート DNS と、そのために VPC に必要な設定を有効にします。セキュリティグループは変更しません。',
  'Private DNS is not reported if something else gives the endpoint a name, or if the template shows another route. Security groups are not reported if not all of them are in the template, if other stacks may add rules to them, or if their rules cannot be compared with the tasks: prefix lists, IPv6, and ranges that are only known once deployed.\n\nIt is an error if sessions do not open without the service and there is no other route to it: with private DNS on, its name resolves to the endpoint, whatever other routes there are.':
    'ほかの方法でエンドポイントに名前が付いている場合や、ほかの経路がテンプレートにある場合、プライベート DNS については報告しません。すべてがテンプレートにあるとは限らないグループ、ほかのスタックがルールを追加できるグループ、ルールをタスクの場所と比較できないグループ (プレフィックスリスト、IPv6、デプロイするまで分からない範囲) についても報告しません。\n\nそのサービスがないとセッションを開始できず、ほかに経路もない場合はエラーです。プライベート DNS が有効な場合は、ほかの経路があっても、サービス名はこのエンドポイントを指します。',
  'the tasks of {0} run in its VPC': '{0} のタスクはこの VPC で動作します',
  'Endpoint `{0}` has private DNS off (`PrivateDnsEnabled`): the service name that the ECS Exec agent uses does not resolve to it.':
    'エンドポイント `{0}` のプライベート DNS (`PrivateDnsEnabled`) が無効です。ECS Exec のエージェントが使うサービス名では、このエンドポイントに到達できません。',
  'Enable private DNS': 'プライベート DNS を有効にする',
  'Endpoint `{0}` uses {1}, which do not allow the tasks in on port 443: the ECS Exec agent cannot reach it.':
    'エンドポイント `{0}` のセキュリティグループ {1} は、ポート 443 でタスクからのトラフィックを許可していません。ECS Exec のエージェントが接続できません。',
  'Endpoint `{0}` uses {1}, which does not allow the tasks in on port 443: the ECS Exec agent cannot reach it.':
    'エンドポイント `{0}` のセキュリティグループ {1} は、ポート 443 でタスクからのトラフィックを許可していません。ECS Exec のエージェントが接続できません。',
  '`{0}` uses this security group': '`{0}` のセキュリティグループです',

  // session-endpoint-missing
  'A VPC has interface endpoints, but none for a service that sessions need: `kms`, `logs` or `s3`.':
    'VPC にインターフェイスエンドポイントがありますが、セッションに必要なサービス (`kms`、`logs`、`s3`) のものがありません。',
  'The ECS Exec agent decrypts and records sessions itself, from inside the VPC. If it cannot reach a service, sessions do not open, or are not recorded.':
    'ECS Exec のエージェントは、VPC の中から自分でセッションの復号と記録を行います。到達できないサービスがあると、セッションを開始または記録できません。',
  'Unsafe: an endpoint is billed by the hour. For `kms` and `logs`, the fix copies the subnets and security groups of an existing interface endpoint, not its policy and tags. For `s3`, it adds a gateway endpoint if all route tables are known.':
    '要確認: エンドポイントには時間単位の料金がかかります。`kms` と `logs` では、既存のインターフェイスエンドポイントのサブネットとセキュリティグループを使います (ポリシーとタグは使いません)。`s3` では、すべてのルートテーブルが分かる場合にゲートウェイエンドポイントを追加します。',
  'What sessions need depends on the configuration of the cluster: a key, and a log group or bucket. Not reported if that is not known, if there is another route out of the VPC, or if an existing endpoint may be the missing one. It is an error if there is no other route and sessions do not open without the service: they are encrypted with a key, or require encrypted logs.':
    'セッションに必要なものは、クラスターの設定にあるキー、および記録先のロググループやバケットで決まります。それが分からない場合、VPC から出るほかの経路がある場合、既存のエンドポイントが該当する可能性がある場合は報告しません。ほかに経路がなく、そのサービスがないとセッションを開始できない場合はエラーです。セッションをキーで暗号化する場合と、記録先の暗号化を必須にしている場合です。',
  'sessions do not open': 'セッションの開始',
  'encrypted sessions do not open': '暗号化されたセッションの開始',
  'sessions do not reach their log group': 'ロググループへのセッションの記録',
  'sessions do not reach their bucket': 'バケットへのセッションの記録',
  'sessions that require encrypted logs do not open': '暗号化された記録先が必須のセッションの開始',
  'VPC `{0}` has interface endpoints, but none for {1}: without another route, {2}.':
    'VPC `{0}` にはインターフェイスエンドポイントがありますが、{1} のものがありません。ほかに経路がなければ、{2} ができません。',
  'VPC `{0}` has interface endpoints, but none for {1}, and there is no other route: {2}.':
    'VPC `{0}` にはインターフェイスエンドポイントがありますが、{1} のものがなく、ほかに経路もありません。{2} ができません。',
  'the tasks of {0} run in it': '{0} のタスクはこの中で動作します',
  '`{0}` is one of its endpoints': '`{0}` はこの VPC のエンドポイントの 1 つ',
  'Add an endpoint for {0}': '{0} のエンドポイントを追加する',

  // ssmmessages-endpoint-missing
  'A VPC has interface endpoints, but none for Session Manager (`ssmmessages`).':
    'VPC にインターフェイスエンドポイントがありますが、Session Manager (`ssmmessages`) のものがありません。',
  'The ECS Exec agent connects to Session Manager. From a VPC without another route it cannot, and every `execute-command` fails with TargetNotConnectedException.':
    'ECS Exec のエージェントは Session Manager に接続します。ほかに経路のない VPC からは接続できず、`execute-command` はすべて TargetNotConnectedException で失敗します。',
  'Unsafe: an endpoint is billed by the hour. The fix copies the subnets and security groups of an existing interface endpoint, not its policy and tags, and enables DNS support of the VPC if it is off.':
    '要確認: エンドポイントには時間単位の料金がかかります。既存のインターフェイスエンドポイントのサブネットとセキュリティグループを使います (ポリシーとタグは使いません)。VPC で名前解決が無効であれば有効にします。',
  'An error only if the template shows that there is no other route: VPC, subnets, route tables and endpoints are all known, no route leads out for tasks without public addresses, and the VPC is not exported. Resources that other given templates add to the VPC count. Not reported if the VPC of the tasks is not known, if a NAT gateway or, for tasks with public addresses, an internet gateway leads out, or if an existing endpoint may be the missing one.':
    'エラーになるのは、ほかに経路がないことがテンプレートから分かる場合だけです。VPC、サブネット、ルートテーブル、エンドポイントがすべて分かり、パブリックアドレスのないタスクが外に出るルートがなく、VPC がエクスポートされていない場合です。一緒に指定したほかのテンプレートが VPC に追加するものも、同じテンプレートにあるものとして扱います。タスクの VPC が分からない場合、NAT ゲートウェイ (パブリックアドレスのあるタスクではインターネットゲートウェイ) の経路がある場合、既存のエンドポイントが該当する可能性がある場合は報告しません。',
  'VPC `{0}` has interface endpoints, but none for `{1}`: {2}.':
    'VPC `{0}` にはインターフェイスエンドポイントがありますが、`{1}` のものがありません。{2}。',
  'Add an endpoint for Session Manager': 'Session Manager のエンドポイントを追加する',
  'every `execute-command` fails with TargetNotConnectedException':
    '`execute-command` はすべて TargetNotConnectedException で失敗します',
  'the tasks have no other route, so {0}': 'タスクにほかの経路がないため、{0}',
  '{0} unless there is another route: {1}': 'ほかに経路がない限り、{0} ({1})',

  // session-manager-unreachable
  'Tasks cannot reach Session Manager: there is no NAT gateway, public address or endpoint.':
    'タスクから Session Manager への経路がありません。NAT ゲートウェイも、パブリックアドレスも、エンドポイントもありません。',
  'The ECS Exec agent connects to Session Manager. Without a route, every `execute-command` fails with TargetNotConnectedException.':
    'ECS Exec のエージェントは Session Manager に接続します。経路がなければ、`execute-command` はすべて TargetNotConnectedException で失敗します。',
  'Unsafe: with a public address, tasks can be reached from the internet as far as their security groups allow it. The fix sets `AssignPublicIp` to `ENABLED` for tasks on Fargate whose subnets have a route to an internet gateway. Without such a route there is no fix, since it cannot choose between a NAT gateway and endpoints.':
    '要確認: パブリックアドレスがあると、セキュリティグループの許可する範囲で、インターネットからタスクに到達できます。サブネットからインターネットゲートウェイへの経路がある Fargate のタスクで、`AssignPublicIp` を `ENABLED` にします。外への経路がない場合は何も変更しません。NAT ゲートウェイとエンドポイントのどちらにするかは、修正では決められません。',
  'Only reported if VPC, subnets and route tables are all known, in this template or in others that are passed, and the VPC is not exported. Without `AssignPublicIp`, tasks have no public address. `ssmmessages-endpoint-missing` reports a VPC that has interface endpoints, but none for Session Manager.':
    'VPC、サブネット、ルートテーブルがすべて、このテンプレートか一緒に指定したテンプレートにあり、VPC がエクスポートされていない場合にだけ報告します。`AssignPublicIp` がなければ、タスクにパブリックアドレスは付きません。インターフェイスエンドポイントがあって Session Manager のものだけがない VPC は、`ssmmessages-endpoint-missing` が報告します。',
  'The tasks of {0} have no public address (`AssignPublicIp`), which `{1}` requires: the ECS Exec agent cannot reach Session Manager, and `execute-command` fails.':
    '{0} のタスクにはパブリックアドレスがなく (`AssignPublicIp`)、`{1}` の経路を使えません。ECS Exec のエージェントが Session Manager に接続できず、`execute-command` は失敗します。',
  '`{0}` is a route to an internet gateway': '`{0}` はインターネットゲートウェイへの経路です',
  'Give the tasks public addresses': 'タスクにパブリックアドレスを付ける',
  'The subnets of the tasks have no route out of VPC `{0}`, and it has no endpoint for Session Manager: every `execute-command` fails with TargetNotConnectedException.':
    'タスクのサブネットから VPC `{0}` の外への経路がなく、Session Manager のエンドポイントもありません。`execute-command` はすべて TargetNotConnectedException で失敗します。',

  // endpoint-policy-blocks-agent
  'The policy of a VPC endpoint blocks requests that sessions need.':
    'VPC エンドポイントのポリシーが、セッションに必要な操作を許可していません。',
  'Requests through an endpoint must be allowed by its policy as well as by the task role. Otherwise sessions do not open, or are not recorded.':
    'エンドポイントを通る操作は、タスクロールだけでなく、エンドポイントのポリシーでも許可されている必要があります。許可されていなければ、セッションを開始または記録できません。',
  'Checks the endpoints for `ssmmessages` and, if the configuration of the cluster needs them, for `kms`, `logs` and `s3`, provided that traffic to the service uses the endpoint: private DNS is on, or the gateway is in the route tables of the subnets. It is an error if no session opens, and a warning if sessions are not recorded, or if Session Manager actions are only allowed on some resources. Conditions are assumed to hold, and statements that may concern another role are skipped.':
    '`ssmmessages` のエンドポイントと、クラスターの設定に応じて `kms`、`logs`、`s3` のエンドポイントを見ます。サービス名がエンドポイントを指す場合 (プライベート DNS が有効か、ゲートウェイがサブネットのルートテーブルにある場合) が対象です。セッションを開始できない場合はエラー、記録されない場合や、Session Manager の操作が一部のリソースにだけ許可されている場合は警告です。条件は満たされるものとみなし、ほかのロールについての可能性があるステートメントは無視します。',
  'The policy of endpoint `{0}` does not allow {1}':
    'エンドポイント `{0}` のポリシーは {1} を許可していません',
  '{0} on all resources: sessions may not open.':
    '{0} (一部のリソースにだけ許可)。セッションを開始できない可能性があります。',
  '{0}: `execute-command` fails.': '{0}。`execute-command` は失敗します。',
  '{0}: sessions are not recorded.': '{0}。セッションは記録されません。',

  // ipv6-only-subnet
  'Tasks run in IPv6-only subnets.': 'タスクが IPv6 専用のサブネットで動作します。',
  'Whether ECS Exec works there depends on the agent: AWS lists IPv6-only networks as unsupported, but the ECS agent has used dual-stack endpoints there since version 1.103.0.':
    'ECS Exec が使えるかどうかは、エージェントによります。AWS は IPv6 専用のネットワークを非対応としていますが、ECS エージェントは 1.103.0 から、そこでデュアルスタックのエンドポイントを使います。',
  'Not reported for subnets that also have IPv4 addresses, or that are not known.':
    'IPv4 アドレスもあるサブネットと、分からないサブネットについては報告しません。',
  'Subnets {0} are IPv6-only. AWS lists ECS Exec there as unsupported (agent-toolkit-for-aws), but the ECS agent has used dual-stack endpoints since 1.103.0 (amazon-ecs-agent#4708): try it before you rely on it.':
    'サブネット {0} は IPv6 専用です。AWS は ECS Exec に非対応としていますが (agent-toolkit-for-aws)、ECS エージェントは 1.103.0 からデュアルスタックのエンドポイントを使います (amazon-ecs-agent#4708)。実際に試してから使ってください。',
  'Subnet {0} is IPv6-only. AWS lists ECS Exec there as unsupported (agent-toolkit-for-aws), but the ECS agent has used dual-stack endpoints since 1.103.0 (amazon-ecs-agent#4708): try it before you rely on it.':
    'サブネット {0} は IPv6 専用です。AWS は ECS Exec に非対応としていますが (agent-toolkit-for-aws)、ECS エージェントは 1.103.0 からデュアルスタックのエンドポイントを使います (amazon-ecs-agent#4708)。実際に試してから使ってください。',
};
