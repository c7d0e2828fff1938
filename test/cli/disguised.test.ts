import { describe, expect, test } from 'vitest';
import { folder, OFF, run } from './harness.ts';

const JSON_OFF = JSON.stringify({
  Resources: { Service: { Type: 'AWS::ECS::Service', Properties: { TaskDefinition: 'app' } } },
});
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('a template is recognized', () => {
  test.each([
    ['with an escape in a key, in JSON', 'a.json', JSON_OFF.replace('Resources', '\\u0052esources')],
    ['with an escape in a key, in YAML', 'a.yml', OFF.replace('Resources', '"\\x52esources"')],
    ['with a long escape in a key, in YAML', 'a.yml', OFF.replace('Resources', '"\\U00000052esources"')],
    [
      'with a key over two lines',
      'a.yml',
      `{${JSON.stringify('Resources').replace('sou', 'sou\\\n  ')}: ${bodyOf(JSON_OFF)}}`,
    ],
    ['with an escape in a type, in JSON', 'a.json', JSON_OFF.replace('ECS', '\\u0045CS')],
    [
      'with an escape in a type, in YAML',
      'a.yml',
      OFF.replace('AWS::ECS::Service', '"AWS::\\x45CS::Service"'),
    ],
    ['with both', 'a.json', JSON_OFF.replace('ECS', '\\u0045\\u0043S').replace('Res', '\\u0052\\u0065s')],
    ['with a byte order mark, in YAML', 'a.yml', `\uFEFF${OFF}`],
    ['with a byte order mark, in JSON', 'a.json', `\uFEFF${JSON_OFF}`],
    ['with an extension in upper case', 'A.YML', OFF],
    ['called .Template', 'a.Template', OFF],
    ['called .JSON', 'A.JSON', JSON_OFF],
  ])('%s', (_, name, text) => {
    const cwd = folder({ [name]: text, 'other.yml': OFF });
    for (const args of [[name], ['.']]) {
      const { code, out } = run(cwd, ['-f', 'concise', ...args]);
      expect(out).toContain(`${name}:`);
      expect(code).toBe(1);
    }
  });
});

describe('what may be a template and cannot be read is never passed over', () => {
  test.each([
    ['UTF-16', utf16(`\uFEFF${OFF}`)],
    ['UTF-16 of the other order', utf16(`\uFEFF${OFF}`).swap16()],
    ['UTF-16 without a mark', utf16(OFF)],
    ['UTF-16 of the other order, without a mark', utf16(OFF).swap16()],
    ['UTF-16 with escapes', utf16(`\uFEFF${JSON_OFF.replaceAll('AWS', '\\u0041WS')}`)],
    ['UTF-32', Buffer.from([...OFF].flatMap(each => [each.charCodeAt(0), 0, 0, 0]))],
    ['no UTF-8', Buffer.from(`# \xe9\n${OFF}`, 'latin1')],
    [
      'no UTF-8, with escapes',
      Buffer.from(`{"é": 1, ${JSON_OFF.replaceAll('AWS', '\\u0041WS').slice(1)}`, 'latin1'),
    ],
    ['more than 2 MB', `${OFF}#${'x'.repeat(2_000_000)}`],
    ['more than 2 MB, with escapes', JSON_OFF.replace('AWS', '\\u0041WS') + ' '.repeat(2_000_000)],
    [
      'not valid',
      JSON_OFF.replaceAll('AWS', '\\u0041WS').replace('Resources', '\\u0052esources').slice(0, -1),
    ],
  ])('%s', (_, content) => {
    const cwd = folder({ 'a.json': content, 'other.yml': OFF });
    const { code, out, err } = run(cwd, ['-f', 'concise']);
    expect({ code, said: `${out}${err}` }).toEqual({ code: 2, said: expect.stringContaining('a.json:') });
  });
});

function bodyOf(text: string): string {
  return text.slice(text.indexOf(':') + 1, -1);
}
