import { describe, expect, test } from 'vitest';
import { cpu } from '../cpu.ts';
import { answers, explore } from './template.ts';

/** In which scenarios the condition `C` holds. */
function scenarios(
  parameters: string,
  conditions: string,
  given: Record<string, string> = {},
  more = '',
): string[] {
  const text = `Parameters: { ${parameters} }\nConditions:\n${conditions.replace(/^/gm, '  ')}\n${more}\n`;
  const found = explore(text, template => String(template.holds('C')), given).answers.map(each => each.value);
  return [...new Set(found)].sort();
}

const FREE = 'P: { Type: String }';
const BOTH = ['false', 'true'];

describe('Equals', () => {
  test.each([
    ['a parameter may be anything', FREE, 'C: !Equals [!Ref P, a]', BOTH],
    ['and is what it is compared with on either side', FREE, 'C: !Equals [a, !Ref P]', BOTH],
    ['two texts are equal or not', FREE, 'C: !Equals [a, a]', ['true']],
    ['two other texts are not', FREE, 'C: !Equals [a, b]', ['false']],
    ['a parameter is equal to itself', FREE, 'C: !Equals [!Ref P, !Ref P]', ['true']],
    [
      'a parameter is one of its allowed values',
      'P: { Type: String, AllowedValues: [a, b] }',
      'C: !Equals [!Ref P, c]',
      ['false'],
    ],
    ['and may be each of them', 'P: { Type: String, AllowedValues: [a, b] }', 'C: !Equals [!Ref P, b]', BOTH],
    [
      'a default is not all that it may be',
      'P: { Type: String, Default: a }',
      'C: !Equals [!Ref P, a]',
      BOTH,
    ],
    [
      'an unquoted switch is compared as text',
      'P: { Type: String, AllowedValues: [true, false] }',
      'C: !Equals [!Ref P, "true"]',
      BOTH,
    ],
    [
      'a number is compared as it is written',
      'P: { Type: Number, AllowedValues: [1.0] }',
      'C: !Equals [!Ref P, "1.0"]',
      ['true'],
    ],
    [
      'a number with leading zeros too',
      'P: { Type: String, AllowedValues: [0123] }',
      'C: !Equals [!Ref P, 0123]',
      ['true'],
    ],
    ['the region may be any', FREE, 'C: !Equals [!Ref AWS::Region, us-east-1]', BOTH],
    ['the long form', FREE, 'C: { "Fn::Equals": [{ Ref: P }, a] }', BOTH],
    ['a list that is joined', 'P: { Type: CommaDelimitedList }', 'C: !Equals [!Join ["", !Ref P], ""]', BOTH],
    ['a dynamic reference may be anything', FREE, 'C: !Equals ["{{resolve:ssm:/a}}", a]', BOTH],
    ['only one side', FREE, 'C: !Equals [a]', ['undefined']],
  ])('%s', (_, parameters, conditions, expected) => {
    expect(scenarios(parameters, conditions)).toEqual(expected);
  });

  test.each([
    ['Sub', '!Sub "${P}-x"'],
    ['Join', '!Join ["-", [!Ref P, x]]'],
    ['Select', '!Select [0, [!Sub "${P}-x", b]]'],
  ])('%s around a parameter is computed', (_, written) => {
    const allowed = 'P: { Type: String, AllowedValues: [a, b] }';
    expect(scenarios(allowed, `C: !Equals [${written}, a-x]`)).toEqual(BOTH);
    expect(scenarios(allowed, `C: !Equals [${written}, c-x]`)).toEqual(['false']);
    expect(scenarios(FREE, `C: !Equals [${written}, c-x]`)).toEqual(BOTH);
    expect(scenarios(FREE, `C: !Equals [${written}, c-y]`)).toEqual(['false']);
  });

  test.each([
    ['Split', 'C: !Equals [!Select [0, !Split [",", !Ref P]], a]', BOTH],
    ['Split of a value that is not there', 'C: !Equals [!Select [0, !Split [",", !Ref P]], c]', ['false']],
    ['several parameters in one text', 'C: !Equals [!Sub "${P}${AWS::Region}", "a,beu"]', BOTH],
    ['several parameters in a text that cannot be', 'C: !Equals [!Sub "${P}${AWS::Region}", x]', ['false']],
  ])('%s is looked at for all allowed values', (_, conditions, expected) => {
    expect(scenarios('P: { Type: String, AllowedValues: ["a,b", "b,c"] }', conditions)).toEqual(expected);
  });

  test('a stored parameter may be anything, whatever is given for it and allowed', () => {
    const stored = 'P: { Type: "AWS::SSM::Parameter::Value<String>", Default: /a, AllowedValues: [/a] }';
    expect(scenarios(stored, 'C: !Equals [!Ref P, a]', { P: '/a' })).toEqual(BOTH);
  });

  test('a given value decides', () => {
    expect(scenarios(FREE, 'C: !Equals [!Ref P, a]', { P: 'a' })).toEqual(['true']);
    expect(scenarios(FREE, 'C: !Equals [!Ref P, a]', { P: 'b' })).toEqual(['false']);
  });
});

describe('And, Or, Not and Condition', () => {
  test.each([
    ['C: !And [!Equals [a, a], !Equals [!Ref P, a]]', BOTH],
    ['C: !And [!Equals [a, b], !Equals [!Ref P, a]]', ['false']],
    ['C: !Or [!Equals [a, a], !Equals [!Ref P, a]]', ['true']],
    ['C: !Or [!Equals [a, b], !Equals [!Ref P, a]]', BOTH],
    ['C: !Not [!Equals [a, b]]', ['true']],
    ['A: !Equals [a, a]\nC: !Condition A', ['true']],
    ['A: !Equals [a, a]\nC: { Condition: A }', ['true']],
    ['A: !Equals [a, a]\nC: !Not [!Condition A]', ['false']],
    ['A: !Equals [a, a]\nC: !And [{ Condition: A }, { "Fn::Not": [{ Condition: A }] }]', ['false']],
    ['A: !Equals [!Ref P, a]\nB: !Equals [!Ref P, b]\nC: !And [!Condition A, !Condition B]', ['false']],
    ['A: !Equals [!Ref P, a]\nC: !Or [!Condition A, !Not [!Condition A]]', ['true']],
    ['C: !Condition Nothing', ['undefined']],
    ['C: !And [!Condition Nothing, !Equals [a, b]]', ['false']],
    ['C: !Or [!Condition Nothing, !Equals [a, a]]', ['true']],
    ['C: !Or [!Condition Nothing, !Equals [a, b]]', ['undefined']],
    ['C: !Not [!Condition Nothing]', ['undefined']],
    ['C: !Condition C', ['undefined']],
    ['C: !Not [!Condition D]\nD: !Not [!Condition C]', ['undefined']],
    ['C: text', ['undefined']],
    ['C: !Macro x', ['undefined']],
  ])('%s', (conditions, expected) => {
    expect(scenarios(FREE, conditions)).toEqual(expected);
  });
});

describe('combinations that cannot be', () => {
  const ask = (text: string) =>
    answers(text, template => `${template.holds('A')} ${template.holds('B')}`).map(each =>
      each.replace(/.*: /, ''),
    );

  test('one text is not equal to two', () => {
    const text = (operand: string) =>
      `Parameters: { P: { Type: String }, L: { Type: CommaDelimitedList } }\nConditions:\n  A: !Equals [${operand}, a]\n  B: !Equals [${operand}, b]\n`;
    const expected = ['false false', 'false true', 'true false'];
    expect(ask(text('!Ref P')).sort()).toEqual(expected);
    expect(ask(text('!Select [1, !Ref L]')).sort()).toEqual(expected);
    expect(ask(text('!Sub "${P}${AWS::Region}"')).sort()).toEqual(expected);
  });

  test('a parameter that a text is built from is the same as where it stands alone', () => {
    const text =
      'Parameters: { P: { Type: String } }\nConditions:\n  A: !Equals [!Ref P, a]\n  B: !Equals [!Sub "${P}-x", a-x]\n';
    expect(ask(text).sort()).toEqual(['false false', 'true true']);
  });

  test('two parameters that are compared with each other are equal or not', () => {
    const text = `
Parameters: { P: { Type: String }, Q: { Type: String }, R: { Type: String } }
Conditions:
  A: !Equals [!Ref P, !Ref Q]
  PR: !Equals [!Ref P, !Ref R]
  QR: !Equals [!Ref R, !Ref Q]
  B: !And [!Condition PR, !Condition QR]
`;
    expect([...new Set(ask(text))].sort()).toEqual(['false false', 'true false', 'true true']);
  });

  test('a parameter may have the value that the other one is compared with', () => {
    const text = `
Parameters: { P: { Type: String }, Q: { Type: String, AllowedValues: [x, y] } }
Conditions:
  A: !Equals [!Ref P, !Ref Q]
  B: !Equals [!Ref Q, x]
`;
    expect([...new Set(ask(text))].sort()).toEqual(['false false', 'false true', 'true false', 'true true']);
  });
});

describe('FindInMap', () => {
  const MAP = (values: string) =>
    `Mappings: { Env: { dev: { Exec: ${values.split(' ')[0]} }, prod: { Exec: ${values.split(' ')[1]} } } }`;

  test.each([
    [
      'keys of a free parameter are those of the mapping',
      FREE,
      '!FindInMap [Env, !Ref P, Exec]',
      'true true',
      ['true'],
    ],
    ['and lead to different values', FREE, '!FindInMap [Env, !Ref P, Exec]', 'true false', BOTH],
    [
      'allowed values choose among them',
      'P: { Type: String, AllowedValues: [dev] }',
      '!FindInMap [Env, !Ref P, Exec]',
      'true false',
      ['true'],
    ],
    [
      'a default for other keys makes a difference',
      FREE,
      '!FindInMap [Env, !Ref P, Exec, { DefaultValue: no }]',
      'true true',
      BOTH,
    ],
    ['the region chooses as well', FREE, '!FindInMap [Env, !Ref AWS::Region, Exec]', 'true false', BOTH],
    [
      'a key that is built',
      'P: { Type: String, AllowedValues: [d, x] }',
      '!FindInMap [Env, !Sub "${P}ev", Exec]',
      'true false',
      BOTH,
    ],
  ])('%s', (_, parameters, written, values, expected) => {
    expect(scenarios(parameters, `C: !Equals [${written}, "true"]`, {}, MAP(values))).toEqual(expected);
  });

  test('many keys that lead to the same are one', () => {
    const regions = Array.from({ length: 60 }, (_, i) => `r${i}: { Exec: ${i === 7} }`).join(', ');
    const text = `Mappings: { M: { ${regions} } }\nConditions:\n  C: !Equals [!FindInMap [M, !Ref AWS::Region, Exec], "true"]\n`;
    expect(explore(text, template => template.holds('C')).answers.map(each => each.value)).toEqual([
      false,
      true,
    ]);
  });
});

describe('what a parameter may be', () => {
  test.each([
    ['a pattern that lists values', '^(open|shut)$', ['C: !Equals [!Ref P, maybe]', 'false']],
    [
      'a pattern that lists values without more',
      'open|shut',
      ['C: !Or [!Equals [!Ref P, open], !Equals [!Ref P, shut]]', 'true'],
    ],
    ['a pattern that a text does not match', '[a-z]+', ['C: !Equals [!Ref P, ""]', 'false']],
    ['a pattern of several parts', '^(dev|prod)-[0-9]{2}$', ['C: !Equals [!Ref P, dev-1]', 'false']],
  ])('%s bounds it', (_, pattern, [condition = '', expected]) => {
    expect(scenarios(`P: { Type: String, AllowedPattern: "${pattern}" }`, condition)).toEqual([expected]);
  });

  test.each([
    ['a pattern that matches', '[a-z]*'],
    ['a pattern that could take for ever', '(a+)+$'],
    ['a pattern that is not simple', '(?=b)a'],
    ['a pattern that is not one', '[a'],
  ])('%s bounds nothing', (_, pattern) => {
    const condition = `C: !Equals [!Ref P, ${'a'.repeat(60)}]`;
    expect(scenarios(`P: { Type: String, AllowedPattern: "${pattern}" }`, condition)).toEqual(BOTH);
  });

  test.each(['(a|a)?'.repeat(30), 'a*'.repeat(60), '(a|aa)'.repeat(30), '(:a)'.repeat(45), 'a?'.repeat(90)])(
    'no pattern keeps it busy: %s',
    pattern => {
      const { ms } = cpu(() =>
        scenarios(
          `P: { Type: String, AllowedPattern: "${pattern}b" }`,
          `C: !Equals [!Ref P, ${'a'.repeat(90)}]`,
        ),
      );
      expect(ms).toBeLessThan(1000);
    },
  );

  test('many allowed values are as many scenarios as conditions tell apart', () => {
    const allowed = Array.from({ length: 40 }, (_, i) => `v${i}`).join(', ');
    const text = `Parameters: { P: { Type: String, AllowedValues: [${allowed}] } }\nConditions:\n  C: !Equals [!Ref P, v3]\n`;
    expect(explore(text, template => template.holds('C')).answers).toHaveLength(2);
  });
});

describe('Rules', () => {
  const RULES = (rule: string) => `Rules:\n  Only: ${rule}`;

  test.each([
    [
      'a list that holds the value',
      '{ Assertions: [{ Assert: !Contains [[a, b], !Ref P] }] }',
      'C: !Equals [!Ref P, a]',
      BOTH,
    ],
    [
      'a list that does not',
      '{ Assertions: [{ Assert: !Contains [[b], !Ref P] }] }',
      'C: !Equals [!Ref P, a]',
      ['false'],
    ],
    [
      'a list of one',
      '{ Assertions: [{ Assert: !Contains [[a], !Ref P] }] }',
      'C: !Equals [!Ref P, a]',
      ['true'],
    ],
    [
      'a value that is not allowed',
      '{ Assertions: [{ Assert: !Not [!Equals [!Ref P, a]] }] }',
      'C: !Equals [!Ref P, a]',
      ['false'],
    ],
    [
      'one of two',
      '{ Assertions: [{ Assert: !Or [!Equals [!Ref P, a], !Equals [!Ref P, b]] }] }',
      'C: !Or [!Equals [!Ref P, a], !Equals [!Ref P, b]]',
      ['true'],
    ],
    [
      'members',
      '{ Assertions: [{ Assert: !EachMemberIn [[!Ref P], [a]] }] }',
      'C: !Equals [!Ref P, a]',
      ['true'],
    ],
    [
      'equal members',
      '{ Assertions: [{ Assert: !EachMemberEquals [[!Ref P], a] }] }',
      'C: !Equals [!Ref P, a]',
      ['true'],
    ],
    [
      'a rule that does not apply',
      '{ RuleCondition: !Equals [!Ref P, b], Assertions: [{ Assert: !Equals [!Ref P, c] }] }',
      'C: !Equals [!Ref P, a]',
      BOTH,
    ],
    [
      'a rule that cannot be read',
      '{ Assertions: [{ Assert: !Contains [!RefAll "AWS::EC2::VPC::Id", !Ref P] }] }',
      'C: !Equals [!Ref P, a]',
      BOTH,
    ],
    ['nonsense', 'text', 'C: !Equals [!Ref P, a]', BOTH],
  ])('%s', (_, rule, conditions, expected) => {
    expect(scenarios(FREE, conditions, {}, RULES(rule))).toEqual(expected);
  });

  test('a rule over two parameters leaves out what it rejects', () => {
    const text = `
Parameters: { Env: { Type: String, AllowedValues: [dev, prod] }, Exec: { Type: String, AllowedValues: [on, off] } }
Rules:
  NotInProd:
    RuleCondition: !Equals [!Ref Env, prod]
    Assertions: [{ Assert: !Equals [!Ref Exec, off] }]
Conditions:
  Prod: !Equals [!Ref Env, prod]
  On: !Equals [!Ref Exec, on]
`;
    const found = answers(text, template => `${template.holds('Prod')} ${template.holds('On')}`);
    expect(found.map(each => each.replace(/.*: /, '')).sort()).toEqual([
      'false false',
      'false true',
      'true false',
    ]);
  });
});

describe('limits', () => {
  function timed(text: string, names: readonly string[]): { complete: boolean; looks: number; ms: number } {
    const { answer, ms } = cpu(() => explore(text, template => names.map(name => template.holds(name))));
    return { complete: answer.complete, looks: answer.answers.length, ms };
  }
  const range = (length: number) => Array.from({ length }, (_, i) => i);

  test('forty-one conditions, each built on the last', () => {
    const conditions = range(41).map(i => {
      const own = `!Equals [!Ref P${i}, on]`;
      return `  C${i}: ${i === 0 ? own : `!And [!Condition C${i - 1}, !Or [!Condition C${i - 1}, ${own}], ${own}]`}`;
    });
    const parameters = range(41).map(i => `  P${i}: { Type: String }`);
    const text = `Parameters:\n${parameters.join('\n')}\nConditions:\n${conditions.join('\n')}\n`;
    const { complete, looks, ms } = timed(text, ['C40']);
    expect({ complete, looks }).toEqual({ complete: true, looks: 42 });
    expect(ms).toBeLessThan(1000);
  });

  test('two hundred conditions that have nothing to do with each other', () => {
    const conditions = range(200).map(i => `  C${i}: !Equals [!Ref P${i}, on]`);
    const parameters = range(200).map(i => `  P${i}: { Type: String }`);
    const text = `Parameters:\n${parameters.join('\n')}\nConditions:\n${conditions.join('\n')}\n`;
    const { complete, ms } = timed(
      text,
      range(200).map(i => `C${i}`),
    );
    expect(complete).toBe(false);
    expect(ms).toBeLessThan(1000);
    expect(timed(text, ['C7', 'C9'])).toMatchObject({ complete: true, looks: 4 });
  });

  test('a chain of conditions and a nest of functions end', () => {
    const chain = range(5000)
      .map(i => `  C${i}: !Not [!Condition C${i + 1}]`)
      .join('\n');
    expect(
      explore(`Conditions:\n${chain}\n`, template => template.holds('C0')).answers[0]?.value,
    ).toBeUndefined();
    const nest = `${'!Not [ '.repeat(190)}!Equals [a, b]${' ]'.repeat(190)}`;
    expect(explore(`Conditions:\n  C: ${nest}\n`, template => template.holds('C')).answers[0]?.value).toBe(
      false,
    );
  });
});
