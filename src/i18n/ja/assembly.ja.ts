import type { Catalogue } from '../words.ts';

/** What there is to say about cloud assemblies, and by the plugin for the AWS CDK. */
export const assembly: Catalogue = {
  'It is not used.': 'このファイルは使用しません。',
  '{0}: {1} {2}': '{0}: {1}{2}',
  '{0}: `artifacts` is not a map. {1}': '{0}: `artifacts` がマップではありません。{1}',
  '{0}: `{1}` is not used, since {2}.': '{0}: {2}、`{1}` は使用しません。',
  'it names `{0}`, which is outside the folder of its assembly':
    '`{0}` はアセンブリのフォルダーの外を指しているため',
  'it names no file': 'ファイルが指定されていないため',
  '{0}: This is not valid JSON.': '{0}: 有効な JSON ではありません。',
  'Nothing was validated: {0}': '検証は行われませんでした: {0}',
  'it is larger than 50 MB': '50 MB を超えています',
};
