import type { Catalogue } from '../words.ts';

/** What is wrong with a template as a text, whatever it is about. */
export const template: Catalogue = {
  // dangling-reference
  'A `Ref` or `Fn::GetAtt` that ECS Exec depends on does not resolve.':
    'ECS Exec に関わる `Ref` または `Fn::GetAtt` の参照先がありません。',
  'CloudFormation rejects the template: nothing in it has that name, the resource has no such attribute, or its `Condition` excludes it.':
    'その名前のものがテンプレートにないか、リソースにその属性がないか、`Condition` によりリソースが作成されないため、CloudFormation はテンプレートを拒否します。',
  'The reference to `{0}` does not resolve, and CloudFormation rejects it: {1}.':
    '`{0}` の参照先がなく、CloudFormation に拒否されます。{1}。',
  '`{0}` is only created if the condition `{1}` holds':
    '`{0}` が作成されるのは条件 `{1}` を満たす場合だけです',
  'sessions on {0} depend on it': '{0} のセッションに必要です',
  'the template has no `{0}`': '`{0}` という名前のものがテンプレートにありません',
  '`{0}` is a parameter, and parameters have no attributes':
    '`{0}` はパラメータで、パラメータに属性はありません',
  'its `Fn::GetAtt` has no attribute': '`Fn::GetAtt` に属性の指定がありません',
  'Complete the reference to `{0}`': '`{0}` への参照を補う',
  'Safe: an `Fn::GetAtt` without an attribute gets `Arn`, or the one attribute that is an ARN, if an ARN is expected, and becomes a `Ref` if a name is expected. There is no fix inside other functions, for unknown types, or for names that do not exist.':
    '安全: 属性のない `Fn::GetAtt` は、ARN が必要な場所では `Arn` (または ARN を返すただ 1 つの属性) を補い、名前が必要な場所では `Ref` にします。別の関数の一部である場合や型が分からない場合、また、その名前のものが存在しない場合は修正できません。',
  '`{0}` ({1}) has no attribute `{2}`': '`{0}` ({1}) に属性 `{2}` はありません',

  // foreach-without-transform
  'A template uses `Fn::ForEach` without its transform.':
    'テンプレートに `Fn::ForEach` があり、それに必要な変換がありません。',
  'CloudFormation only supports `Fn::ForEach`, `Fn::Length` and `Fn::ToJsonString` with `Transform: AWS::LanguageExtensions`, and rejects the template without it.':
    'CloudFormation が `Fn::ForEach`、`Fn::Length`、`Fn::ToJsonString` を処理するのは `Transform: AWS::LanguageExtensions` がある場合だけで、ないテンプレートは拒否されます。',
  'Safe: without the transform, the template cannot be deployed. It is added before other transforms, since CloudFormation requires it before that of SAM. Deploying it requires CAPABILITY_AUTO_EXPAND.':
    '安全: 変換がなければテンプレートをデプロイできません。CloudFormation は SAM の変換より前に置くことを求めるため、ほかの変換の前に追加します。デプロイには CAPABILITY_AUTO_EXPAND が必要です。',
  'Not reported in templates with a custom macro, which may support the function.':
    '独自のマクロを使うテンプレートでは、マクロがその関数を処理する可能性があるため、何も指摘しません。',
  'CloudFormation only supports `{0}` with `Transform: AWS::LanguageExtensions`, which this template does not have: the deployment fails.':
    'CloudFormation が `{0}` を処理するのは `Transform: AWS::LanguageExtensions` がある場合だけですが、このテンプレートにはなく、デプロイが拒否されます。',
  'Add `Transform: AWS::LanguageExtensions` (deploying it needs CAPABILITY_AUTO_EXPAND)':
    '`Transform: AWS::LanguageExtensions` を追加する (デプロイには CAPABILITY_AUTO_EXPAND が必要)',

  // full-width-space
  'Each full-width space becomes a regular space, and nothing else changes. This only applies to spaces directly before `#`, at the end of a line, next to the `:` or `-` of a block, and in an indentation that makes the template unreadable, on lines that are otherwise ASCII. Japanese prose, quoted strings, block scalars and comments are left alone.':
    '全角スペースを半角スペースに変え、ほかは変えません。対象は、それ以外が ASCII の行で、`#` の直前、行末、ブロックの `:` や `-` の隣にあるものと、テンプレートを読み取れなくしているインデントの中のものだけです。日本語の文章、引用符で囲まれたテキスト、ブロックテキスト、コメントの中のものは残します。',
  '`irregular-whitespace` reports no-break spaces (U+00A0) and tabs.':
    'ノーブレークスペース (U+00A0) とタブは `irregular-whitespace` が指摘します。',
  'it is read as the last character of the value': '値の最後の文字として読まれます',
  'There is a full-width space (U+3000) where YAML requires a space.':
    'YAML で半角スペースが必要な場所に、全角スペース (U+3000) があります。',
  'YAML does not treat it as whitespace: a comment becomes part of the value before it, a key is no longer a key. Most editors do not show it.':
    'YAML は全角スペースを文字として扱うため、コメントが直前の値の一部になったり、キーがキーでなくなったりします。ほとんどのエディタでは見分けられません。',
  '{0} there is a full-width space (U+3000), which YAML does not treat as whitespace: {1}.':
    '{0} に全角スペース (U+3000) があります。YAML では空白とみなされず、{1}。',
  'Replace it with a space': '半角スペースに置き換える',
  'After `{0}`': '`{0}` の後',
  'Before the comment': 'コメントの前',
  Here: 'ここ',
  'the comment is read as part of the value': 'コメントが値の一部として読まれます',
  'it is read as part of the text around it': '前後のテキストの文字として読まれます',

  // null-value
  'A property or list item that ECS Exec depends on is empty.':
    'ECS Exec に関わるプロパティ、またはリストの項目が空のままです。',
  'CloudFormation rejects the template: "\'null\' values are not allowed in templates". The intended value, such as the role of a policy, is missing.':
    'CloudFormation はテンプレートを "\'null\' values are not allowed in templates" で拒否します。ポリシーのロールなど、記入すべき値がありません。',
  'To omit a property, delete its line, or set it to `!Ref AWS::NoValue`. Empty strings are reported where a policy names its roles: a name has at least one character.':
    'プロパティを省くには、その行を削除するか、`!Ref AWS::NoValue` を設定してください。空文字列は、ポリシーがロールを名前で指定している箇所で報告します。名前は 1 文字以上である必要があります。',
  'An item of `{0}`': '`{0}` の項目',
  'A policy with session permissions and empty `Roles` is attached to the only task role of the template, under another name if the role already has a policy of that name. An optional property is removed, and its comment stays on its own line. Both are safe if nothing else can be meant. Attaching a policy is unsafe if it allows more than sessions need, or if another role may be meant; removing a property is unsafe if the template has a resource that it may be meant to name, such as a key for `KmsKeyId`. There is no fix if the template has several task roles, or for properties that are required (`Image`) or decide how tasks run (`LaunchType`). `log-destination-missing` fixes the log group and bucket of a cluster that records sessions nowhere else.':
    'セッションに必要な権限を持つポリシーの `Roles` が空の場合は、テンプレートで唯一のタスクロールにアタッチします。ロールに同名のポリシーがすでにあれば、別の名前を付けます。CloudFormation で省略できるプロパティは取り除き、そのコメントは独立した行に残します。ほかの意味に取れない場合、どちらも安全な修正です。セッションに必要な範囲を超える権限を許可しているポリシーや、テンプレート内の別のロールを指しているかもしれないポリシーをアタッチする修正は安全ではありません。`KmsKeyId` に対するキーのように、プロパティで指定するつもりだったかもしれないリソースがテンプレートにある場合、そのプロパティを取り除く修正も安全ではありません。タスクロールが複数ある場合、CloudFormation で必須のもの (`Image`)、タスクの実行方法を決めるもの (`LaunchType`) は修正しません。セッションをほかに記録していないクラスターのロググループとバケットは `log-destination-missing` が修正します。',
  'Attach `{0}` to the task role `{1}`': '`{0}` をタスクロール `{1}` にアタッチする',
  'Attach `{0}` to the task role `{1}`, under a different name':
    '`{0}` を固有の名前でタスクロール `{1}` にアタッチする',
  'Use the existing log group or bucket for sessions':
    'セッション用に用意されているロググループまたはバケットを指定する',
  'Remove {0}': '{0} を取り除く',
  'Remove the empty item': '空の項目を取り除く',
  'the empty item': '空の項目',
  '{0} in `{1}` is empty, which is the name of no role: the deploy is rejected.':
    '`{1}` の {0} が空文字列です。空のロール名はないため、デプロイは拒否されます。',
  '{0} in `{1}` is empty: CloudFormation rejects the template because null values are not allowed.':
    '`{1}` の {0} が空のままです。null 値は許可されないため、CloudFormation はテンプレートを拒否します。',

  // parse-error
  'A tab in the indentation makes the template unreadable.':
    'インデントにタブがあるため、テンプレートを読み取れません。',
  'A full-width colon here makes the template unreadable.':
    'ここに全角のコロンがあるため、テンプレートを読み取れません。',
  'A colon without a following space makes the template unreadable.':
    'コロンの後にスペースがないため、テンプレートを読み取れません。',
  'A full-width or no-break space here makes the template unreadable.':
    'ここに全角スペースまたはノーブレークスペースがあるため、テンプレートを読み取れません。',
  '`{0}` is for a template engine such as Jinja: render the template first, and check the result.':
    '`{0}` は Jinja などのテンプレートエンジン向けの記述です。先にテンプレートを展開し、その結果を検査してください。',
  'There is a tab in the indentation here; YAML only allows spaces.':
    'ここのインデントにタブがあります。YAML のインデントには半角スペースしか使えません。',
  'The template is not valid YAML or JSON, or has a duplicate key.':
    'テンプレートが有効な YAML または JSON ではないか、キーが重複しています。',
  'CloudFormation rejects it, or reads something other than it seems to say.':
    'CloudFormation はテンプレートを拒否するか、見た目と違う内容として読み取ります。',
  'A comma here makes the template unreadable.': 'ここにカンマがあるため、テンプレートを読み取れません。',
  'The alias `*{0}` is inside the value that it refers to.':
    'エイリアス `*{0}` が、それ自身の参照する値の中にあります。',
  'The alias `*{0}` refers to no anchor above it.':
    'エイリアス `*{0}` に対応するアンカーが、これより前にありません。',
  'A key must be text here, and cannot have a tag.':
    'ここのキーはテキストである必要があり、タグは付けられません。',
  'A key must be text here, not only an anchor.':
    'ここのキーは文字列でなければなりません。アンカーだけでは書けません。',
  'A key must be text here, not a list, a map or an alias.':
    'ここのキーはテキストである必要があります。リスト、マップ、エイリアスは使えません。',
  'Duplicate key `{0}`: CloudFormation does not say which of the two applies.':
    'キー `{0}` はこのマップにすでにあります。CloudFormation がどちらを使うかは決まっていません。',
  'The aliases of this template expand to more than two million values.':
    'このテンプレートのエイリアスを展開すると、値が 200 万を超えます。',

  // property-misspelt
  'A property is misspelled or in the wrong case.': 'プロパティの綴り、または大文字・小文字が誤っています。',
  'Property names are case-sensitive, and CloudFormation rejects a template with an unknown property.':
    'CloudFormation は名前の大文字と小文字を区別し、知らないプロパティのあるテンプレートを拒否します。',
  'Safe: as written, it only makes the deployment fail. The key is renamed, and its value stays. There is no fix if the map already has the right name.':
    '安全: そのままではデプロイが失敗するだけです。キーを正しい名前に変え、値は残します。正しい名前のキーがすでに隣にある場合は修正できません。',
  'Other rules read such a property as the intended one, so that it is not also reported as missing. This recognizes names in another case (`taskRoleArn`, `task_role_arn`), with one or two wrong letters (two only in longer names), and without their ending (`TaskRole`), in ECS resources and in those that sessions depend on: roles, policies, keys, log groups, buckets and networks. Attributes (`type`, `properties`) are checked in resources of any type. Not reported in templates with a custom macro, which may support the property. `exec-flag-misplaced` checks `EnableExecuteCommand`.':
    'ほかのルールはこのプロパティを正しい名前のものとして読むため、不足としては指摘しません。対象は、大文字・小文字が違う名前 (`taskRoleArn`、`task_role_arn`)、1 文字か 2 文字 (2 文字は長い名前のみ) の誤りがある名前、末尾が欠けた名前 (`TaskRole`) で、ECS のリソースと、セッションに必要なロール、ポリシー、キー、ロググループ、バケット、ネットワークのものです。属性 (`type`、`properties`) は、あらゆる型のリソースが対象です。独自のマクロを使うテンプレートでは、マクロがそのプロパティを知っている可能性があるため、何も指摘しません。`EnableExecuteCommand` は `exec-flag-misplaced` が指摘します。',
  '`{0}` ({1}) has no property `{2}` (did you mean `{3}`?): CloudFormation rejects the template.':
    '`{0}` ({1}) にプロパティ `{2}` はなく、CloudFormation がデプロイを拒否します。正しくは `{3}` です。',

  // trailing-comma
  'A line of a YAML list or map ends in a comma, as in JSON.':
    'YAML のリストまたはマップの行が、JSON のようにカンマで終わっています。',
  'The whole template is unreadable, and CloudFormation rejects it.':
    'テンプレート全体を読み取れず、CloudFormation に拒否されます。',
  'Only the comma is removed, and only if the text is readable without it, also by two other parsers. All other fixes wait for that.':
    'カンマだけを取り除きます。取り除けばテキストを読み取れることを、ほかの 2 つのパーサーでも確かめた場合に限ります。ほかの修正はその後に行います。',
  'This concerns a comma after a quoted string or a flow collection (`"a",`, `[a, b],`). In `- a,` the comma is part of the text.':
    '引用符で囲まれたテキストやフローコレクションの後のカンマが対象です (`"a",`、`[a, b],`)。`- a,` のカンマは、YAML ではテキストの一部です。',
  'The comma after `{0}` makes the whole template unreadable: YAML has no commas at the end of lines.':
    '`{0}` の後のカンマのため、テンプレート全体を読み取れません。YAML では行末にカンマを書きません。',
  'Remove the comma': 'カンマを取り除く',

  // unknown-ignore
  'An ignore names an unknown rule.': '抑制の指定に、存在しないルールがあります。',
  'It suppresses nothing, so the findings that it was meant for are still reported.':
    '何も抑制されないため、対象のつもりだったものもそのまま報告されます。',
  'There is no rule `{0}`: this ignore has no effect.': 'ルール `{0}` は存在しません。何も抑制されません。',
  'There is no rule `{0}`: did you mean `{1}`?': 'ルール `{0}` は存在しません。`{1}` のことですか?',
  'This comment has no effect: write `# ecs-exec-lint: ignore[rule] reason`, or `ignore-file[rule]` for the whole template.':
    'このコメントでは何も抑制されません。`# ecs-exec-lint: ignore[rule] reason`、テンプレート全体なら `ignore-file[rule]` と書きます。',
  'This has no effect: write `"ecs-exec-lint": {"ignore": ["rule", {"rule": "other-rule", "reason": "why"}]}`.':
    '何も抑制されません。`"ecs-exec-lint": {"ignore": ["rule", {"rule": "other-rule", "reason": "why"}]}` と書きます。',
  'The metadata `{0}` has no setting `{1}`: it takes `ignore`.':
    'メタデータ `{0}` に設定 `{1}` はありません。使えるのは `ignore` です。',
  'The metadata `{0}` has no setting `{1}`: did you mean `{2}`?':
    'メタデータ `{0}` に設定 `{1}` はありません。`{2}` のことですか?',
  'no reason given': '理由の記載なし',

  // unused-ignore
  'Unused ignore.': '抑制の指定が使われていません。',
  'It would suppress the next finding of its rule at that place, which nobody has seen.':
    '今後その場所でルールが何かを検出しても、誰にも確認されないまま隠れます。',
  '`{0}` finds nothing here: this ignore can be removed.':
    '`{0}` はここで何も検出していません。この抑制は削除できます。',

  // irregular-whitespace
  'There is a no-break space (U+00A0) or a tab (U+0009) where YAML requires a space.':
    'YAML で半角スペースが必要な場所に、ノーブレークスペース (U+00A0) またはタブ (U+0009) があります。',
  'YAML does not treat a no-break space as whitespace, and does not allow tabs in the indentation: the template is unreadable, or a value gets an invisible character. Text copied from web pages and documents often has them.':
    'YAML はノーブレークスペースを文字として扱い、インデントにタブを使うことを許しません。そのためテンプレートを読み取れないか、値に見えない文字が入ります。Web ページや文書からコピーしたテキストによく含まれます。',
  'Each no-break space becomes a regular space, and nothing else changes; Japanese prose, quoted strings, block scalars and comments are left alone. Tabs are only replaced if the result means the same at every tab width (2, 4 and 8) at which the template is readable.':
    'ノーブレークスペースを半角スペースに変え、ほかは変えません。日本語の文章、引用符で囲まれたテキスト、ブロックテキスト、コメントの中のものは残します。タブを置き換えるのは、読み取れるすべてのタブ幅 (2、4、8) でテンプレートの内容が同じになる場合だけです。',
  '`full-width-space` reports full-width spaces (U+3000).':
    '全角スペース (U+3000) は `full-width-space` が指摘します。',
  'Indent with spaces': '半角スペースでインデントする',
  'Replace with spaces': '半角スペースに置き換える',
  '{0} lines are indented with tabs (U+0009); YAML only allows spaces, so the template is unreadable.':
    '{0} 行がタブ (U+0009) でインデントされています。YAML のインデントには半角スペースしか使えないため、テンプレートを読み取れません。',
  'This line is indented with a tab (U+0009); YAML only allows spaces, so the template is unreadable.':
    'この行はタブ (U+0009) でインデントされています。YAML のインデントには半角スペースしか使えないため、テンプレートを読み取れません。',
  '{0} lines are indented with no-break spaces (U+00A0), which YAML does not treat as whitespace: the template is unreadable.':
    '{0} 行がノーブレークスペース (U+00A0) でインデントされています。YAML では文字として扱われるため、テンプレートを読み取れません。',
  'This line is indented with a no-break space (U+00A0), which YAML does not treat as whitespace: the template is unreadable.':
    'この行はノーブレークスペース (U+00A0) でインデントされています。YAML では文字として扱われるため、テンプレートを読み取れません。',
  'There is a no-break space (U+00A0) here, which YAML does not treat as whitespace: it becomes part of the text next to it.':
    'ここにノーブレークスペース (U+00A0) があります。YAML では文字として扱われ、隣のテキストの一部になります。',
  'There is a no-break space (U+00A0) after `{0}`, which YAML does not treat as whitespace: it becomes part of the text next to it.':
    '`{0}` の後にノーブレークスペース (U+00A0) があります。YAML では文字として扱われ、隣のテキストの一部になります。',

  // colon-without-space
  'A YAML key has no space after its colon, or a full-width colon (U+FF1A).':
    'YAML のキーの後のコロンにスペースが続いていないか、コロンが全角 (U+FF1A) です。',
  'YAML reads the colon as part of the text, so the line is not a map entry: the template is unreadable, or CloudFormation rejects it.':
    'YAML はコロンを前後のテキストの文字として扱うため、その行はマップの項目になりません。テンプレートを読み取れないか、CloudFormation に拒否されます。',
  'The colon becomes a colon and a space, and nothing else changes. This only applies if the template is unreadable with it, or if all lines of what must be a map have it, and if two other parsers agree on the result.':
    'コロンを半角のコロンとスペースに変え、ほかは変えません。そのままではテンプレートを読み取れない場合か、マップでなければならない値のすべての行にある場合で、修正後の内容がほかの 2 つのパーサーでも同じ場合に限ります。',
  'Colons in values (`s3:GetObject`, `arn:aws:…`), quoted strings, block scalars and comments are left alone.':
    '値 (`s3:GetObject`、`arn:aws:…`)、引用符で囲まれたテキスト、ブロックテキスト、コメントの中のコロンはそのまま残します。',
  'There is a full-width colon (U+FF1A) after `{0}`, which YAML reads as text: the line is not a map entry.':
    '`{0}` の後のコロンが全角 (U+FF1A) です。YAML では文字として扱われるため、この行はマップの項目になりません。',
  'There is no space after the colon of `{0}`, so YAML reads it as text: the line is not a map entry.':
    '`{0}` の後のコロンにスペースが続いていません。YAML では文字として扱われるため、この行はマップの項目になりません。',
  'Replace it with `: `': '`: ` と書く',
};
