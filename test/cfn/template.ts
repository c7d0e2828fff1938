import type { Template } from '../../src/cfn/scenario/scenario-template.ts';
import { type Explored, type Scenario, Scenarios } from '../../src/cfn/scenario/scenarios.ts';
import { Declarations } from '../../src/cfn/template/declarations.ts';
import type { Value } from '../../src/cfn/value.ts';
import type { Json } from '../../src/syntax/json-value.ts';
import { parse } from '../../src/syntax/parse.ts';

type Given = Readonly<Record<string, string>>;

export function declarationsOf(text: string, given: Given = {}): Declarations {
  return new Declarations(parse('template.yaml', text), given);
}

export function explore<T>(text: string, ask: (template: Template) => T, given: Given = {}): Explored<T> {
  return new Scenarios(declarationsOf(text, given)).explore(ask);
}

/** The answers in all scenarios, each with the conditions that it was given under. */
export function answers<T>(text: string, ask: (template: Template) => T, given: Given = {}): string[] {
  return explore(text, ask, given).answers.map(each => `${conditions(each.scenario)}${String(each.value)}`);
}

function conditions(scenario: Scenario): string {
  const said = [...scenario].map(([name, value]) => (value ? name : `not ${name}`));
  return said.length > 0 ? `${said.join(', ')}: ` : '';
}

/** What a question comes to in a template without scenarios. */
export function only<T>(text: string, ask: (template: Template) => T, given: Given = {}): T {
  const [answer, another] = explore(text, ask, given).answers;
  if (!answer || another) throw new Error('not exactly one scenario');
  return answer.value;
}

/** The value of the property `X` of a resource `R`, whose text is given, in a template with more sections. */
export function property(written: string, sections = '', given: Given = {}): string {
  return only(withProperty(written, sections), template => show(valueIn(template)), given);
}

export function shape(written: string, sections = '', given: Given = {}): string {
  return only(
    withProperty(written, sections),
    template =>
      show(resource(template).symbolic('X'))
        .replace(/\uFDD0/g, '<')
        .replace(/\uFDD1/g, '>'),
    given,
  );
}

export function withProperty(written: string, sections = ''): string {
  const indented = written.replaceAll('\n', '\n      ');
  return `${sections}\nResources:\n  R:\n    Type: AWS::ECS::Service\n    Properties:\n      X: ${indented}\n  Role:\n    Type: AWS::IAM::Role\n`;
}

export function valueIn(template: Template): Value<Json> {
  return resource(template).read('X');
}

function resource(template: Template) {
  const found = template.resource('R');
  if (!found) throw new Error('no resource R');
  return found;
}

/** `"text"`, `"text" (unsure)`, `absent`, or `unknown because …`. */
export function show(value: Value<unknown>): string {
  switch (value.is) {
    case 'known':
      return `${JSON.stringify(value.value)}${value.unsure === undefined ? '' : ' (unsure)'}`;
    case 'absent':
      return 'absent';
    case 'unknown':
      return `unknown because ${value.why}`;
  }
}
