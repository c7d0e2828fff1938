import type { Catalogue } from '../words.ts';

/** What is said of known findings. */
export const baseline: Catalogue = {
  '{0}: there is no such baseline.': '{0}: ベースラインがありません。',
  'Create it with --write-baseline.': '--write-baseline で作成できます。',
  '{0}: no baseline was written: {1}.': '{0}: ベースラインを書き込めませんでした。{1}。',
  '{0}: the configuration cannot name a baseline outside of its folder for --write-baseline.':
    '{0}: 設定ファイルのフォルダーの外にあるベースラインには、設定で指定しただけでは --write-baseline で書き込めません。',
  'Use --baseline {0}.': '--baseline {0} と指定してください。',
  '{0}: 1 known finding is gone; --write-baseline removes it.':
    '{0}: 既知の検出結果のうち 1 件がなくなりました。--write-baseline で取り除けます。',
  '{0}: {1} known findings are gone; --write-baseline removes them.':
    '{0}: 既知の検出結果のうち {1} 件がなくなりました。--write-baseline で取り除けます。',
  'wrote {0} with 1 known finding.': '既知の検出結果 1 件を {0} に書き込みました。',
  'wrote {0} with {1} known findings.': '既知の検出結果 {1} 件を {0} に書き込みました。',
  '{0}: known findings that are gone and were removed: {1}.':
    '{0}: なくなっていた既知の検出結果 {1} 件を取り除きました。',
  'No new findings': '新しい検出結果はありません',
  '{0} known finding in {1}': '{1} に既知の検出結果 {0} 件',
  '{0} known findings in {1}': '{1} に既知の検出結果 {0} 件',
  'The flag --{0} cannot be combined with --write-baseline.':
    'フラグ --{0} は --write-baseline と同時に指定できません。',
  file: 'ファイル',
  path: 'パス',
  '{0}: it is too large for a baseline.': '{0}: ベースラインとしては大きすぎます。',
  'A baseline': 'ベースライン',
  '{0} is not a baseline that --write-baseline wrote.':
    '{0} は --write-baseline が書き込んだベースラインではありません。',
  'it is the baseline': '使用中のベースラインです',
  'Report only findings that are not in this file of known findings':
    'このファイルにある既知の検出結果を除いて報告する',
  'Write the current findings to the baseline (ecs-exec-lint-baseline.json by default), without those that are gone':
    '現在の検出結果をベースライン (既定では ecs-exec-lint-baseline.json) に書き込み、なくなったものを取り除く',
};
