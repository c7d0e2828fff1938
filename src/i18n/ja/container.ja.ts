import type { Catalogue } from '../words.ts';

/** What containers, their images and their platform need. */
export const container: Catalogue = {
  // agent-credentials-overridden
  'A container overrides an environment variable that gives the ECS Exec agent its credentials.':
    'ECS が設定し、ECS Exec のエージェントが認証情報の取得に使う環境変数を、コンテナが上書きしています。',
  'The agent uses the environment of the container: without the credentials of the task role, it cannot open a session.':
    'エージェントはコンテナの環境変数を引き継ぎます。タスクロール以外の認証情報では、または認証情報がなければ、セッションを開始できません。',
  '{0} of `{1}` sets `{2}`, which ECS sets so that the ECS Exec agent finds its task and the credentials of the task role: sessions may fail.':
    '`{1}` の {0} は `{2}` を設定しています。これは ECS Exec のエージェントがタスクとタスクロールの認証情報を見つけるために ECS が設定する変数で、セッションが失敗する可能性があります。',

  // aws-keys-in-environment
  'A container has AWS access keys in its environment.':
    'コンテナの環境変数に AWS のアクセスキーがあります。',
  'Agents before version 3.1.1260.0 of April 2022 used these keys instead of the task role, and sessions failed. That concerns instances with an old AMI; anyone who opens a session can read the keys.':
    '2022 年 4 月のバージョン 3.1.1260.0 より前のエージェントは、タスクロールではなくこのキーを使い、セッションに失敗していました。古いイメージのインスタンスが該当します。また、セッションを開始した人は誰でもキーを読めます。',
  '{0} of `{1}` has `{2}` in its environment: agents from before April 2022 use it instead of the task role, and sessions fail.':
    '`{1}` の {0} は環境変数に `{2}` を持っています。2022 年 4 月より前のエージェントは、タスクロールではなくこのキーを使い、セッションが失敗します。',

  // exec-lost-on-restart
  'A container has a restart policy: after ECS has restarted it, no session can be opened in it.':
    'コンテナに再起動ポリシーがあります。ECS が一度再起動すると、そのコンテナではセッションを開始できなくなります。',
  'ECS does not restart the ECS Exec agent with the container, so `execute-command` fails with TargetNotConnectedException until the task is replaced.':
    'ECS はコンテナを再起動しても ECS Exec のエージェントを起動し直しません。タスクが置き換えられるまで、`execute-command` は TargetNotConnectedException で失敗します。',
  'A restart policy keeps a task running that would otherwise be replaced, which may be worth more than sessions. To open a session in a container that was restarted, stop its task: the replacement has ECS Exec again.':
    '再起動ポリシーは、本来なら置き換えられるタスクを動かし続けるもので、セッションより重要な場合もあります。再起動されたコンテナでセッションを開始するには、タスクを停止してください。代わりに起動するタスクでは、再び ECS Exec を使えます。',
  '{0} of `{1}` has a restart policy: after ECS has restarted it, `execute-command` into it fails until the task is replaced.':
    '`{1}` の {0} には再起動ポリシーがあります。ECS が一度再起動すると、タスクが置き換えられるまで、このコンテナへの `execute-command` は失敗します。',

  // image-lacks-shell-tools
  'An image is known to have no shell, or no `script` while sessions are recorded.':
    'シェルがないことが知られているイメージ、またはセッションを記録するのに `script` がないイメージです。',
  'Without a shell, no interactive session is possible. Without `script` (package util-linux), sessions work but are not recorded.':
    'シェルがなければ、セッションで実行できるものがありません。`script` (util-linux パッケージ) がなければ、セッションは使えますが記録が残りません。',
  'Only images known by name are reported: distroless, Chainguard without `-dev`, .NET chiseled, NATS, AWS Distro for OpenTelemetry, the CloudWatch agent, Amazon Corretto, and UBI 8. Images built on them have other names.':
    '名前で分かるイメージだけを報告します。distroless、`-dev` の付かない Chainguard、.NET の chiseled、NATS、AWS Distro for OpenTelemetry Collector、CloudWatch エージェント、Amazon Corretto、UBI 8 です。これらを基に作ったイメージは名前が違うため分かりません。',
  '{0} of `{1}`': '`{1}` の {0}',
  '{0} runs an image without a shell: `execute-command` can only run the programs in it.':
    '{0} のイメージにはシェルがありません。`execute-command` で実行できるのは、イメージ自身のプログラムだけです。',
  '{0} runs an image without `script`: sessions work, but are not recorded.':
    '{0} のイメージには `script` がありません。セッションは使えますが、記録されません。',

  // image-unsupported
  'An image is Windows Nano Server, which ECS Exec does not support.':
    'イメージが Windows Nano Server です。ECS Exec は Nano Server に対応していません。',
  'The ECS Exec agent does not run there, so every `execute-command` into the container fails.':
    'ECS Exec のエージェントが動作しないため、そのコンテナへの `execute-command` はすべて失敗します。',
  'Recognized by the image name: `nanoserver` as the repository or in the tag. Other images built on Nano Server are not recognized. Server Core is supported.':
    'リポジトリ名またはタグの `nanoserver` で判断します。Nano Server を基にしていても、名前に表れないイメージは検出できません。Server Core には対応しています。',
  '{0} of `{1}` runs Windows Nano Server, which ECS Exec does not support: every `execute-command` into it fails.':
    '`{1}` の {0} は、ECS Exec が対応していない Windows Nano Server で動作します。このコンテナへの `execute-command` はすべて失敗します。',

  // init-process-disabled
  'A container has no init process: `LinuxParameters.InitProcessEnabled` is not true.':
    'コンテナに init プロセスがありません (`LinuxParameters.InitProcessEnabled` が true ではありません)。',
  'Processes left behind by sessions are not reaped, and accumulate as zombies until the task stops.':
    'セッションが残したプロセスを回収するものがなく、タスクが停止するまでゾンビプロセスとして溜まります。',
  'Unsafe: images with their own init process, such as those built on s6-overlay, only start as process 1. Windows task definitions, which have no `LinuxParameters`, are left alone.':
    '要確認: s6-overlay を基にしたものなど、独自の init プロセスを持つイメージは、プロセス 1 としてでなければ起動しません。`LinuxParameters` がない Windows のタスク定義は変更しません。',
  '{0} of `{1}` has no init process (`InitProcessEnabled`): processes left behind by sessions become zombies.':
    '`{1}` の {0} には init プロセスがありません。`InitProcessEnabled` を有効にしないと、セッションが残したプロセスがゾンビとして残ります。',
  '{0} containers of `{1}` have no init process (`InitProcessEnabled`): processes left behind by sessions become zombies.':
    '`{1}` の {0} 個のコンテナには init プロセスがありません。`InitProcessEnabled` を有効にしないと、セッションが残したプロセスがゾンビとして残ります。',
  'Set `InitProcessEnabled` to true': '`InitProcessEnabled` を true に設定する',

  // mesh-drops-egress
  'An App Mesh proxy intercepts port 443, and its mesh drops unknown destinations.':
    'App Mesh のプロキシがポート 443 への通信を受け取り、メッシュは未知の宛先への通信を遮断します。',
  'The ECS Exec agent connects to Session Manager on port 443. With such a mesh, `execute-command` has been reported to fail with TargetNotConnectedException until the port was ignored.':
    'ECS Exec のエージェントはポート 443 で Session Manager に接続します。このようなメッシュを通れず、ポートを対象外にするまで `execute-command` が TargetNotConnectedException で失敗した例があります。',
  'Unsafe: the application also bypasses the mesh on port 443. The fix adds 443 to `EgressIgnoredPorts` if that is a literal, or absent.':
    '要確認: アプリケーションのポート 443 への通信もメッシュを通らなくなります。`EgressIgnoredPorts` が 1 つの文字列か、書かれていない場合に、443 を追加します。',
  'Sources differ: AWS says that a mesh always allows `*.amazonaws.com`, but users report that sessions failed anyway. Only reported if a container names the mesh (`APPMESH_RESOURCE_ARN`, `APPMESH_VIRTUAL_NODE_NAME`) and the template has it, and the proxy ignores neither port 443 nor root, the user that the agent runs as.':
    '情報源によって説明が異なります。AWS はメッシュが `*.amazonaws.com` への通信を常に通すとしていますが、それでもセッションが失敗したという報告があります。コンテナがメッシュを指定していて (`APPMESH_RESOURCE_ARN`、`APPMESH_VIRTUAL_NODE_NAME`)、そのメッシュがテンプレートにある場合にだけ報告します。プロキシがポート 443 や、エージェントの実行ユーザーである root を対象外にしている場合は報告しません。',
  'The App Mesh proxy of `{0}` intercepts port 443 (`EgressIgnoredPorts`), and mesh `{1}` drops unknown destinations (`DROP_ALL`): the ECS Exec agent may not reach Session Manager, although AWS says that `*.amazonaws.com` is allowed.':
    '`{0}` の App Mesh プロキシはポート 443 への通信を受け取り (`EgressIgnoredPorts`)、メッシュ `{1}` は未知の宛先への通信を遮断します (`DROP_ALL`)。AWS は `*.amazonaws.com` への通信は通るとしていますが、ECS Exec のエージェントが Session Manager に接続できない可能性があります。',
  '`{0}` is the mesh': '`{0}` がそのメッシュです',
  'Exempt port 443 from the proxy': 'ポート 443 をプロキシの対象外にする',
  mesh: 'メッシュ',

  // no-network-for-agent
  'A container has no network, so the ECS Exec agent cannot reach Session Manager.':
    'コンテナにネットワークがなく、ECS Exec のエージェントが Session Manager に接続できません。',
  'Every `execute-command` into the container fails with TargetNotConnectedException.':
    'このコンテナへの `execute-command` はすべて TargetNotConnectedException で失敗します。',
  'the ECS Exec agent cannot reach Session Manager, and every `execute-command` fails':
    'ECS Exec のエージェントが Session Manager に接続できず、`execute-command` はすべて失敗します',
  '{0} sets `NetworkMode: none`: {1}.': '{0} に `NetworkMode: none` が設定されています。{1}。',
  '{0} of `{1}` sets `DisableNetworking`: {2}.':
    '`{1}` の {0} に `DisableNetworking` が設定されています。{2}。',
  'Whether the containers of {0} have a network is not known: {1}.':
    '{0} のコンテナにネットワークがあるかどうかは判定できません。{1}。',

  // proxy-blocks-agent
  'A proxy is between the ECS Exec agent and its credentials.':
    'ECS Exec のエージェントと認証情報の間にプロキシがあります。',
  'The agent uses the proxy of its container. If 169.254.170.2 is not exempt, it gets no credentials, and `execute-command` fails with TargetNotConnectedException.':
    'エージェントはコンテナのプロキシを経由します。169.254.170.2 が除外されていないと認証情報を取得できず、`execute-command` は TargetNotConnectedException で失敗します。',
  'Unsafe: the application also bypasses the proxy. The fix extends literal lists, and leaves computed ones alone.':
    '要確認: アプリケーションもプロキシを経由しなくなります。1 つのテキストとして書かれたリストにのみ追加し、関数で組み立てられたものは変更しません。',
  'Variables from `EnvironmentFiles` are not visible: if there are any, a missing `NO_PROXY` is not reported. Credentials are requested over plain HTTP, so `HTTPS_PROXY` alone is not a problem.':
    '`EnvironmentFiles` の変数は見えないため、それがある場合は `NO_PROXY` がなくても報告しません。認証情報の取得には暗号化しない HTTP を使うため、`HTTPS_PROXY` だけなら問題になりません。',
  '{0} of `{1}` sets `{2}`, and `NO_PROXY` does not exempt 169.254.170.2: the ECS Exec agent may request its credentials from the proxy, and not get them.':
    '`{1}` の {0} は `{2}` を設定していますが、`NO_PROXY` で 169.254.170.2 が除外されていません。ECS Exec のエージェントが認証情報をプロキシに要求し、取得できない可能性があります。',
  'The App Mesh proxy of `{0}` does not exempt 169.254.170.2 (`EgressIgnoredIPs`): the ECS Exec agent may not get its credentials.':
    '`{0}` の App Mesh プロキシで 169.254.170.2 が除外されていません (`EgressIgnoredIPs`)。ECS Exec のエージェントが認証情報をプロキシに要求し、取得できない可能性があります。',
  'Exempt 169.254.170.2 from the proxy': '169.254.170.2 をプロキシの対象から除外する',

  // read-only-root-filesystem
  'A container has a read-only root file system, but the ECS Exec agent must write to it.':
    'コンテナのルートファイルシステムが読み取り専用ですが、ECS Exec のエージェントは書き込む必要があります。',
  'The agent cannot create its directories and does not start, so every `execute-command` into the container fails.':
    'エージェントはディレクトリを作成できず起動しないため、このコンテナへの `execute-command` はすべて失敗します。',
  'Unsafe: the read-only file system is probably deliberate, and audits may require it. The fix replaces a literal `true` with `false`. It does not add the two mounts that are reported to help, since AWS does not support them.':
    '要確認: 読み取り専用は意図した設定で、監査で求められている場合もあります。`true` と書かれている場所に `false` を書きます。有効と言われる 2 つのマウントは、AWS がサポートしていないため追加しません。',
  'Other tools require the opposite: Checkov (CKV_AWS_336), Security Hub (ECS.5) and AWS Config (ecs-containers-readonly-access). A container cannot satisfy both; suppress one of them, with `# checkov:skip=CKV_AWS_336:ECS Exec` or `# ecs-exec-lint: ignore[read-only-root-filesystem]`.\n\nWith writable mounts over `/var/lib/amazon/ssm` and `/var/log/amazon/ssm`, the agent has been seen to work: then this is a suggestion (severity info).':
    'ほかのツールは逆の設定を求めます。Checkov (CKV_AWS_336)、Security Hub (ECS.5)、AWS Config (ecs-containers-readonly-access) です。両方を満たすことはできないため、シェルが必要なコンテナではどちらかを抑制してください (`# checkov:skip=CKV_AWS_336:ECS Exec` と `# ecs-exec-lint: ignore[read-only-root-filesystem]`)。\n\n`/var/lib/amazon/ssm` と `/var/log/amazon/ssm` に書き込み可能なマウントがあればエージェントが動作した例があるため、その場合は情報として報告します。',
  'Whether the containers of {0} have a writable root file system is not known: {1}.':
    '{0} のコンテナのルートファイルシステムに書き込めるかどうかは判定できません。{1}。',
  'its mounts are not known': 'マウントの内容が分かりません',
  '{0} of `{1}` has a read-only root file system': '`{1}` の {0} はルートファイルシステムが読み取り専用です',
  '{0}: its mounts let the ECS Exec agent write, which AWS does not support.':
    '{0}。ECS Exec のエージェントが書き込めるマウントはありますが、AWS はこの構成をサポートしていません。',
  '{0}, so the ECS Exec agent cannot write to it: every `execute-command` into it fails.':
    '{0}。ECS Exec のエージェントが書き込めないため、`execute-command` はすべて失敗します。',
  'Make the root file system writable': 'ルートファイルシステムを書き込み可能にする',

  // shared-pid-namespace
  'The containers of a task share a PID namespace, and allow one session at a time.':
    'タスクのコンテナがプロセス ID を共有しており、同時に使えるセッションも 1 つです。',
  'There is one session per PID namespace: sessions can be opened in one container only.':
    'セッションは PID 名前空間ごとに 1 つです。セッションを開始できるのは 1 つのコンテナだけです。',
  '{0} sets `PidMode: {1}` for {2} containers: sessions can be opened in one of them only.':
    '{0} は {2} 個のコンテナに `PidMode: {1}` を設定しています。セッションを開始できるのは、そのうち 1 つだけです。',

  // fargate-platform-too-old
  'Tasks use a Fargate platform version without ECS Exec.':
    'ECS Exec に対応していない Fargate のプラットフォームバージョンでタスクを起動します。',
  'The deployment fails, or tasks start without the agent and every `execute-command` fails.':
    'デプロイが拒否されるか、タスクがエージェントなしで起動し、`execute-command` はすべて失敗します。',
  'Unsafe: another platform version is another runtime for the application. The fix sets the oldest version with ECS Exec, and only replaces a literal version.':
    '要確認: プラットフォームバージョンが変わると、アプリケーションの実行環境も変わります。ECS Exec に対応した最も古いバージョンを書きます。バージョンが直接書かれている場合に限ります。',
  'Whether the platform version of {0} has ECS Exec is not known: {1}.':
    '{0} のプラットフォームバージョンが ECS Exec に対応しているかどうかは判定できません。{1}。',
  'Fargate platform version {0}, set by {1}, has no ECS Exec: {2} needs {3} or later.':
    '{1} が指定する Fargate のプラットフォームバージョン {0} は ECS Exec に対応していません。{2} では {3} 以降が必要です。',
  'Use platform version {0}': 'プラットフォームバージョン {0} を指定する',
};
