import type { Catalogue } from '../words.ts';

/** What is said of what is deployed already. */
export const account: Catalogue = {
  'This file is empty.': 'このファイルは空です。',
  'This is not JSON: run the command with `--output json`.':
    'JSON ではありません。コマンドを `--output json` で実行してください。',
  'This is not the output of an AWS CLI command that --account supports.':
    '--account が対応する AWS CLI コマンドの出力ではありません。',
  'This is null.': 'ここが null になっています。',
  'This must be an object.': 'ここにはオブジェクトが必要です。',
  'This must be a list.': 'ここにはリストが必要です。',
  'This must be a string.': 'ここには文字列が必要です。',
  'This must be a number.': 'ここには数値が必要です。',
  'This must be true or false.': 'ここには true または false が必要です。',
  '`{0}` is missing.': '`{0}` がありません。',
  '`{0}` must be a string.': '`{0}` は文字列である必要があります。',
  '`{0}` must be true or false.': '`{0}` は true または false である必要があります。',
  '`{0}` must be an integer.': '`{0}` は整数である必要があります。',
  '`{0}` must be a list.': '`{0}` はリストである必要があります。',
  '`{0}` must be a list of strings.': '`{0}` は文字列のリストである必要があります。',
  '`TemplateBody` takes a template.': '`TemplateBody` はテンプレートである必要があります。',
  'This template cannot be read.': 'このテンプレートは読み取れません。',
  'This is not a policy document.': 'ポリシードキュメントではありません。',
  'This is not a policy statement.': 'ポリシーのステートメントではありません。',
  'This policy statement has no valid `{0}`.': 'このポリシーのステートメントには有効な `{0}` がありません。',
  'A deployed resource has no `{0}`.': 'デプロイ済みのリソースに `{0}` はありません。',
  'This is nested too deeply.': '入れ子が深すぎます。',
  'A key policy does not name its key: put the key id into the name of this file.':
    'キーポリシーにはどのキーのものかが書かれていません。このファイルの名前にキー ID を含めてください。',
  '{0}: there is no JSON file in this folder.': '{0}: このフォルダーに JSON ファイルがありません。',
  '{0}: it is larger than 32 MB.': '{0}: 32 MB を超えています。',
  '{0}: this file is more than {1} days old, so results based on it are likely, not certain.':
    '{0}: {1} 日より前のファイルのため、その内容は確実ではなく推定として扱います。',
  '{0}: this is one page of several; anything missing from it is unknown.':
    '{0}: 複数ページのうちの 1 ページです。含まれていないものは不明として扱います。',

  'the account data is from another AWS account than the one that the template names':
    'アカウントのデータがテンプレートの示す AWS アカウントのものではありません',
  'the account data is from another region than the one that the template names':
    'アカウントのデータがテンプレートの示すリージョンのものではありません',
  'the account data is too old': 'アカウントのデータが古すぎます',
  'the account data does not show its `{0}`': 'アカウントのデータからはその `{0}` が分かりません',
  'the account data may not list everything that is deployed':
    'アカウントのデータにデプロイ済みのすべてが含まれているとは限りません',
  'It would change a resource that none of these templates declares.':
    'これらのテンプレートのどれにも宣言されていないリソースを変更することになります。',

  'The flag --account-max-age takes a number of days, not `{0}`.':
    'フラグ --account-max-age には日数を指定します。`{0}` は指定できません。',
  'No undecided check depends on account data.':
    'アカウントのデータがあれば判定できるような未判定の項目はありません。',
  'Run these, then check again with `--account {0}`. If a check is still undecided, --account-commands prints what to run next.':
    'これらを実行してから `--account {0}` を付けて再度チェックしてください。まだ未判定の項目があれば、--account-commands が次に実行するコマンドを表示します。',
  'What is already deployed: JSON output of AWS CLI commands such as `aws ecs describe-clusters` (repeat)':
    'デプロイ済みの内容。`aws ecs describe-clusters` などの AWS CLI コマンドの JSON 出力 (繰り返し可)',
  'With --account: the age after which results of a file are likely, not certain (7 days by default)':
    '--account と併用: これより古いファイルの内容は確実ではなく推定として扱う (既定は 7 日)',
  'Print the read-only AWS CLI commands whose output would settle the undecided checks':
    'これらのテンプレートで未判定の項目を判定できる、読み取り専用の AWS CLI コマンドを表示する',
};
