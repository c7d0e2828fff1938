import type { Catalogue } from '../words.ts';

/** The help. */
export const help: Catalogue = {
  [`Usage: ecs-exec-lint [FILE|FOLDER|PATTERN|-]...

Checks CloudFormation templates, before you deploy, for what keeps
\`aws ecs execute-command\` from working or from being logged. Without
arguments it searches the current directory; - is standard input.`]: `使い方: ecs-exec-lint [FILE|FOLDER|PATTERN|-]...

\`aws ecs execute-command\` が使えない原因や記録されない原因を、デプロイ前に
CloudFormation テンプレートから見つけます。引数がなければ、カレントフォルダーの
下にあるテンプレートを探します。- は標準入力です。`,
  [`Exit codes:
  0  everything was checked, and there are no errors (see --fail-on)
  1  everything was checked, and something was found; with --diff, also if a
     fix would change a file. Undecided checks never fail
  2  the check could not run, or only in part: a wrong flag, no template,
     a file that cannot be read or parsed`]: `終了コード:
  0  すべてチェックし、エラーはなかった (--fail-on を参照)
  1  すべてチェックし、問題が見つかった。--diff では、修正による変更がある場合も
     1。判定不能だけで失敗することはない
  2  チェックできなかった、または一部しかできなかった (オプションの誤り、
     テンプレートがない、ファイルを読み取れない、解析できない)`,
  'Fixing:': '修正:',
  'Rules:': 'ルール:',
  'Ignoring:': '抑制:',
  'Input:': '入力:',
  'Configuration:': '設定:',
  'Output:': '出力:',
  'Failing:': '失敗の条件:',
  'Other:': 'その他:',
  'In editors:': 'エディタ:',

  'Apply safe fixes in place': '安全な修正をその場で行う',
  'Print what --fix would change as a patch and write nothing; the report goes to stderr':
    '--fix による変更をパッチとして表示し、何も書き込まない。レポートは標準エラー出力に出る',
  'With --fix or --diff: also apply fixes that may override a deliberate setting':
    '--fix または --diff で、意図した設定を変える可能性がある要確認の修正も行う',
  'Also fix generated templates (such as CDK output), which the generator will overwrite':
    'CDK などのツールが生成し、上書きするテンプレートも変更する',
  'Log destination that fixes set up: cloudwatch (the default), s3 or both':
    '修正で設定するセッションの記録先: cloudwatch (デフォルト)、s3、both',
  'Only these rules (repeat or separate with commas)':
    'これらのルールだけを使う (繰り返しまたはカンマ区切り)',
  'All rules except these (repeat or separate with commas)':
    'これらのルールを使わない (繰り返しまたはカンマ区切り)',
  'List the rules, one per line; with -f json as JSON':
    'ルールの一覧を 1 行に 1 つ表示する。-f json では JSON で',
  'Explain a rule, by its id, the beginning of it, or an error message that it is about':
    'ルールを説明する (ID、その先頭の部分、または関係するエラーメッセージで指定)',
  'Also show suppressed findings': 'テンプレートや設定ファイルで抑制されたものも表示する',
  'Suppress the current findings of this rule, or of all, by adding ignore comments (repeat or separate with commas)':
    'このルール (all ならすべてのルール) の検出結果を今後は抑制するよう、テンプレートに書き込む (繰り返しまたはカンマ区切り)',
  'Report only findings in the files listed here, one per line or separated by NUL (`git diff --name-only -z`)':
    'ここに書かれたファイルの検出結果だけを報告する (1 行に 1 つ、または `git diff --name-only -z` のような NUL 区切り)',
  'With --add-ignore: the reason, in one line': '--add-ignore の理由 (1 行)',
  'Parameter value used by the deployment (repeat)': 'デプロイ時のパラメータの値 (繰り返し可)',
  'Name of the stack that a template is deployed as (repeat)':
    'テンプレートをデプロイするスタックの名前 (繰り返し可)',
  'JSON file of parameter values, in the format of the AWS CLI or CodePipeline, or a plain map (repeat)':
    'パラメータの値の JSON ファイル。 AWS CLI や CodePipeline の形式、または 単純なマップ (繰り返し可)',
  'Print the least-privilege IAM policy for callers of `execute-command`, for one service or all, as a template':
    '`execute-command` を実行する側に必要な最小限の IAM ポリシーを、1 つまたはすべてのサービスについてテンプレートとして表示する',
  'With --caller-policy: a tag that clusters and tasks must have (repeat)':
    '--caller-policy と併用: クラスターとタスクに必要なタグ (繰り返し可)',
  'File name for the template on standard input': '- で渡すテンプレートの名前',
  'Files to exclude, as in .gitignore (repeat); files named explicitly are always checked':
    '探す対象から外すファイル。書き方は .gitignore と同じ (繰り返し可)。直接指定したファイルはチェックする',
  'Do not respect .gitignore': '.gitignore で除外された場所も探す',
  'List the templates that would be checked': 'チェックの対象になるテンプレートを表示する',
  'Exit with 0 if no template is found':
    '一致するファイルがない、またはテンプレートでない場合も 0 で終了する',
  'Configuration file to use instead of the nearest .ecs-exec-lint.yml':
    '最も近い .ecs-exec-lint.yml の代わりに使う設定ファイル',
  'Read no configuration file': '設定ファイルを読み込まない',
  'Print the effective configuration, including flags': 'オプションを含む、有効な設定を表示する',
  'Write a configuration file to start from': '設定ファイルのひな形を作成する',
  '{0} (the default), {1}, {2} (a diagram); for machines {3}; repeat with =FILE for more reports':
    '{0} (デフォルト)、{1}、 {2} (図)。 機械向け: {3}。 =FILE を付けて繰り返すと、複数のレポートを書く',
  'With --format FORMAT=FILE: also overwrite files that are not earlier reports in that format':
    '--format FORMAT=FILE で、同じ形式の以前のレポートではないファイルも置き換える',
  'Also show info findings and undecided checks': '情報と、判定できなかったものも表示する',
  'Print the number of findings per rule': 'ルールごとの検出数を最後に表示する',
  'Show errors only': 'エラーだけを表示する',
  'Language of output for people: en (the default) or ja; machine formats stay English':
    '表示の言語: en (デフォルト) または ja。 機械向けの形式は常に英語',
  'auto, always or never': 'auto、always、never のどれか',
  'The same as --color never': '--color never と同じ',
  'Print a script that completes flags and rules in bash, zsh or fish':
    'bash、zsh、fish でフラグとルールを補完するスクリプトを表示する',
  'Base URL of your published rule pages, which findings then link to (URL/RULE.html)':
    'サイトのルールページを公開している URL。検出結果のリンク先になる',
  'Minimum severity for exit code 1: error (the default), warning or info':
    '終了コードを 1 にする最も低い重大度: error (デフォルト)、warning、info',
  'Exit with 1 if there are more warnings than this': '警告がこの数を超えたら 1 で終了する',
  'Exit with 0 whatever is found (except for exit code 2)':
    '何が見つかっても 0 で終了する (2 の場合は 2 のまま)',
  'Start the language server on standard input and output':
    '標準入出力でエディタと Language Server Protocol で通信する',
  'With --lsp: the same; the flag that editors pass': '--lsp と一緒に: 同じ (エディタによっては付ける)',
  'With --lsp: talk over the channel of Node.js': '--lsp と一緒に: Node.js の IPC で通信する',
  'With --lsp: talk over this local port': '--lsp と一緒に: このポートで通信する',
  'With --lsp: talk over this pipe or Unix socket':
    '--lsp と一緒に: このパイプまたは Unix ソケットで通信する',
  'With --lsp: the process of the editor, with which the server ends':
    '--lsp と一緒に: エディタのプロセス。終了するとサーバーも終了する',
  'Show the stack trace of an internal error': '内部エラーの発生箇所を表示する',
  'Show this help': 'このヘルプを表示する',
  'Show the version': 'バージョンを表示する',

  // Formats
  'people: the lines in question, then the readiness of each service':
    '人が読むため: 該当する行と、各サービスの準備状況',
  'editors and problem matchers: one line per finding': 'エディタと problem matcher: 検出結果を 1 行に 1 つ',
  'people: every check of every service, with its result and why':
    '人が読むため: 各サービスのすべてのチェックの結果 (合格、不合格、判定不能) とその理由',
  'programs: [its schema](schema/report.schema.json)': 'プログラム: [スキーマ](schema/report.schema.json)',
  'code scanning': 'コードスキャン',
  'GitHub Actions annotations': 'GitHub Actions の注釈',
  'GitLab code quality': 'GitLab のコード品質レポート',
  'test reports: one test case per service and check': 'テストレポート: サービスとチェックの組ごとに 1 件',
  'pull requests and `$GITHUB_STEP_SUMMARY`': 'プルリクエストと `$GITHUB_STEP_SUMMARY`',
  'a diagram of what sessions depend on, as [Mermaid](https://mermaid.js.org) text: from each service through its task definition, roles and cluster to the log destination':
    'セッションに関わるものの図 ([Mermaid](https://mermaid.js.org) のテキスト): 各サービスから、タスク定義、ロール、ポリシーへ、またクラスターを経てセッションの記録先へ',
  reviewdog: 'reviewdog',
};
