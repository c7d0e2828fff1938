/** The rule: it says something of every launcher until it asks a question. */
export function ruleFor(group, id, name) {
  return `// FILL IN: what rules of this group can ask is exported by '../../src/rule/${group}.ts'.
import { type Rule, say } from '../../src/rule/index.ts';

export const ${name}: Rule = {
  id: '${id}',
  summary: 'FILL IN (${id}): the defect, in one sentence.',
  why: 'FILL IN (${id}): what happens to the person, in one sentence.',
  severity: 'warning',
  // FILL IN: the properties that it is about, or nothing; all fields are explained in src/rule/types.ts.
  properties: ['EnableExecuteCommand'],
  // FILL IN: 'safe', 'unsafe' or 'none'. With a fix, fixSafety says what makes it so, what it writes and what it leaves alone.
  fix: 'none',
  notes: 'FILL IN (${id}): exceptions and limits, or nothing at all.',
  // FILL IN: where AWS says so.
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html'],

  *checkLauncher(launcher) {
    yield {
      at: launcher.at,
      message: say\`FILL IN (${id}): \${launcher.title} has the defect, and this comes of it.\`,
      for: [launcher],
    };
  },
};
`;
}

/** By the English texts above. */
export function japaneseFor(id) {
  const entries = [
    ['the defect, in one sentence.', '問題の内容。'],
    ['what happens to the person, in one sentence.', '利用者への影響。'],
    ['exceptions and limits, or nothing at all.', '例外や制限。'],
    ['{0} has the defect, and this comes of it.', '{0} の問題とその影響。'],
  ].map(([english, japanese]) => entry(`FILL IN (${id}): ${english}`, `FILL IN (${id}): ${japanese}`));
  return `  // ${id}\n${entries.join('')}`;
}

/** As the formatter has it. */
function entry(english, japanese) {
  const line = `  '${english}': '${japanese}',`;
  const columns = [...line].reduce((sum, each) => sum + (each > '\u2fff' ? 2 : 1), 0);
  return columns > 110 ? `  '${english}':\n    '${japanese}',\n` : `${line}\n`;
}

/** By what is to become of them: reported, put right, none of the rule's business, and reported under one condition. */
export function fixturesFor() {
  return {
    'example.yaml': template(
      'a template with the defect, the smallest that looks real; it is shown on the page of the rule',
    ),
    'example.good.yaml': template(
      'the same without the defect, shown on the page of the rule; delete it if the rule has a fix',
    ),
    'elsewhere.yaml': template(
      'a template that looks like it and must not be reported, because the answer is in another template or not known',
    ),
    'conditional.json': CONDITIONAL,
  };
}

function template(about) {
  return `# FILL IN: ${about}
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      EnableExecuteCommand: true
      TaskDefinition: !Ref Task

  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: app
          Image: nginx:1.27
`;
}

const CONDITIONAL = `{
  "Description": "FILL IN: a template that has the defect under one condition only",
  "Parameters": { "Stage": { "Type": "String", "AllowedValues": ["test", "live"] } },
  "Conditions": { "IsLive": { "Fn::Equals": [{ "Ref": "Stage" }, "live"] } },
  "Resources": {
    "Service": {
      "Type": "AWS::ECS::Service",
      "Properties": {
        "EnableExecuteCommand": { "Fn::If": ["IsLive", true, false] },
        "TaskDefinition": { "Ref": "Task" }
      }
    },
    "Task": {
      "Type": "AWS::ECS::TaskDefinition",
      "Properties": { "ContainerDefinitions": [{ "Name": "app", "Image": "nginx:1.27" }] }
    }
  }
}
`;
