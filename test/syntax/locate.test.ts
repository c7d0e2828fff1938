import { expect, test } from 'vitest';
import { locate, parse } from '../../src/index.ts';

const YAML = `Resources:
  Web: &web
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task # comment
      LoadBalancers:
        - {ContainerPort: 80}
  Copy: *web
`;

/** Where the first of a text stands, and whether that is in a key. */
function at(text: string, word: string): string {
  const { path, key } = locate(parse('a.yml', text), text.indexOf(word) + 1);
  return `${path.join('.')}${key ? ` ${text.slice(key.start, key.end)}` : ''}`;
}

test.each([
  ['Web', 'Resources.Web Web'],
  ['Type', 'Resources.Web.Type Type'],
  ['AWS::ECS', 'Resources.Web.Type'],
  ['TaskDefinition', 'Resources.Web.Properties.TaskDefinition TaskDefinition'],
  ['Task #', 'Resources.Web.Properties.TaskDefinition.Ref'],
  ['80', 'Resources.Web.Properties.LoadBalancers.0.ContainerPort'],
  ['Copy', 'Resources.Copy Copy'],
  ['*web', 'Resources'],
])('finds what stands at %s', (word, expected) => {
  expect(at(YAML, word)).toBe(expected);
});

test('finds what stands in JSON', () => {
  const text = '{"Resources": {"Web": {"Type": "AWS::ECS::Service"}}}';
  expect(at(text, 'Web')).toBe('Resources.Web "Web"');
  expect(at(text, 'AWS')).toBe('Resources.Web.Type');
});

test('finds nothing in particular in an empty text, or behind its end', () => {
  expect(locate(parse('a.yml', ''), 0)).toEqual({ path: [], key: undefined });
  expect(locate(parse('a.yml', YAML), 10_000).path).toEqual([]);
});
