import type { Catalogue } from '../words.ts';

/** What is wrong with a template as a text, whatever it is about. */
export const template: Catalogue = {
  // dangling-reference
  'A `Ref` or `Fn::GetAtt` that ECS Exec depends on points to nothing.':
    'ECS Exec に関わる `Ref` または `Fn::GetAtt` の参照先がありません。',
  'CloudFormation rejects the template: nothing in it has that name, the resource has no such attribute, or its `Condition` leaves it out.':
    'その名前のものがテンプレートにないか、リソースにその属性がないか、`Condition` によりリソースが作成されないため、CloudFormation はテンプレートを拒否します。',
  'The reference to `{0}` leads nowhere, and CloudFormation rejects it: {1}.':
    '`{0}` の参照先がなく、CloudFormation に拒否されます。{1}。',
  '`{0}` is only made where the condition `{1}` holds':
    '`{0}` が作成されるのは条件 `{1}` を満たす場合だけです',
  'sessions on {0} depend on it': '{0} のセッションに必要です',
  'nothing in the template is called `{0}`': '`{0}` という名前のものがテンプレートにありません',
  '`{0}` is a parameter, and parameters have no attributes':
    '`{0}` はパラメータで、パラメータに属性はありません',
  'its `Fn::GetAtt` names no attribute': '`Fn::GetAtt` に属性の指定がありません',
  'Complete the reference to `{0}`': '`{0}` への参照を補う',
  'Safe: an `Fn::GetAtt` without an attribute gets `Arn`, or the one attribute that is an ARN, where an ARN is wanted, and becomes a `Ref` where a name is. Where it is a part of another function, and where the type is not known, there is no fix; nor for a name that nothing has.':
    '安全: 属性のない `Fn::GetAtt` は、ARN が必要な場所では `Arn` (または ARN を返すただ 1 つの属性) を補い、名前が必要な場所では `Ref` にします。別の関数の一部である場合や型が分からない場合、また、その名前のものが存在しない場合は修正できません。',
  '`{0}` ({1}) has no attribute `{2}`': '`{0}` ({1}) に属性 `{2}` はありません',

  // foreach-without-transform
  'A template has `Fn::ForEach`, and not the transform that it takes.':
    'テンプレートに `Fn::ForEach` があり、それに必要な変換がありません。',
  'CloudFormation knows `Fn::ForEach`, `Fn::Length` and `Fn::ToJsonString` only with `Transform: AWS::LanguageExtensions`, and rejects the template without it.':
    'CloudFormation が `Fn::ForEach`、`Fn::Length`、`Fn::ToJsonString` を処理するのは `Transform: AWS::LanguageExtensions` がある場合だけで、ないテンプレートは拒否されます。',
  'Safe: without the transform the template cannot be deployed. It is added before other transforms, as CloudFormation wants it before that of SAM. Deploying it takes CAPABILITY_AUTO_EXPAND.':
    '安全: 変換がなければテンプレートをデプロイできません。CloudFormation は SAM の変換より前に置くことを求めるため、ほかの変換の前に追加します。デプロイには CAPABILITY_AUTO_EXPAND が必要です。',
  'In a template with a macro of your own nothing is said, since the macro may know the function.':
    '独自のマクロを使うテンプレートでは、マクロがその関数を処理する可能性があるため、何も指摘しません。',
  'CloudFormation knows `{0}` only with `Transform: AWS::LanguageExtensions`, which this template does not have: the deploy is rejected.':
    'CloudFormation が `{0}` を処理するのは `Transform: AWS::LanguageExtensions` がある場合だけですが、このテンプレートにはなく、デプロイが拒否されます。',
  'Add `Transform: AWS::LanguageExtensions` (deploying it needs CAPABILITY_AUTO_EXPAND)':
    '`Transform: AWS::LanguageExtensions` を追加する (デプロイには CAPABILITY_AUTO_EXPAND が必要)',

  // full-width-space
  'Each full-width space becomes a blank, and nothing else changes. Only spaces directly before `#`, at the end of a line, beside the `:` or `-` of a block, and in an indentation that keeps the template from being read, on lines that are otherwise ASCII: Japanese prose, quoted texts, blocks of text and comments keep theirs.':
    '全角スペースを半角スペースに変え、ほかは変えません。対象は、それ以外が ASCII の行で、`#` の直前、行末、ブロックの `:` や `-` の隣にあるものと、テンプレートを読み取れなくしているインデントの中のものだけです。日本語の文章、引用符で囲まれたテキスト、ブロックテキスト、コメントの中のものは残します。',
  'No-break spaces (U+00A0) and tabs are findings of `irregular-whitespace`.':
    'ノーブレークスペース (U+00A0) とタブは `irregular-whitespace` が指摘します。',
  'it is read as the last letter of the value': '値の最後の文字として読まれます',
  'A full-width space (U+3000) stands where YAML needs a blank.':
    'YAML で半角スペースが必要な場所に、全角スペース (U+3000) があります。',
  'YAML takes it for a letter: a comment becomes a part of the value before it, a key is no key. It cannot be seen in most editors.':
    'YAML は全角スペースを文字として扱うため、コメントが直前の値の一部になったり、キーがキーでなくなったりします。ほとんどのエディタでは見分けられません。',
  '{0} stands a full-width space (U+3000), which is no blank to YAML: {1}.':
    '{0} に全角スペース (U+3000) があります。YAML では空白とみなされず、{1}。',
  'Write a blank in its place': '半角スペースに置き換える',
  'After `{0}`': '`{0}` の後',
  'Before the comment': 'コメントの前',
  Here: 'ここ',
  'the comment is read as a part of the value': 'コメントが値の一部として読まれます',
  'it is read as a letter of the text around it': '前後のテキストの文字として読まれます',

  // null-value
  'A property, or an item of a list, that ECS Exec depends on is left empty.':
    'ECS Exec に関わるプロパティ、またはリストの項目が空のままです。',
  'CloudFormation rejects the template: "\'null\' values are not allowed in templates". What was to be filled in, such as the role of a policy, is missing.':
    'CloudFormation はテンプレートを "\'null\' values are not allowed in templates" で拒否します。ポリシーのロールなど、記入すべき値がありません。',
  'To leave a property out, delete its line, or set it to `!Ref AWS::NoValue`. Empty strings are reported where a policy names its roles: a name has at least one character.':
    'プロパティを省くには、その行を削除するか、`!Ref AWS::NoValue` を設定してください。空文字列は、ポリシーがロールを名前で指定している箇所で報告します。名前は 1 文字以上である必要があります。',
  'An item of `{0}`': '`{0}` の項目',
  'A policy with permissions for sessions whose `Roles` is left empty is attached to the one task role of the template, under another name where the role has a policy of that name already. A property that CloudFormation can do without is left out, and its comment stays on a line of its own. Both are safe where nothing else can be meant. A policy is unsafe to attach where it allows more than sessions need, or where another role of the template may be meant; a property is unsafe to leave out where the template has a resource that it may be meant to name, such as a key for `KmsKeyId`. There is no fix where the template has several task roles, nor for what CloudFormation demands (`Image`) or what decides how tasks run (`LaunchType`). The log group and bucket of a cluster that records sessions nowhere else are left to `log-destination-missing`.':
    'セッションに必要な権限を持つポリシーの `Roles` が空の場合は、テンプレートで唯一のタスクロールにアタッチします。ロールに同名のポリシーがすでにあれば、別の名前を付けます。CloudFormation で省略できるプロパティは取り除き、そのコメントは独立した行に残します。ほかの意味に取れない場合、どちらも安全な修正です。セッションに必要な範囲を超える権限を許可しているポリシーや、テンプレート内の別のロールを指しているかもしれないポリシーをアタッチする修正は安全ではありません。`KmsKeyId` に対するキーのように、プロパティで指定するつもりだったかもしれないリソースがテンプレートにある場合、そのプロパティを取り除く修正も安全ではありません。タスクロールが複数ある場合、CloudFormation で必須のもの (`Image`)、タスクの実行方法を決めるもの (`LaunchType`) は修正しません。セッションをほかに記録していないクラスターのロググループとバケットは `log-destination-missing` が修正します。',
  'Attach `{0}` to the task role `{1}`': '`{0}` をタスクロール `{1}` にアタッチする',
  'Attach `{0}` to the task role `{1}`, under a name of its own':
    '`{0}` を固有の名前でタスクロール `{1}` にアタッチする',
  'Name the log group or bucket that is there for sessions':
    'セッション用に用意されているロググループまたはバケットを指定する',
  'Leave {0} out': '{0} を取り除く',
  'Leave the empty item out': '空の項目を取り除く',
  'the empty item': '空の項目',
  '{0} in `{1}` is empty, which is the name of no role: the deploy is rejected.':
    '`{1}` の {0} が空文字列です。空のロール名はないため、デプロイは拒否されます。',
  '{0} in `{1}` is left empty: CloudFormation rejects the template, since null values are not allowed.':
    '`{1}` の {0} が空のままです。null 値は許可されないため、CloudFormation はテンプレートを拒否します。',

  // parse-error
  'A tab in the indentation keeps the template from being read.':
    'インデントにタブがあるため、テンプレートを読み取れません。',
  'A full-width colon here keeps the template from being read.':
    'ここに全角のコロンがあるため、テンプレートを読み取れません。',
  'A colon without a space behind it keeps the template from being read.':
    'コロンの後にスペースがないため、テンプレートを読み取れません。',
  'A full-width or no-break space here keeps the template from being read.':
    'ここに全角スペースまたはノーブレークスペースがあるため、テンプレートを読み取れません。',
  '`{0}` is text for a template engine, such as Jinja: render the template, and check what comes of it.':
    '`{0}` は Jinja などのテンプレートエンジン向けの記述です。先にテンプレートを展開し、その結果を検査してください。',
  'A tab stands in the indentation here, where YAML only allows spaces.':
    'ここのインデントにタブがあります。YAML のインデントには半角スペースしか使えません。',
  'The template is not valid YAML or JSON, or has a key twice.':
    'テンプレートが有効な YAML または JSON ではないか、キーが重複しています。',
  'CloudFormation rejects it, or reads something else than it seems to say.':
    'CloudFormation はテンプレートを拒否するか、見た目と違う内容として読み取ります。',
  'A comma here keeps the template from being read.':
    'ここにカンマがあるため、テンプレートを読み取れません。',
  'The alias `*{0}` stands inside the value that it repeats.':
    'エイリアス `*{0}` が、それ自身の参照する値の中にあります。',
  'The alias `*{0}` names no anchor above it.':
    'エイリアス `*{0}` に対応するアンカーが、これより前にありません。',
  'A key has to be text here, and cannot have a tag.':
    'ここのキーはテキストである必要があり、タグは付けられません。',
  'A key has to be text here, not an anchor alone.':
    'ここのキーは文字列でなければなりません。アンカーだけでは書けません。',
  'A key has to be text here, not a list, a map or an alias.':
    'ここのキーはテキストである必要があります。リスト、マップ、エイリアスは使えません。',
  'The key `{0}` is already in this map; CloudFormation does not say which of the two counts.':
    'キー `{0}` はこのマップにすでにあります。CloudFormation がどちらを使うかは決まっていません。',
  'The aliases of this template repeat one another into more than two million values.':
    'このテンプレートのエイリアスを展開すると、値が 200 万を超えます。',

  // property-misspelt
  'A property is misspelt, or in the wrong case.': 'プロパティの綴り、または大文字・小文字が誤っています。',
  'CloudFormation tells names apart by their case, and rejects a template with a property that it does not know.':
    'CloudFormation は名前の大文字と小文字を区別し、知らないプロパティのあるテンプレートを拒否します。',
  'Safe: as it stands it only fails the deploy. The key gets the name that is meant, and its value stays. There is no fix where that name stands beside it already.':
    '安全: そのままではデプロイが失敗するだけです。キーを正しい名前に変え、値は残します。正しい名前のキーがすでに隣にある場合は修正できません。',
  'The other rules read such a property as the one that is meant, so that it is not missing as well. Looked for are names in another case (`taskRoleArn`, `task_role_arn`), with a letter or two wrong (two only in longer names), and without their end (`TaskRole`), in the resources of ECS and of what sessions depend on: roles, policies, keys, log groups, buckets and networks. Attributes (`type`, `properties`) are looked at in resources of any type. In a template with a macro of your own nothing is said, since the macro may know the property. `EnableExecuteCommand` is a matter of `exec-flag-misplaced`.':
    'ほかのルールはこのプロパティを正しい名前のものとして読むため、不足としては指摘しません。対象は、大文字・小文字が違う名前 (`taskRoleArn`、`task_role_arn`)、1 文字か 2 文字 (2 文字は長い名前のみ) の誤りがある名前、末尾が欠けた名前 (`TaskRole`) で、ECS のリソースと、セッションに必要なロール、ポリシー、キー、ロググループ、バケット、ネットワークのものです。属性 (`type`、`properties`) は、あらゆる型のリソースが対象です。独自のマクロを使うテンプレートでは、マクロがそのプロパティを知っている可能性があるため、何も指摘しません。`EnableExecuteCommand` は `exec-flag-misplaced` が指摘します。',
  '`{0}` ({1}) has no property `{2}`, and CloudFormation rejects the deploy: `{3}` is meant.':
    '`{0}` ({1}) にプロパティ `{2}` はなく、CloudFormation がデプロイを拒否します。正しくは `{3}` です。',

  // trailing-comma
  'A line of a YAML list or map ends in a comma, as in JSON.':
    'YAML のリストまたはマップの行が、JSON のようにカンマで終わっています。',
  'The whole template cannot be read, and CloudFormation rejects it.':
    'テンプレート全体を読み取れず、CloudFormation に拒否されます。',
  'The comma goes, and nothing else. It is only taken away where the text can be read without it, by two other parsers too. All other fixes wait for that.':
    'カンマだけを取り除きます。取り除けばテキストを読み取れることを、ほかの 2 つのパーサーでも確かめた場合に限ります。ほかの修正はその後に行います。',
  'A comma after a quoted text or a flow collection is meant (`"a",`, `[a, b],`). In `- a,` it is a part of the text to YAML.':
    '引用符で囲まれたテキストやフローコレクションの後のカンマが対象です (`"a",`、`[a, b],`)。`- a,` のカンマは、YAML ではテキストの一部です。',
  'The comma after `{0}` keeps the whole template from being read: YAML has no commas at the ends of lines.':
    '`{0}` の後のカンマのため、テンプレート全体を読み取れません。YAML では行末にカンマを書きません。',
  'Take the comma away': 'カンマを取り除く',

  // unknown-ignore
  'An ignore names no rule.': '抑制の指定に、存在しないルールがあります。',
  'It leaves nothing out, so what it was meant for is reported all the same.':
    '何も抑制されないため、対象のつもりだったものもそのまま報告されます。',
  'There is no rule `{0}`: this ignores nothing.': 'ルール `{0}` は存在しません。何も抑制されません。',
  'There is no rule `{0}`: did you mean `{1}`?': 'ルール `{0}` は存在しません。`{1}` のことですか?',
  'This comment ignores nothing: it is written `# ecs-exec-lint: ignore[rule] reason`, or `ignore-file[rule]` for the whole template.':
    'このコメントでは何も抑制されません。`# ecs-exec-lint: ignore[rule] reason`、テンプレート全体なら `ignore-file[rule]` と書きます。',
  'This ignores nothing: it is written `"ecs-exec-lint": {"ignore": ["rule", {"rule": "other-rule", "reason": "why"}]}`.':
    '何も抑制されません。`"ecs-exec-lint": {"ignore": ["rule", {"rule": "other-rule", "reason": "why"}]}` と書きます。',
  'The metadata `{0}` has no setting `{1}`: it takes `ignore`.':
    'メタデータ `{0}` に設定 `{1}` はありません。使えるのは `ignore` です。',
  'The metadata `{0}` has no setting `{1}`: did you mean `{2}`?':
    'メタデータ `{0}` に設定 `{1}` はありません。`{2}` のことですか?',
  'no reason is given': '理由の記載なし',

  // unused-ignore
  'An ignore leaves nothing out.': '抑制の指定が使われていません。',
  'It hides the next finding of its rule in that place, which nobody has looked at.':
    '今後その場所でルールが何かを検出しても、誰にも確認されないまま隠れます。',
  '`{0}` finds nothing here: this ignore can go.':
    '`{0}` はここで何も検出していません。この抑制は削除できます。',

  // irregular-whitespace
  'A no-break space (U+00A0) or a tab (U+0009) stands where YAML needs a space.':
    'YAML で半角スペースが必要な場所に、ノーブレークスペース (U+00A0) またはタブ (U+0009) があります。',
  'A no-break space is a letter to YAML, and a tab is not allowed in an indentation: the template cannot be read, or a value gets a letter that nobody sees. Text that is copied from a web page or a document often has them.':
    'YAML はノーブレークスペースを文字として扱い、インデントにタブを使うことを許しません。そのためテンプレートを読み取れないか、値に見えない文字が入ります。Web ページや文書からコピーしたテキストによく含まれます。',
  'Each no-break space becomes a space, and nothing else changes; Japanese prose, quoted texts, blocks of text and comments keep theirs. Tabs are only replaced where the template then says the same at every tab width (2, 4 and 8) at which it can be read.':
    'ノーブレークスペースを半角スペースに変え、ほかは変えません。日本語の文章、引用符で囲まれたテキスト、ブロックテキスト、コメントの中のものは残します。タブを置き換えるのは、読み取れるすべてのタブ幅 (2、4、8) でテンプレートの内容が同じになる場合だけです。',
  'The full-width space (U+3000) is a finding of `full-width-space`.':
    '全角スペース (U+3000) は `full-width-space` が指摘します。',
  'Indent with spaces': '半角スペースでインデントする',
  'Write spaces instead': '半角スペースに置き換える',
  '{0} lines are indented with tabs (U+0009), where YAML only allows spaces: the template cannot be read.':
    '{0} 行がタブ (U+0009) でインデントされています。YAML のインデントには半角スペースしか使えないため、テンプレートを読み取れません。',
  'This line is indented with a tab (U+0009), where YAML only allows spaces: the template cannot be read.':
    'この行はタブ (U+0009) でインデントされています。YAML のインデントには半角スペースしか使えないため、テンプレートを読み取れません。',
  '{0} lines are indented with no-break spaces (U+00A0), which are letters to YAML: the template cannot be read.':
    '{0} 行がノーブレークスペース (U+00A0) でインデントされています。YAML では文字として扱われるため、テンプレートを読み取れません。',
  'This line is indented with a no-break space (U+00A0), which is a letter to YAML: the template cannot be read.':
    'この行はノーブレークスペース (U+00A0) でインデントされています。YAML では文字として扱われるため、テンプレートを読み取れません。',
  'A no-break space (U+00A0) stands here, which is a letter to YAML: it becomes part of the text beside it.':
    'ここにノーブレークスペース (U+00A0) があります。YAML では文字として扱われ、隣のテキストの一部になります。',
  'A no-break space (U+00A0) stands after `{0}`, which is a letter to YAML: it becomes part of the text beside it.':
    '`{0}` の後にノーブレークスペース (U+00A0) があります。YAML では文字として扱われ、隣のテキストの一部になります。',

  // colon-without-space
  'A key in YAML has no space after its colon, or a full-width colon (U+FF1A).':
    'YAML のキーの後のコロンにスペースが続いていないか、コロンが全角 (U+FF1A) です。',
  'YAML takes the colon for a letter of the text around it, so the line is no entry of a map: the template cannot be read, or CloudFormation rejects it.':
    'YAML はコロンを前後のテキストの文字として扱うため、その行はマップの項目になりません。テンプレートを読み取れないか、CloudFormation に拒否されます。',
  'The colon becomes a colon and a space, and nothing else changes. It only changes where the template cannot be read with it, or where it stands in all lines of what has to be a map, and where two other parsers read the same afterwards.':
    'コロンを半角のコロンとスペースに変え、ほかは変えません。そのままではテンプレートを読み取れない場合か、マップでなければならない値のすべての行にある場合で、修正後の内容がほかの 2 つのパーサーでも同じ場合に限ります。',
  'Colons in values (`s3:GetObject`, `arn:aws:…`), in quoted texts, blocks of text and comments stay as they are.':
    '値 (`s3:GetObject`、`arn:aws:…`)、引用符で囲まれたテキスト、ブロックテキスト、コメントの中のコロンはそのまま残します。',
  'After `{0}` stands a full-width colon (U+FF1A), which is a letter to YAML: the line is no entry of a map.':
    '`{0}` の後のコロンが全角 (U+FF1A) です。YAML では文字として扱われるため、この行はマップの項目になりません。',
  'After `{0}` the colon has no space behind it, so YAML takes it for a letter: the line is no entry of a map.':
    '`{0}` の後のコロンにスペースが続いていません。YAML では文字として扱われるため、この行はマップの項目になりません。',
  'Write `: `': '`: ` と書く',
};
