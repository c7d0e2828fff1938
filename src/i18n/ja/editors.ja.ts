import type { Catalogue } from '../words.ts';

/** What is said in editors. */
export const editors: Catalogue = {
  'Apply all safe fixes in this template': 'このテンプレートの安全な修正をすべて適用する',
  'Ignore `{0}` here, with a reason': 'ここで `{0}` を理由付きで抑制する',
  '{0} (unsafe: it may override a deliberate setting)': '{0} (要確認: 意図された設定を取り消すおそれあり)',
  'The text has changed in the meantime.': 'その間にテキストが変更されました。',
  'This finding no longer exists.': '対象がもうありません。',
  '{0} of {1} checks pass.': '{1} 件中 {0} 件のチェックに合格。',
  'no ECS services': 'ECS サービスなし',
  '{0} of {1} services ready': '{1} 個中 {0} 個のサービスが準備完了',
  More: '詳細',
  'The configuration is invalid.': '設定ファイルに従えません。',
  'There is nothing to change.': '変更するものがありません。',
  'This file is larger than 2 MB and is not checked. CloudFormation takes templates of up to 1 MB.':
    'このファイルは 2 MB を超えるため検査しません。CloudFormation が受け付けるテンプレートは 1 MB までです。',
  '{0} more findings in this file are not shown.':
    'このファイルには、ほかに表示していない検出が {0} 件あります。',
  'With --lsp, the editor chooses the files, so `{0}` cannot be given.':
    '--lsp では検査する対象をエディタが決めるため、`{0}` は指定できません。',
  'The flag --{0} cannot be combined with --lsp.': 'オプション --{0} は --lsp と一緒に使えません。',
  'The flag --{0} requires --lsp.': 'フラグ --{0} は --lsp と一緒に指定します。',
  'Use either --{0} or --{1}, not both.': '--{0} と --{1} は同時に指定できません。',
  'The flag --{0} takes a number, not `{1}`.': 'フラグ --{0} には数値を指定します。`{1}` は指定できません。',
};
