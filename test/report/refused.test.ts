import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES, FORMATS, loadFormat } from '../../src/cli/core/formats.ts';
import { report, VIEW } from './support.ts';

/** A service whose fix would be easy, but for a key that is there twice. */
const TWICE = `Resources:
  Web:
    Type: AWS::ECS::Service
    Properties:
      Cluster: a
      Cluster: b
      TaskDefinition: c
`;

const WHY = 'The template has a duplicate key, so its meaning is unclear.';
const NO_FIX = `No fix: ${WHY}`;
const REPORT = report(TWICE);

async function shown(format: (typeof FORMAT_NAMES)[number]): Promise<string> {
  return (await loadFormat(format))(REPORT, VIEW);
}

describe('a fix that cannot be made says why', () => {
  test.each(FORMAT_NAMES.filter(each => FORMATS[each].showsFixes))('in %s', async format => {
    expect((await shown(format)).replace(/\s+/g, ' ')).toContain(WHY);
  });

  test('in the sentence of its finding, where a format has no other place for it', async () => {
    expect(await shown('concise')).toMatch(
      new RegExp(`^a\\.yml:2:3: error: .* ${NO_FIX} \\[exec-not-enabled\\]$`, 'm'),
    );
    expect(await shown('github')).toMatch(
      new RegExp(`^::error .*title=exec-not-enabled::.* ${NO_FIX}$`, 'm'),
    );
    expect(await shown('junit')).toContain(`every \`execute-command\` on it is refused. ${NO_FIX}</failure>`);
    const [gitlab] = JSON.parse(await shown('gitlab'));
    const { diagnostics } = JSON.parse(await shown('rdjson'));
    for (const said of [gitlab.description, diagnostics[0].message]) expect(said).toContain(` ${NO_FIX}`);
  });

  test('in a loop too, where the rule has one that was not even tried', async () => {
    const said = report(`Transform: AWS::LanguageExtensions
Mappings: {Exec: {Api: {On: "true"}, Web: {On: "false"}}}
Resources:
  Fn::ForEach::Services:
    - Name
    - [Api, Web]
    - Service\${Name}:
        Type: AWS::ECS::Service
        Properties: {EnableExecuteCommand: !FindInMap [Exec, !Ref Name, "On"]}
`);
    for (const format of FORMAT_NAMES.filter(each => FORMATS[each].showsFixes)) {
      const text = (await loadFormat(format))(said, VIEW).replace(/\s+/g, ' ');
      expect(text, format).toContain('and not all of them need the change.');
    }
  });

  test('in JSON and SARIF for programs too', async () => {
    const { findings, fixes } = JSON.parse(await shown('json'));
    expect([findings[0].fix, findings[0].fixRefused, fixes.refused[0].why]).toEqual([null, WHY, WHY]);
    const log: Log = JSON.parse(await shown('sarif'));
    const [result] = log.runs[0]?.results ?? [];
    expect(result?.properties?.fixRefused).toBe(WHY);
    expect(result?.message.text).toContain(` ${NO_FIX}`);
  });
});
