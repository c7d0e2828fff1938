import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { folder, run } from '../../cli/harness.ts';
import type { Observation } from '../observations.ts';
import { applyJson, applyRdjson, applySarif, type Texts } from './appliers.ts';

const ROLE = (name: string, more = ''): string => `# 役割 😀
Resources:
  ${name}:
    Type: AWS::IAM::Role # ロール 😀
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: {Service: ecs-tasks.amazonaws.com}
            Action: sts:AssumeRole # 引き受ける 😀
${more}Outputs:
  ${name}:
    Value: !GetAtt ${name}.Arn
    Export:
      Name: ${name}
`;

const SESSION = `      Policies:
        - PolicyName: Session
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action:
                  - ssmmessages:CreateControlChannel
                  - ssmmessages:CreateDataChannel
                  - ssmmessages:OpenControlChannel
                  - ssmmessages:OpenDataChannel
                Resource: "*"
`;

/** The roles of a service come by export, and what is wrong with one is seen in another. */
const TEMPLATES: Texts = {
  'service.yml': `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: shared
      TaskDefinition: !Ref Task # 定義 😀
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !ImportValue TaskRole
      ExecutionRoleArn: !ImportValue ExecutionRole
`,
  'roles/execution role.yml': ROLE('ExecutionRole', SESSION),
  'roles/task-role.yml': ROLE('TaskRole'),
};

function templatesIn(cwd: string): Texts {
  return Object.fromEntries(
    Object.keys(TEMPLATES).map(name => [name, readFileSync(join(cwd, name), 'utf8')]),
  );
}

interface Made {
  readonly json: string;
  readonly sarif: string;
  readonly rdjson: string;
  /** What `--fix` writes. */
  readonly fixed: Texts;
}

let made: Made | undefined;

/** The reports on the templates as they are, and then the templates as they are fixed. */
function make(): Made {
  if (made) return made;
  const cwd = folder({ ...TEMPLATES, '.git/HEAD': 'ref: refs/heads/main\n' });
  const formats = ['json', 'sarif', 'rdjson'].flatMap(each => ['-f', `${each}=report.${each}`]);
  expect(run(cwd, [...formats, '-f', 'concise', ...Object.keys(TEMPLATES)]).code).toBe(1);
  const report = (format: string): string => readFileSync(join(cwd, `report.${format}`), 'utf8');
  const reports = { json: report('json'), sarif: report('sarif'), rdjson: report('rdjson') };
  expect(run(cwd, ['--fix', '-f', 'concise', ...Object.keys(TEMPLATES)]).code).toBe(0);
  made = { ...reports, fixed: templatesIn(cwd) };
  return made;
}

/** Whoever applies the edits of a report gets what `--fix` writes, and nothing in a file that they are not for. */
export const EDITS: readonly Observation[] = [
  {
    name: 'a role that comes by export is fixed in its own template, of three',
    see: () => {
      const { fixed } = make();
      const changed = Object.keys(fixed).filter(name => fixed[name] !== TEMPLATES[name]);
      expect(changed).toEqual(['service.yml', 'roles/task-role.yml']);
      return '`--fix` changes the template of the service and that of the role';
    },
  },
  {
    name: 'the edits of the report in `json`, applied',
    see: () => {
      const { json, fixed } = make();
      expect(applyJson(json, TEMPLATES)).toEqual(fixed);
      return 'the same files as by `--fix`';
    },
  },
  {
    name: 'the fixes of the report in `sarif`, applied',
    see: () => {
      const { sarif, fixed } = make();
      expect(applySarif(sarif, TEMPLATES)).toEqual(fixed);
      return 'the same files as by `--fix`';
    },
  },
  {
    name: 'the suggestions of the report in `rdjson`, applied',
    see: () => {
      const { rdjson, fixed } = make();
      const applied = applyRdjson(rdjson, TEMPLATES);
      expect(applied['service.yml']).toBe(fixed['service.yml']);
      for (const name of Object.keys(TEMPLATES))
        expect([TEMPLATES[name], fixed[name]]).toContain(applied[name]);
      return 'each file as by `--fix`, or as it was: a suggestion is for one file';
    },
  },
];
