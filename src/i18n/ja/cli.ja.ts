import type { Catalogue } from '../words.ts';

/** What the command line says about a run and what it was asked for. */
export const cli: Catalogue = {
  // Flags
  'Run `ecs-exec-lint --help` for usage.': '使い方は `ecs-exec-lint --help` で確認できます。',
  'There is no flag {0}.': 'オプション {0} はありません。',
  'Did you mean --{0}?': '--{0} のことですか?',
  'The flag --{0} takes no value.': 'オプション --{0} に値は指定できません。',
  'The flag --{0} needs a value.': 'オプション --{0} には値が必要です。',
  'The flag --{0} takes {1}, not `{2}`.':
    'オプション --{0} の値は {1} のどれかです。`{2}` は指定できません。',
  'The flag --max-warnings takes a number, not `{0}`.':
    'オプション --max-warnings の値は数値です。`{0}` は指定できません。',
  'Use either --config or --no-config, not both.': '--config と --no-config は同時に指定できません。',
  'Use either --fix or --add-ignore, not both.': '--fix と --add-ignore は同時に指定できません。',
  'Use either --fix or --diff, not both.': '--fix と、何も書き込まない --diff は同時に指定できません。',
  'The flag --unsafe-fixes requires --fix or --diff.':
    'オプション --unsafe-fixes は --fix または --diff と一緒に指定します。',
  'The flag --fix-generated requires --fix or --diff.':
    'オプション --fix-generated は --fix または --diff と一緒に指定します。',
  'With --fix and --add-ignore, `-` must be the only input, since standard output can only hold one template.':
    '--fix と --add-ignore では、`-` はほかのファイルと一緒に指定できません。標準出力に書けるテンプレートは 1 つだけです。',
  '--add-ignore: `{0}` has no findings to suppress here.':
    '--add-ignore: ここには抑制する `{0}` の検出結果がありません。',
  'The flag --reason requires --add-ignore.': 'オプション --reason は --add-ignore と一緒に指定します。',
  'The flag --add-ignore names no rule.': 'オプション --add-ignore にルールの指定がありません。',
  'The flag --add-ignore requires a reason.': '抑制には、読む人のために理由が必要です。',
  'Add --reason TEXT.': '--reason TEXT を追加してください。',
  'The reason must be one line of text.': '理由は 1 行のテキストで指定してください。',
  'The flag --add-ignore cannot be combined with --no-ignores.':
    '--no-ignores を指定すると、抑制は効きません。',

  'The flag --{0} cannot be combined with --lsp.': 'オプション --{0} は --lsp と一緒に指定できません。',
  'With --lsp, the editor chooses the files, so `{0}` cannot be given.':
    '--lsp ではチェックの対象をエディタが指定するため、`{0}` は指定できません。',
  '{0}: the patterns take too long to match.': '{0}: パターンの照合に時間がかかりすぎます。',
  'Use fewer `**` in a pattern.': '`**` の少ないパターンであれば短くなります。',

  // Rules and formats
  'There is no rule `{0}`.': 'ルール `{0}` はありません。',
  'Did you mean `{0}`?': '`{0}` のことですか?',
  'Run `ecs-exec-lint --list-rules` to list all rules.':
    'すべてのルールは `ecs-exec-lint --list-rules` で確認できます。',
  'safe fix': '安全な修正',
  'unsafe fix': '要確認の修正',
  'no fix': '修正なし',
  '`--fix` fixes it where that is safe.': '`--fix` で、安全な場合に修正します。',
  '`--fix --unsafe-fixes` fixes it.': '`--fix --unsafe-fixes` で修正します。',
  'There is no automatic fix.': '自動修正はありません。',
  'Why it matters': '影響',
  Fix: '修正',
  Notes: '補足',
  Sources: '資料',
  'Only one report can go to standard output.': '標準出力に書ける --format は 1 つだけです。',
  'Write the others as FORMAT=FILE.': 'ほかは FORMAT=FILE の形で指定してください。',
  'Two reports cannot be written to the same file, {0}.':
    '2 つのレポートを 1 つのファイル {0} に書くことはできません。',
  'In --format {0} the file is missing.': '--format {0} にファイルの指定がありません。',
  'It is one of {0}.': '使える形式: {0}。',
  'Did you mean {0}?': '{0} のことですか?',
  'There is no format `{0}`.': '形式 `{0}` はありません。',

  // Files
  'file not found': 'そのようなファイルはありません',
  'permission denied': 'アクセスする権限がありません',
  'too many levels of symbolic links': 'シンボリックリンクが循環しています',
  'the file system is read-only': 'ディスクが読み取り専用です',
  'no space left on the disk': 'ディスクの空き容量がありません',
  'it would be too large': 'ファイルが大きくなりすぎます',
  'it is a directory': 'フォルダーです',
  'the file name is too long': '名前が長すぎます',
  'it is read-only': '読み取り専用です',
  'it was changed by another program in the meantime': '処理中にほかから変更されました',
  'it is not a regular file': '通常のファイルではありません',
  '{0}; use `-` for a pipe.': '{0}。パイプからの入力は `-` で指定します。',
  'too many files are open': '開いているファイルが多すぎます',
  'it is larger than 2 MB': '2 MB を超えています',
  'it is larger than 2 MB, and CloudFormation accepts templates up to 1 MB.':
    '2 MB を超えています。CloudFormation のテンプレートは 1 MB までです。',
  'it is empty.': '空です。',
  'it is UTF-16, and CloudFormation reads UTF-8.': 'UTF-16 です。CloudFormation が読み取るのは UTF-8 です。',
  'it is a binary file, or UTF-16.': 'バイナリファイルか UTF-16 です。',
  'it is not UTF-8.': 'UTF-8 ではありません。',
  'No file matches `{0}`.': '`{0}` に一致するファイルがありません。',
  'the current directory': 'カレントフォルダー',
  'No CloudFormation templates found in {0}.': '{0} の下にテンプレートがありません。',
  '{0}: skipped because it is not a CloudFormation template: no resource in it has a `Type`.':
    '{0}: CloudFormation テンプレートではないためスキップしました (`Type` のあるリソースがありません)。',
  '{0}: the patch contains an AWS key: it is on a changed line or next to one.':
    '{0}: 変更する行またはその隣の行に AWS のキーがあるため、パッチにそのキーが含まれます。',
  'The printed patch cannot be applied: commands in it that this CI would run are escaped. Write the patch to a file instead.':
    '表示したパッチは適用できません。この CI が実行してしまうコマンドをエスケープしているためです。パッチはファイルに書き出してください。',
  'left out: {0}': '対象外: {0}',
  '`exec: {0}` in {1}': '{1} の `exec: {0}`',
  'a fix changes {0} too, and there {1}': '同じ修正で変更する {0} に書き込めないためです ({1})',
  '{0}: part of a fix was written and could not be undone: {1}.':
    '{0}: 修正の一部を書き込みましたが、元に戻せませんでした。{1}。',
  '{0}: nothing was written: {1}.': '{0}: 何も書き込みませんでした。{1}。',
  '{0}: nothing was written. {1} Please report this, with the template.':
    '{0}: 何も書き込みませんでした。{1}テンプレートを添えてご報告ください。',
  'Nothing was written: {0}.': '何も書き込みませんでした: {0}。',
  '{0}: no report was written: {1}.': '{0}: レポートを書き込みませんでした。{1}。',
  'it is a link to another file': '別のファイルへのリンクです',
  '{0} is not a folder': '{0} はフォルダーではありません',
  'it is not an earlier {0} report (--overwrite replaces it)':
    '以前の {0} 形式のレポートではありません (置き換えるには --overwrite)',
  'it is one of the files being checked': 'チェックの対象となるファイルです',
  'it is the configuration': '使用中の設定ファイルです',
  'it is a parameter file': '使用中のパラメータファイルです',
  'standard output or standard error is redirected to it': '標準出力または標準エラー出力の出力先です',
  '{0}: not checked because it would take too long; no real template does.':
    '{0}: 時間がかかりすぎるため、チェックしませんでした。実際のテンプレートでは起こりません。',
  'the disk reported an I/O error': 'ディスクに障害があります',
  'The current directory no longer exists.': 'カレントフォルダーがなくなりました。',
  'The output cannot be written: {0}.': '出力を書き込めません: {0}。',
  'There are {0} warnings, and --max-warnings allows {1}.':
    '警告が {0} 件あり、--max-warnings の上限 {1} 件を超えています。',

  // Parameters
  'The parameter `{0}` has no value.': 'パラメータ `{0}` の値がありません。',
  'Write it as NAME=VALUE.': 'NAME=VALUE の形で指定してください。',
  '{0}: this is not a list or map of parameter values.':
    '{0}: パラメータの値のリストでもマップでもありません。',
  'Expected `[{"ParameterKey": "Name", "ParameterValue": "value"}]`, `{"Parameters": {"Name": "value"}}` or `{"Name": "value"}`.':
    '`[{"ParameterKey": "Name", "ParameterValue": "value"}]`、`{"Parameters": {"Name": "value"}}`、`{"Name": "value"}` のどれかの形で書きます。',
  '{0}: an item of the list has no `ParameterKey`.': '{0}: リストの項目に `ParameterKey` がありません。',
  '{0}: the value of `{1}` is not text.': '{0}: `{1}` の値がテキストではありません。',

  // Configuration
  'There are two configuration files: {0} and {1}.': '設定ファイルが 2 つあります: {0} と {1}。',
  'Keep one, or choose one with --config.': '1 つだけにするか、--config で指定してください。',
  'There is already a configuration: {0}.': '設定ファイルがすでにあります: {0}。',
  'there is no configuration file.': '設定ファイルはありません。',
  'the configuration is {0}.': '設定ファイルは {0} です。',
  'this configuration names report files, so it only works with --config.':
    '表示した設定はレポートのファイルを指定しているため、--config で指定した場合にだけ使えます。',
  '{0}: ignored because this configuration belongs to another user; use --config to apply it.':
    '{0}: ほかのユーザーが所有する設定ファイルなので、使用しません。使用するには --config で指定してください。',
  'wrote {0}.': '{0} を作成しました。',
  '{0}: this is a link to a file elsewhere.': '{0}: ほかの場所へのリンクです。',
  'Name the file that it leads to with --config.': 'リンク先を --config で指定してください。',
  '{0}: The setting `format` of a discovered configuration cannot name a file: `{1}`.':
    '{0}: 自動的に見つかった設定ファイルの `format` では、ファイルを指定できません (`{1}`)。',
  'Use --format {0}, or pass the configuration with --config.':
    '--format {0} を使うか、設定ファイルを --config で指定してください。',
  '{0}: there is no `{1}` in it.': '{0}: `{1}` がありません。',
  'A configuration': '設定',
  setting: '設定',
  parameter: 'パラメータ',
  'The {0} `{1}`': '{0} `{1}`',
  '{0}, item {1},': '{0} の {1} 番目の項目',
  '{0} takes a list.': '{0} にはリストを指定してください。',
  '{0} takes a map.': '{0} にはマップを指定してください。',
  '{0} takes a text.': '{0} にはテキストを指定してください。',
  '{0} takes a text, a number, true or false.':
    '{0} にはテキスト、数値、true、false のどれかを指定してください。',
  '{0} lacks `{1}`.': '{0} に `{1}` がありません。',
  'There is no {0} `{1}`: {2}': '{0} `{1}` はありません。{2}',
  '{0} cannot be {1}: it takes a number from 0.':
    '{0} に {1} は指定できません。0 以上の整数を指定してください。',
  '{0} cannot be {1}: it is {2}.': '{0} に {1} は指定できません。{2}を指定してください。',
  '{0} cannot be {1}: {2}': '{0} に {1} は指定できません。{2}',
  'a map': 'マップ',
  'a list': 'リスト',
  empty: '空の値',
  'did you mean `{0}`?': '`{0}` のことですか?',
  'there are too many to list here.': '使えるものが多いため、ここには列挙しません。',
  'it takes {0}.': '使えるもの: {0}。',
  'one of {0}; in a file given with --config also FORMAT=FILE':
    '{0} のどれか (--config で指定するファイルでは FORMAT=FILE も可)',
  'schema/config.schema.json in the package lists every setting.':
    '書ける内容はすべて、パッケージの schema/config.schema.json にあります。',

  '--add-ignore: there are no findings to suppress here.':
    '--add-ignore: ここには抑制する検出結果がありません。',

  // Listed files
  'The list of --files-from is larger than 2 MB.': '--files-from の一覧が 2 MB を超えています。',
  'The flag --{0} cannot be combined with --files-from.':
    'フラグ --{0} は --files-from と同時に指定できません。',
  'Standard input is either the list of --files-from or a template.':
    '標準入力から読めるのは、--files-from の一覧とテンプレートのどちらか一方です。',

  // Caller policy
  'The flag --{0} cannot be combined with flags that change files.':
    'フラグ --{0} は、ファイルを変更するフラグと同時に指定できません。',
  'The flag --caller-tag requires --caller-policy.': 'フラグ --caller-tag には --caller-policy が必要です。',
  'The tag `{0}` has no value.': 'タグ `{0}` に値がありません。',
  'Write it as KEY=VALUE.': 'KEY=VALUE の形で指定してください。',
  'There is no service `{0}` in these templates.': 'これらのテンプレートにサービス `{0}` はありません。',
  'There is no service in these templates.': 'これらのテンプレートにサービスはありません。',

  // Names of stacks
  template: 'テンプレート',
  'The flag --stack-name takes NAME or FILE=NAME, not `{0}`.':
    'フラグ --stack-name には NAME または FILE=NAME を指定します。`{0}` は指定できません。',
  'A stack name consists of letters, digits and hyphens, and begins with a letter.':
    'スタック名は英字で始まり、英数字とハイフンだけを含みます。',
  '--stack-name {0} applies to a single template, but {1} were given.':
    '--stack-name {0} はテンプレートが 1 つのときに使います。対象は {1} 個あります。',
  'Use --stack-name FILE=NAME for each of several.':
    '複数の場合は、それぞれ --stack-name FILE=NAME と指定します。',
  'The flag --stack-name names `{0}`, which is not one of the checked files.':
    'フラグ --stack-name が指す `{0}` はチェックの対象ではありません。',
  'With --lsp, --stack-name takes FILE=NAME.': '--lsp では --stack-name に FILE=NAME を指定します。',
  'The flag --list-rules takes no format but json.':
    'フラグ --list-rules と一緒に指定できる形式は json だけです。',
  'Reading templates: {0} of {1}': 'テンプレートを読み込み中: {0} / {1}',
  'Checking templates: {0} of {1}': 'テンプレートをチェック中: {0} / {1}',
  'Fixing templates: {0} of {1} checked': 'テンプレートを修正中: {0} / {1} をチェック済み',
  'The flag --rule-pages takes an address such as https://example.com/rules, not `{0}`.':
    'フラグ --rule-pages には https://example.com/rules のような URL を指定します。`{0}` は指定できません。',
  'the address that the rule pages of the site are published below, such as https://example.com/rules':
    'サイトのルールページを公開している URL (例: https://example.com/rules)',
  'a name of letters, digits and hyphens that begins with a letter':
    '英字で始まり、英数字とハイフンだけを含む名前',

  // Faults of its own
  'internal error: {0}': '内部エラー: {0}',
  'This is a bug in ecs-exec-lint. Please report it, with the template and the output of --debug.':
    'ecs-exec-lint の不具合です。テンプレートと、--debug を付けて表示される内容を添えてご報告ください。',
};
