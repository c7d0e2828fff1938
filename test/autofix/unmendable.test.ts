import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, fix, parse } from '../../src/index.ts';

const OFF = `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: shared
      TaskDefinition: app
`;
const JSON_OFF = '{"Resources":{"S":{"Type":"AWS::ECS::Service","Properties":{"Cluster":"a"}}}}';

/** What is done with a template, and what is said of it. */
async function outcome(file: string, text: string): Promise<{ after: string; said: string }> {
  const { changed, report } = await fix([parse(file, text)], { ...DEFAULT_OPTIONS, unsafe: true });
  const broken = report.findings.filter(each => each.ruleId === 'parse-error').map(each => each.message);
  const refused = report.fixes.refused.map(each => each.why);
  return { after: changed[0]?.after ?? text, said: [...broken, ...refused].join('\n') };
}

describe('a template is left alone', () => {
  test.each([
    ['whose lines end in nothing but CR', OFF.replaceAll('\n', '\r'), /not valid YAML/],
    ['that is two documents', `${OFF}---\n${OFF}`, /a second one starts here/],
    ['behind which another document begins', `${OFF}---\n`, /a second one starts here/],
    ['that is indented by tabs', OFF.replace('      Cluster', '\tCluster'), /a tab in the indentation/],
    ['with an alias of nothing', `${OFF}Metadata: *nowhere\n`, /refers to no anchor/],
    ['with an alias inside of what it repeats', `${OFF}Metadata: &a\n  B: *a\n`, /is inside the value/],
    ['that grows without measure', `${bomb()}${OFF}`, /more than two million values/],
    ['with a list for a key', `${OFF}Metadata:\n  ? [a]\n  : 1\n`, /A key must be text/],
    ['with a key twice', `${OFF}      Cluster: other\n`, /Duplicate key.*a duplicate key/s],
    [
      'that is nested without end',
      `${OFF}Metadata: ${'['.repeat(3000)}\n`,
      /nested too deeply|not valid YAML/,
    ],
  ])('%s', async (_, text, why) => {
    const { after, said } = await outcome('a.yaml', text);
    expect(after).toBe(text);
    expect(said).toMatch(why);
  });

  test.each([
    ['with a comment', JSON_OFF.replace('}}}}', '}}}} // end')],
    ['with a comma at the end', JSON_OFF.replace('"a"', '"a",')],
    ['with a key twice', JSON_OFF.replace('"a"', '"a","Cluster":"b"')],
    ['that does not end', JSON_OFF.slice(0, -1)],
    ['that is nested without end', JSON_OFF.replace('"a"', '['.repeat(3000))],
  ])('in JSON %s', async (_, text) => {
    const { after, said } = await outcome('a.json', text);
    expect(after).toBe(text);
    expect(said).not.toBe('');
  });

  test('that would run code, which is not run', async () => {
    const code = "function () { globalThis.wasRun = true; return 'x'; }";
    const text = `${OFF}Metadata: {toString: !!js/function "${code}"}\n`;
    const { after, said } = await outcome('a.yaml', text);
    expect(after).toBe(text);
    expect(said).toMatch(/not readable as YAML \(js-yaml\): unknown tag/);
    expect('wasRun' in globalThis).toBe(false);
  });
});

test('keys that mean something to JavaScript are keys like others', async () => {
  const text = `${OFF}Metadata:\n  __proto__: {a: 1}\n  constructor: x\n  class: y\n`;
  const { after } = await outcome('a.yaml', text);
  expect(after).toBe(text.replace('app\n', 'app\n      EnableExecuteCommand: true\n'));
});

/** Nine aliases of nine aliases, nine times. */
function bomb(): string {
  const names = [...'abcdefghi'];
  const lines = names.map((name, i) => {
    const item = i === 0 ? 'x' : `*${names[i - 1]}`;
    return `${name.toUpperCase()}: &${name} [${Array(9).fill(item).join(', ')}]\n`;
  });
  return lines.join('');
}
