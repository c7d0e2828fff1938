import type { Catalogue } from '../words.ts';

/** The help. */
export const help: Catalogue = {
  [`Usage: ecs-exec-lint [FILE|FOLDER|PATTERN|-]...

Finds, before the deploy, why \`aws ecs execute-command\` would not work or
would not be recorded, in CloudFormation templates. Without arguments it looks
for templates below the current folder; - is standard input.`]: `使い方: ecs-exec-lint [FILE|FOLDER|PATTERN|-]...

\`aws ecs execute-command\` が使えない原因や記録されない原因を、デプロイ前に
CloudFormation テンプレートから見つけます。引数がなければ、現在のフォルダの下に
あるテンプレートを探します。- は標準入力です。`,
  [`Exit codes:
  0  everything was checked, and nothing was found that counts (see --fail-on)
  1  everything was checked, and something was found
  2  the check did not happen, or not wholly: a wrong flag, no template,
     a file that cannot be read or parsed`]: `終了コード:
  0  すべてチェックし、対象となる問題は見つからなかった (--fail-on を参照)
  1  すべてチェックし、問題が見つかった
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

  'Mend templates in place, as far as that is safe': '安全な範囲でテンプレートを直接修正する',
  'Print what --fix would change as a patch, write nothing; the report goes to stderr':
    '--fix による変更をパッチとして表示し、何も書き込まない。レポートは標準エラー出力に出る',
  'With --fix or --diff: also fixes that may undo what somebody wanted':
    '--fix または --diff で、意図した設定を変える可能性がある要確認の修正も行う',
  'Also change templates that a tool such as the CDK writes, and would overwrite':
    'CDK などのツールが生成し、上書きするテンプレートも変更する',
  'Where fixes have sessions recorded: cloudwatch (the default), s3 or both':
    '修正で設定するセッションの記録先: cloudwatch (デフォルト)、s3、both',
  'Only these rules (repeat, or use commas)': 'これらのルールだけを使う (繰り返しまたはカンマ区切り)',
  'All rules but these (repeat, or use commas)': 'これらのルールを使わない (繰り返しまたはカンマ区切り)',
  'List the rules, one a line': 'ルールを 1 行に 1 つずつ表示する',
  'Say what a rule is about, and why': 'ルールの内容と理由を説明する',
  'Also show what templates and the configuration ask to ignore':
    'テンプレートや設定ファイルで抑制されたものも表示する',
  'Write into templates that what this rule finds is ignored from now on (repeat, or use commas)':
    'このルールの検出結果を今後は抑制するよう、テンプレートに書き込む (繰り返しまたはカンマ区切り)',
  'With --add-ignore: why, in one line': '--add-ignore の理由 (1 行)',
  'The value that a deployment gives a parameter (repeat)': 'デプロイ時のパラメータの値 (繰り返し可)',
  'The name of the stack that a template is deployed as (repeat)':
    'テンプレートをデプロイするスタックの名前 (繰り返し可)',
  'A JSON file of parameter values, as the AWS CLI and CodePipeline take them, or a plain map (repeat)':
    'パラメータの値の JSON ファイル。 AWS CLI や CodePipeline の形式、または 単純なマップ (繰り返し可)',
  'What to call the template given as -': '- で渡すテンプレートの名前',
  'Files not to look for, as in .gitignore (repeat); a file that is named is checked all the same':
    '探す対象から外すファイル。書き方は .gitignore と同じ (繰り返し可)。直接指定したファイルはチェックする',
  'Also look where .gitignore says not to': '.gitignore で除外された場所も探す',
  'List the templates that would be checked': 'チェックの対象になるテンプレートを表示する',
  'Exit with 0 when nothing matches, or what matches is no template':
    '一致するファイルがない、またはテンプレートでない場合も 0 で終了する',
  'The configuration, in place of the nearest .ecs-exec-lint.yml':
    '最も近い .ecs-exec-lint.yml の代わりに使う設定ファイル',
  'Read no configuration file': '設定ファイルを読み込まない',
  'Print the configuration that counts, flags included': 'オプションを含む、有効な設定を表示する',
  'Write a configuration file to start from': '設定ファイルのひな形を作成する',
  '{0} (the default), {1}, {2} (a picture); for machines {3}; repeat with =FILE for more reports':
    '{0} (デフォルト)、{1}、 {2} (図)。 機械向け: {3}。 =FILE を付けて繰り返すと、複数のレポートを書く',
  'With --format FORMAT=FILE: also replace files that are not earlier reports in that format':
    '--format FORMAT=FILE で、同じ形式の以前のレポートではないファイルも置き換える',
  'Also show advice, and what could not be decided': '情報と、判定できなかったものも表示する',
  'Count at the end what each rule found': 'ルールごとの検出数を最後に表示する',
  'Show errors only': 'エラーだけを表示する',
  'The language for people: en (the default) or ja; machines always get English':
    '表示の言語: en (デフォルト) または ja。 機械向けの形式は常に英語',
  'auto, always or never': 'auto、always、never のどれか',
  'The same as --color never': '--color never と同じ',
  'The least that makes the exit code 1: error (the default), warning or info':
    '終了コードを 1 にする最も低い重大度: error (デフォルト)、warning、info',
  'Exit with 1 when there are more warnings': '警告がこの数を超えたら 1 で終了する',
  'Exit with 0 whatever is found (never in place of 2)':
    '何が見つかっても 0 で終了する (2 の場合は 2 のまま)',
  'Speak the Language Server Protocol with an editor, on standard input and output':
    '標準入出力でエディタと Language Server Protocol で通信する',
  'With --lsp: the same; some editors add it': '--lsp と同じ (エディタによっては付ける)',
  'Show where in the program an internal error comes from': '内部エラーの発生箇所を表示する',
  'Show this': 'このヘルプを表示する',
  'Show the version': 'バージョンを表示する',

  // Formats
  'people: the lines in question, then how ready each service is':
    '人が読むため: 該当する行と、各サービスの準備状況',
  'editors and problem matchers: one line a finding': 'エディタと problem matcher: 検出結果を 1 行に 1 つ',
  'people: every check of every service, whether it passes, fails or cannot be decided, and why':
    '人が読むため: 各サービスのすべてのチェックの結果 (合格、不合格、判定不能) とその理由',
  'programs: [its schema](schema/report.schema.json)': 'プログラム: [スキーマ](schema/report.schema.json)',
  'code scanning': 'コードスキャン',
  'annotations of GitHub Actions': 'GitHub Actions の注釈',
  'code quality of GitLab': 'GitLab のコード品質レポート',
  'test reports: a case for each service and check': 'テストレポート: サービスとチェックの組ごとに 1 件',
  'pull requests and `$GITHUB_STEP_SUMMARY`': 'プルリクエストと `$GITHUB_STEP_SUMMARY`',
  'a picture of what sessions depend on, as [Mermaid](https://mermaid.js.org) text: from each service over its task definition, roles and policies, and over its cluster, to where sessions are recorded':
    'セッションに関わるものの図 ([Mermaid](https://mermaid.js.org) のテキスト): 各サービスから、タスク定義、ロール、ポリシーへ、またクラスターを経てセッションの記録先へ',
  reviewdog: 'reviewdog',
};
