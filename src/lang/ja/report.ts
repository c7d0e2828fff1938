import type { Catalogue } from '../words.ts';

/** What reports say around the findings. */
export const report: Catalogue = {
  error: 'エラー',
  warning: '警告',
  info: '情報',
  advice: '情報',
  pass: '合格',
  fail: '不合格',
  ignored: '抑制',
  undecided: '判定不能',
  ready: '準備完了',
  'not ready': '準備未完了',
  launcher: 'タスクの起動元',
  besides: 'その他',
  see: '参照',
  when: '条件',
  fix: '修正',
  note: '補足',
  docs: '資料',
  fixed: '修正',
  '{0}: {1}.': '{0}: {1}。',
  '{0}, line {1}': '{0}、{1} 行目',
  '{0}, line {1} of {2}': '{0}、{2} の {1} 行目',
  '{0} is {1}': '{0} が {1}',
  '{0} is {1} and {2}': '{0} が {1} かつ {2}',
  '{0}, or {1}': '{0}、または {1}',
  '{0} This holds when {1}.': '{0}条件: {1}。',

  // Pictures
  'No service is judged.': '判定したサービスはありません。',
  policy: 'ポリシー',
  log: 'ログ',
  runs: '実行',
  'task role': 'タスクロール',
  'execution role': 'タスク実行ロール',
  'runs in': '実行先',
  'records to': '記録先',
  '{0} when {1}': '{0} (条件: {1})',

  // How ready launchers are
  '{0} {1} is {2}': '{0} {1} は {2}',
  '1 {0}': '{0} 1 件',
  '{0} {1}s': '{1} {0} 件',
  '{0} ready': '{0} が準備完了',
  '{0} undecided': '{0} が判定不能',
  '{0} undecided (--pedantic says why)': '{0} が判定不能 (理由は --pedantic で表示)',
  '{0} not ready by rules that are not shown': '表示していないルールにより {0} が準備未完了',
  'no ECS service there': 'ECS サービスなし',

  // How much was found
  '{0} error': 'エラー {0} 件',
  '{0} errors': 'エラー {0} 件',
  '{0} warning': '警告 {0} 件',
  '{0} warnings': '警告 {0} 件',
  '{0} piece of advice': '情報 {0} 件',
  '{0} pieces of advice': '情報 {0} 件',
  '{0} ignored': '抑制 {0} 件',
  '{0} template': '{0} 個のテンプレート',
  '{0} templates': '{0} 個のテンプレート',
  '{0} in {1}': '{1} に {0} があります',
  '{0}.': '{0}。',
  '{0}. {1}.': '{0}。{1}。',
  '--fix has {0} safe fix': '--fix で {0} 件を修正できます (安全)',
  '--fix has {0} safe fixes': '--fix で {0} 件を修正できます (安全)',
  '--fix --unsafe-fixes has {0} more': '--fix --unsafe-fixes でさらに {0} 件を修正できます (要確認)',
  '--fix --unsafe-fixes has {0} fix': '--fix --unsafe-fixes で {0} 件を修正できます (要確認)',
  '--fix --unsafe-fixes has {0} fixes': '--fix --unsafe-fixes で {0} 件を修正できます (要確認)',
  'Nothing found': '問題は見つかりませんでした',
  '{0} in {1}: {2}.': '{1}: {0} ({2})。',
  '{0} finding ignored (--no-ignores shows what)': '抑制 {0} 件 (内容は --no-ignores で表示)',
  '{0} findings ignored (--no-ignores shows what)': '抑制 {0} 件 (内容は --no-ignores で表示)',
  '{0} with a fix': 'うち修正可能 {0} 件',

  // What was done
  'Fixed {0} in {1}': '{1} で {0} 件を修正しました',
  'Ignored {0} in {1}': '{1} で {0} 件を抑制しました',
  'Not fixed in {0}': '{0} で修正しなかったもの',
  'Not ignored in {0}': '{0} で抑制しなかったもの',

  // What is left out
  '{0} of {1} findings are left out, the least severe first.':
    '検出 {1} 件のうち、重大度の低いものから {0} 件を省略しています。',
  '{0} of {1} services are left out.': 'サービス {1} 件のうち {0} 件を省略しています。',
  '{0} more': 'ほか {0} 件',
  '{0}: {1} of {2} findings are left out, since {3}.': '{0}: 検出 {2} 件のうち {1} 件を省略しました。{3}。',
  '{0}: of these {1} findings {2} are shown, since {3}.':
    '{0}: 検出 {1} 件のうち表示されるのは {2} 件です。{3}。',
  '{0}: no report was written, since {1}.': '{0}: レポートを書き込みませんでした。{1}。',
  'code scanning on GitHub takes 25,000 results and 10 MB, and shows 5,000':
    'GitHub のコードスキャンが受け付けるのは 25,000 件、10 MB までで、表示するのは 5,000 件です',
  'the summary of a step on GitHub takes 1 MiB': 'GitHub のステップサマリーは 1 MiB までです',

  // Tables
  'No template was checked.': 'チェックしたテンプレートはありません。',
  checked: '対象',
  'because of': '理由',
  where: '場所',
  what: '内容',
  'Fix: {0} (`{1}`).': '修正: {0} (`{1}`)。',
  'in {0}: {1}': '{0}: {1}',
  'No fix: {0}': '修正できません: {0}',
};
