import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DEFAULT_OPTIONS, fix, lint, parse, type Report } from '../../src/index.ts';

const ARTICLE = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), '../shared/article-ja.md');
const isThere = existsSync(ARTICLE);
if (!isThere) console.warn(`SKIPPED: ${ARTICLE} is not there, so its snippets are not pasted together.`);
const hasCfnLint = spawnSync('cfn-lint', ['--version']).status === 0;

/** What the snippets of the article leave to the reader. */
const HEAD = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  ProjectName: { Type: String }
  DesiredCount: { Type: Number, Default: 1 }
Resources:
`;
const REST = `
  TaskDefinition:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Cpu: "256"
      Memory: "512"
      NetworkMode: awsvpc
      RequiresCompatibilities: [FARGATE]
      TaskRoleArn: !GetAtt TaskRole.Arn
      ContainerDefinitions:
        - Name: app
          Image: public.ecr.aws/nginx/nginx:latest
          PortMappings: [{ ContainerPort: 80 }]
  TaskRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: ecs-tasks.amazonaws.com }
            Action: sts:AssumeRole
`;

/** The snippets as they are, and what they leave out. */
function pasted(): string {
  const snippets = [...readFileSync(ARTICLE, 'utf8').matchAll(/^```yml\n(.*?)^```/gms)].map(each => each[1]);
  expect(snippets.length).toBeGreaterThan(3);
  return HEAD + snippets.join('\n') + REST;
}

test.runIf(isThere)(
  'what is pasted from an article, to the letter, has no error after its fixes',
  async () => {
    const document = parse('stack.yml', pasted());
    expect(errorsOf(lint([document], DEFAULT_OPTIONS))).not.toEqual([]);
    const options = { ...DEFAULT_OPTIONS, unsafe: true };
    const { report, changed, verificationFailures } = await fix([document], options);
    expect(verificationFailures).toEqual([]);
    expect(errorsOf(report)).toEqual([]);
    const again = await fix([parse('stack.yml', changed[0]?.after ?? '')], options);
    expect(again.changed).toEqual([]);
    if (hasCfnLint) expect(objections(changed[0]?.after ?? '')).toEqual([]);
  },
);

function errorsOf({ findings }: Report): readonly string[] {
  return findings.filter(each => each.severity === 'error').map(each => String(each.message));
}

/** What cfn-lint says of a text, but for the placeholders of the article and the `AccessControl` that it sets. */
function objections(text: string): readonly string[] {
  const file = join(mkdtempSync(join(tmpdir(), 'article-')), 'stack.yml');
  writeFileSync(file, text);
  const { stdout } = spawnSync('cfn-lint', ['-f', 'parseable', '-r', 'us-east-1', '--', file], {
    encoding: 'utf8',
  });
  const isOfArticle = /:E115\d:'arn' is not a |:W3045:'AccessControl' is a legacy property/;
  return stdout.split('\n').filter(line => line !== '' && !isOfArticle.test(line));
}
