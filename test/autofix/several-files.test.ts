import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, fix, lint } from '../../src/index.ts';
import type { Rule } from '../../src/rule/types.ts';
import type { Document } from '../../src/syntax/document.ts';
import { parse } from '../../src/syntax/parse.ts';
import { expected, FIXTURES } from '../fixtures.ts';
import { openSet } from '../report/support.ts';
import { type Found, mend, put, rule, turns, valueAt } from './test-rules.ts';

const P = 'Resources.A.Properties.P';
const Q = 'Resources.A.Properties.Q';

const text = (p: number, q = 1): string =>
  `Resources:\n  A:\n    Type: AWS::X::Y\n    Properties:\n      P: ${p}\n      Q: ${q}\n`;

/** A rule about one template that sees another one too. */
function across(
  id: string,
  file: string,
  other: string,
  check: (here: Document, there: Document) => readonly Found[],
): Rule {
  const seen = new Map<string, Document>();
  return rule(id, document => {
    seen.set(document.file, document);
    const [here, there] = [seen.get(file), seen.get(other)];
    return document === here && there ? check(here, there) : [];
  });
}

/** Wants P to be the same in two templates, the one that it is about last. */
const follows = across('follows', 'b.yaml', 'a.yaml', (_, there) =>
  valueAt(there, P) === 2
    ? []
    : [{ path: P, message: 'P is not 2 in a.yaml.', fix: { edits: [put(there, P, 2)] } }],
);

/** Wants P to be 2 in two templates. */
const both = across('both', 'b.yaml', 'a.yaml', (here, there) =>
  valueAt(here, P) === 2 && valueAt(there, P) === 2
    ? []
    : [{ path: P, message: 'P is not 2.', fix: { edits: [put(there, P, 2), put(here, P, 2)] } }],
);

describe('a fix in another file than its finding', () => {
  test('is made there', async () => {
    const { changed, report } = await mend({ 'a.yaml': text(1), 'b.yaml': text(1) }, [follows]);
    expect(changed).toEqual([{ file: 'a.yaml', before: text(1), after: text(2) }]);
    expect(report.fixes).toEqual({
      applied: [{ ruleId: 'follows', file: 'a.yaml', title: 'follows' }],
      refused: [],
    });
    expect(report.findings).toEqual([]);
  });

  test('waits for one that its text meets there', async () => {
    const first = turns('first', P, 1, 3);
    const files = { 'a.yaml': text(1), 'b.yaml': text(2) };
    const { changed, report } = await mend(files, [first, follows]);
    expect(changed.map(each => each.after)).toEqual([text(2)]);
    expect(report.fixes.applied.map(each => each.ruleId)).toEqual(['first', 'follows']);
  });

  test('is refused, by the name of that file, where nothing can be written', async () => {
    const odd = text(1).replace('Properties:', 'Properties:\n      P: 0');
    const { changed, report, before } = await mend({ 'a.yaml': odd, 'b.yaml': text(1) }, [follows]);
    const why = 'The template has a duplicate key, so its meaning is unclear.';
    expect(changed).toEqual([]);
    expect(report.fixes.refused).toEqual([{ ruleId: 'follows', file: 'a.yaml', title: 'follows', why }]);
    expect(before.findings.map(each => [each.file, each.fix, String(each.fixRefused)])).toEqual([
      ['b.yaml', undefined, why],
    ]);
  });
});

describe('a fix in two files', () => {
  const files = { 'a.yaml': text(1), 'b.yaml': text(1), 'c.yaml': text(1) };

  test('is made in both', async () => {
    const { changed, report } = await mend(files, [both]);
    expect(changed).toEqual(['a.yaml', 'b.yaml'].map(file => ({ file, before: text(1), after: text(2) })));
    expect(report.fixes.applied).toEqual([
      { ruleId: 'both', file: 'a.yaml', files: ['a.yaml', 'b.yaml'], title: 'both' },
    ]);
  });

  test('is made in neither where one would be damaged; the others are', async () => {
    const odd = { ...files, 'b.yaml': `${text(1)}  B: &b\n    Type: AWS::X::Y\n  C: *b\n` };
    const damaging = across('damaging', 'b.yaml', 'a.yaml', (here, there) => [
      {
        path: P,
        message: 'It is not right.',
        fix: { edits: [put(there, P, 2), put(here, 'Resources.B.Type', 'AWS::X::Z')] },
      },
    ]);
    const other = turns('other', Q, 1, 2);
    const { changed, report } = await mend(odd, [damaging, other]);
    expect(changed.map(each => [each.file, /P: (.)/.exec(each.after)?.[1]])).toEqual([
      ['a.yaml', '1'],
      ['b.yaml', '1'],
      ['c.yaml', '1'],
    ]);
    expect(changed.map(each => /Q: (.)/.exec(each.after)?.[1])).toEqual(['2', '2', '2']);
    expect(report.fixes.refused).toEqual([
      {
        ruleId: 'damaging',
        file: 'a.yaml',
        files: ['a.yaml', 'b.yaml'],
        title: 'damaging',
        why: expect.anything(),
      },
    ]);
  });

  test('is made in neither where another parser objects to one', async () => {
    const odd = { ...files, 'b.yaml': text(1).replace('  A:', '  &x A:') };
    const { changed, report } = await mend(odd, [both, turns('other', Q, 1, 2)]);
    expect(changed.map(each => [each.file, each.after])).toEqual([
      ['a.yaml', text(1, 2)],
      ['c.yaml', text(1, 2)],
    ]);
    expect(report.findings.map(each => [each.ruleId, each.file, each.fix === undefined])).toEqual([
      ['both', 'b.yaml', true],
      ['other', 'b.yaml', true],
    ]);
    expect(report.findings.map(each => String(each.fixRefused))).toEqual([
      expect.stringContaining('The template is not readable'),
      expect.stringContaining('The template is not readable'),
    ]);
  });

  test('is refused, with all others for that file, though nobody asked for these', async () => {
    const odd = { 'a.yaml': text(1), 'b.yaml': text(1).replace('  A:', '  &x A:') };
    const risky = rule('risky', document =>
      valueAt(document, Q) === 1
        ? [{ path: Q, message: 'Q is 1.', fix: { safety: 'unsafe', edits: [put(document, Q, 2)] } }]
        : [],
    );
    const { report } = await mend(odd, [both, risky]);
    const refused = report.fixes.refused.map(({ ruleId, file, files }) => [ruleId, files ?? file]);
    expect(refused).toEqual([
      ['both', ['a.yaml', 'b.yaml']],
      ['risky', 'b.yaml'],
    ]);
    const left = report.findings.map(each => [each.ruleId, each.file, each.fixRefused !== undefined]);
    expect(left).toEqual([
      ['risky', 'a.yaml', false],
      ['both', 'b.yaml', true],
      ['risky', 'b.yaml', true],
    ]);
  });

  test('is taken out of both where it leaves an error in one', async () => {
    const breaks = rule('breaks', document =>
      document.file === 'b.yaml' && valueAt(document, P) === 2
        ? [{ path: P, message: 'P must not be 2 here.' }]
        : [],
    );
    const { changed, report } = await mend(files, [both, breaks]);
    expect(changed).toEqual([]);
    expect(report.fixes.refused.map(each => String(each.why))).toEqual([
      'It would cause a new error: P must not be 2 here.',
    ]);
  });

  test('does not keep fixes of other files waiting', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`z${String(i).padStart(2, '0')}.yaml`, text(1)]),
    );
    const first = turns('first', P, 1, 3);
    const { changed } = await mend({ ...files, ...many }, [first, both]);
    expect(changed.map(({ file, after }) => `${file} ${/P: (.)/.exec(after)?.[1]}`)).toEqual([
      'a.yaml 2',
      'b.yaml 2',
      'c.yaml 3',
      ...Object.keys(many).map(file => `${file} 3`),
    ]);
  });
});

/** With `UPDATE=1` the fixed files are written. */
async function fixedFiles(set: string): Promise<readonly string[]> {
  const { changed, report } = await fix(openSet(set), { ...DEFAULT_OPTIONS, unsafe: false });
  for (const { file: name } of openSet(set)) {
    const after = changed.find(each => each.file === name)?.after ?? '';
    const path = join(FIXTURES, 'sets', set, name.replace(/\.yml$/, '.fixed.yml'));
    expect(after, name).toBe(expected(path, after, ''));
  }
  return report.fixes.applied.map(({ file, files = [file], title }) => `${files.join(', ')}: ${title}`);
}

describe('roles in stacks of their own', () => {
  test('are fixed in the file of the role that is to have the permissions', async () => {
    expect(await fixedFiles('roles-apart')).toEqual([
      'task-role.yml: Grant the session actions to `TaskRole`; `ExecutionRole` keeps them because something else may need them',
    ]);
  });

  test('get one fix each where two task roles go with one execution role', async () => {
    const [execution, service, role] = openSet('roles-apart');
    const second = (text = '', name = ''): Document =>
      parse(name, text.replaceAll('shop-task-role', 'other-task-role'));
    const documents = [execution, service, role].flatMap(each => each ?? []);
    const all = [
      ...documents,
      second(service?.text, 'other-service.yml'),
      second(role?.text, 'other-role.yml'),
    ];
    const options = { ...DEFAULT_OPTIONS, unsafe: false };
    const fixes = lint(all, options).findings.flatMap(each => each.fix ?? []);
    expect(fixes.flatMap(each => each.splices.map(one => one.file)).sort()).toEqual([
      'other-role.yml',
      'task-role.yml',
    ]);
    const { changed, report } = await fix(all, options);
    expect(changed.map(each => each.file).sort()).toEqual(['other-role.yml', 'task-role.yml']);
    expect(report.fixes.applied.map(each => each.file).sort()).toEqual(['other-role.yml', 'task-role.yml']);
    expect(report.fixes.refused).toEqual([]);
  });

  test('have edits that name that file', () => {
    const { findings } = lint(openSet('roles-apart'), DEFAULT_OPTIONS);
    expect(
      findings.flatMap(({ file, fix: each }) => (each?.splices ?? []).map(one => [file, one.file])),
    ).toEqual([['execution-role.yml', 'task-role.yml']]);
  });

  test('get only a copy where what would move means something only where it is', async () => {
    const move = openSet('role-to-move');
    const [service, role] = move.map(each => each.text);
    const policy = (service ?? '').slice((service ?? '').indexOf('      Policies:'));
    const title =
      'Grant the session actions to `TaskRole`; `ExecutionRole` keeps them because something else may need them';
    const inCluster = `${policy}                Condition: {ArnEquals: {ecs:cluster: !GetAtt Cluster.Arn}}
  Cluster: {Type: AWS::ECS::Cluster}
`;
    const apart = `
  SessionPolicy:
    Type: AWS::IAM::Policy
    Properties:
      Roles: [!Ref ExecutionRole]
      PolicyName: Session
      PolicyDocument:
        Statement: {Effect: Allow, Action: "ssmmessages:*", Resource: "*"}
  TaskRole: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}
`;
    for (const written of [inCluster.replace('ArnEquals', 'ArnLike'), apart]) {
      const documents = [
        parse('service.yml', (service ?? '').replace(policy, written)),
        parse('task-role.yml', role ?? ''),
      ];
      const options = { ...DEFAULT_OPTIONS, unsafe: false, only: ['ssmmessages-on-execution-role'] };
      const { changed, report } = await fix(documents, options);
      expect(report.fixes.applied.map(each => String(each.title))).toEqual([title]);
      expect(changed.map(each => each.file)).toEqual(['task-role.yml']);
    }
  });

  test('are fixed in two files at once where the permissions can move', async () => {
    expect(await fixedFiles('role-to-move')).toEqual([
      'task-role.yml, service.yml: Move the session actions from `ExecutionRole` to `TaskRole`',
    ]);
  });
});
