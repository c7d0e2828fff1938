import type { Check } from '../src/index.ts';

export type Language = 'en' | 'ja';

/** What the page itself says, in one language. */
export interface Words {
  readonly purpose: string;
  readonly privacy: string;
  readonly skip: string;
  readonly open: string;
  readonly add: string;
  readonly close: (name: string) => string;
  readonly rename: string;
  readonly share: string;
  readonly shared: string;
  readonly sharedByAddress: string;
  readonly notShared: string;
  readonly tooMuchShared: string;
  readonly tooLarge: (names: string) => string;
  readonly replaced: string;
  readonly goBack: string;
  readonly example: string;
  readonly examples: {
    readonly stack: string;
    readonly pasted: string;
    readonly json: string;
    readonly set: string;
    readonly ready: string;
  };
  readonly language: string;
  readonly theme: string;
  readonly themes: { readonly auto: string; readonly light: string; readonly dark: string };
  readonly templates: string;
  readonly editor: (name: string) => string;
  readonly drop: string;
  readonly readiness: string;
  readonly verdicts: { readonly ready: string; readonly 'not-ready': string; readonly undecided: string };
  readonly statuses: Readonly<Record<Check['status'], string>>;
  readonly outside: string;
  readonly noServices: string;
  readonly more: (count: number) => string;
  readonly findings: string;
  readonly severities: { readonly error: string; readonly warning: string; readonly info: string };
  readonly counted: (errors: number, warnings: number, infos: number) => string;
  readonly nothingFound: string;
  readonly busy: string;
  readonly failed: string;
  readonly unjudged: (names: string) => string;
  readonly leftOut: string;
  readonly notTemplate: (names: string) => string;
  readonly empty: string;
  readonly line: (file: string, line: number) => string;
  readonly fix: string;
  readonly unsafe: string;
  readonly rule: string;
  /** The link to all rules, the folder of their pages, and the link to what AWS says. */
  readonly rules: string;
  readonly rulesFolder: string;
  readonly awsPage: string;
  readonly fixAll: (count: number) => string;
  readonly nothingToFix: string;
  readonly settings: string;
  readonly withUnsafe: string;
  readonly withAdvice: string;
  readonly destination: string;
  readonly destinations: { readonly cloudwatch: string; readonly s3: string; readonly both: string };
  readonly changes: string;
  readonly changesHint: string;
  /** With `$` for how many. */
  readonly unchanged: string;
  readonly apply: string;
  readonly discard: string;
  readonly refused: string;
  readonly errorMessage: string;
  readonly errorMessageHint: string;
  readonly diagram: string;
  readonly diagramSource: string;
  readonly diagramFailed: string;
}

const en: Words = {
  purpose: 'Will aws ecs execute-command work on this stack, and be recorded?',
  privacy: 'Everything happens in this page: nothing is sent anywhere.',
  skip: 'Skip to the findings',
  open: 'Open files…',
  add: 'New template',
  close: name => `Close ${name}`,
  rename: 'Name of the template',
  share: 'Copy link',
  shared: 'The link is copied. The templates are in the link itself, and on no server.',
  sharedByAddress: 'The link is in the address bar. The templates are in the link itself, and on no server.',
  notShared: 'The link is cut or is none of this page, so it was left alone.',
  tooMuchShared: 'The link holds more than 20 templates, or one above 2 MB, so it was not opened.',
  tooLarge: names => `${names}: not opened, since it is larger than 2 MB.`,
  replaced: 'Your text is no longer shown.',
  goBack: 'Back to your text',
  example: 'Example',
  examples: {
    stack: 'A Fargate stack with five problems',
    pasted: 'Snippets pasted together',
    json: 'The Fargate stack in JSON',
    set: 'Three templates, one system',
    ready: 'A stack that is ready',
  },
  language: 'Language',
  theme: 'Theme',
  themes: { auto: 'System', light: 'Light', dark: 'Dark' },
  templates: 'Templates',
  editor: name => `Text of ${name}`,
  drop: 'Drop templates here',
  readiness: 'Readiness',
  verdicts: { ready: 'ready', 'not-ready': 'not ready', undecided: 'undecided' },
  statuses: {
    pass: 'passes',
    fail: 'fails',
    unknown: 'undecided',
    'not-applicable': 'does not apply',
    'not-visible': 'not visible in the given templates',
    skipped: 'off',
  },
  outside: 'Not visible in a template:',
  noServices: 'No service here uses ECS Exec.',
  more: count => `Show ${count} more`,
  findings: 'Findings',
  severities: { error: 'Error', warning: 'Warning', info: 'Info' },
  counted: (errors, warnings, infos) =>
    [
      errors > 0 ? amount(errors, 'error') : '',
      warnings > 0 ? amount(warnings, 'warning') : '',
      infos > 0 ? amount(infos, 'info') : '',
    ]
      .filter(each => each !== '')
      .join(', '),
  nothingFound: 'Nothing found.',
  busy: 'Checking…',
  failed: 'The templates could not be checked in this browser.',
  unjudged: names => `${names}: not checked, because it would take too long.`,
  leftOut: 'Left out:',
  notTemplate: names => `${names} is not a CloudFormation template: it has no Resources.`,
  empty: 'Paste a CloudFormation template, drop files on the page, or choose an example.',
  line: (file, line) => `${file}, line ${line}`,
  fix: 'Fix…',
  unsafe: 'unsafe',
  rule: 'About this rule',
  rules: 'Rules',
  rulesFolder: 'rules',
  awsPage: 'AWS documentation',
  fixAll: count => (count === 1 ? 'Fix 1 finding…' : `Fix ${count} findings…`),
  nothingToFix: 'Nothing here can be fixed automatically.',
  settings: 'Settings',
  withUnsafe: 'Include unsafe fixes',
  withAdvice: 'Info findings and undecided checks',
  destination: 'Record sessions in',
  destinations: { cloudwatch: 'CloudWatch Logs', s3: 'S3', both: 'CloudWatch Logs and S3' },
  changes: 'What would change',
  changesHint: 'Nothing changes until you apply it.',
  unchanged: '$ unchanged lines',
  apply: 'Apply',
  discard: 'Discard',
  refused: 'Not fixed:',
  errorMessage: 'Error message',
  errorMessageHint: 'Paste what the AWS CLI, the console or an agent log printed, to see its causes here.',
  diagram: 'Diagram',
  diagramSource: 'Mermaid source',
  diagramFailed: 'The diagram cannot be drawn here; its source is below.',
};

const ja: Words = {
  purpose: 'このスタックで aws ecs execute-command は動くか、記録は残るか',
  privacy: 'すべてこのページの中で処理し、どこにも送信しません。',
  skip: '検出結果へ移動',
  open: 'ファイルを開く…',
  add: '新しいテンプレート',
  close: name => `${name} を閉じる`,
  rename: 'テンプレートの名前',
  share: 'リンクをコピー',
  shared: 'リンクをコピーしました。テンプレートはリンク自体に含まれ、サーバーには保存されません。',
  sharedByAddress:
    'リンクはアドレスバーにあります。テンプレートはリンク自体に含まれ、サーバーには保存されません。',
  notShared: 'リンクが途中で切れているか、このページのものではないため、読み込みませんでした。',
  tooMuchShared:
    'リンクに 20 個を超えるテンプレートか、2 MB を超えるテンプレートが含まれているため、開きませんでした。',
  tooLarge: names => `${names}: 2 MB を超えているため、開きませんでした。`,
  replaced: '入力中の内容は表示していません。',
  goBack: '入力中の内容に戻る',
  example: '例',
  examples: {
    stack: '3 つの誤りがある Fargate のスタック',
    pasted: '断片を貼り合わせたスタック',
    json: 'JSON で書いた Fargate のスタック',
    set: '3 つのテンプレートで 1 つのシステム',
    ready: '準備のできたスタック',
  },
  language: '言語',
  theme: '配色',
  themes: { auto: 'システムに合わせる', light: 'ライト', dark: 'ダーク' },
  templates: 'テンプレート',
  editor: name => `${name} の内容`,
  drop: 'ここにテンプレートをドロップ',
  readiness: '準備状況',
  verdicts: { ready: '準備完了', 'not-ready': '準備未完了', undecided: '判定できず' },
  statuses: {
    pass: '合格',
    fail: '不合格',
    unknown: '判定できず',
    'not-applicable': '対象外',
    'not-visible': 'このテンプレートからは確認不可',
    skipped: '無効',
  },
  outside: 'テンプレートからは分からないこと：',
  noServices: 'ECS Exec を有効にした、または有効にすべきサービスはありません。',
  more: count => `さらに ${count} 件を表示`,
  findings: '検出結果',
  severities: { error: 'エラー', warning: '警告', info: '情報' },
  counted: (errors, warnings, infos) =>
    [
      errors > 0 ? `エラー ${errors} 件` : '',
      warnings > 0 ? `警告 ${warnings} 件` : '',
      infos > 0 ? `情報 ${infos} 件` : '',
    ]
      .filter(each => each !== '')
      .join('、'),
  nothingFound: '問題は見つかりませんでした。',
  busy: 'チェックしています…',
  failed: 'このブラウザーではテンプレートをチェックできませんでした。',
  unjudged: names => `${names}: 時間がかかりすぎるため、チェックしませんでした。`,
  leftOut: '対象外：',
  notTemplate: names => `${names} は CloudFormation テンプレートではありません（Resources がありません）。`,
  empty: 'CloudFormation テンプレートを貼り付けるか、ファイルをページにドロップするか、例を選んでください。',
  line: (file, line) => `${file} の ${line} 行目`,
  fix: '修正…',
  unsafe: '要確認',
  rule: 'このルールについて',
  rules: 'ルール',
  rulesFolder: 'rules/ja',
  awsPage: 'AWS の資料',
  fixAll: count => `${count} 件を修正…`,
  nothingToFix: 'ここで書ける修正はありません。',
  settings: '設定',
  withUnsafe: '要確認の修正も行う',
  withAdvice: '情報と判定できなかったものも表示',
  destination: 'セッションの記録先',
  destinations: { cloudwatch: 'CloudWatch Logs', s3: 'S3', both: 'CloudWatch Logs と S3' },
  changes: '変更内容',
  changesHint: '適用するまで何も変わりません。',
  unchanged: '変更のない $ 行',
  apply: '適用',
  discard: '破棄',
  refused: '修正しなかったもの：',
  errorMessage: 'エラーメッセージ',
  errorMessageHint:
    'AWS CLI、コンソール、エージェントのログに出た内容を貼り付けると、考えられる原因を表示します。',
  diagram: '構成図',
  diagramSource: 'Mermaid のテキスト',
  diagramFailed: '構成図を描けませんでした。下のテキストをご覧ください。',
};

function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export const WORDS: Readonly<Record<Language, Words>> = { en, ja };
