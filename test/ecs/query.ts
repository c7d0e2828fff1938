import { display } from '../../src/cfn/functions/placeholder.ts';
import type { Resource } from '../../src/cfn/scenario/resource.ts';
import type { Template } from '../../src/cfn/scenario/scenario-template.ts';
import { Scenarios } from '../../src/cfn/scenario/scenarios.ts';
import { Declarations } from '../../src/cfn/template/declarations.ts';
import type { Answer, Value } from '../../src/cfn/value.ts';
import type { Launcher } from '../../src/ecs/launchers/launcher.ts';
import { launchers } from '../../src/ecs/launchers/launchers.ts';
import { parse } from '../../src/syntax/parse.ts';

/** What a template answers in each of its scenarios. */
export function ask<T>(text: string, question: (template: Template) => T): readonly T[] {
  const document = parse('template.yaml', text);
  if (document.problems.length > 0) throw new Error(String(document.problems[0]?.message));
  return new Scenarios(new Declarations(document)).explore(question).answers.map(each => each.value);
}

/** The answer of a template that has one scenario only. */
export function askOnce<T>(text: string, question: (template: Template) => T): T {
  const [answer, ...others] = ask(text, question);
  if (answer === undefined || others.length > 0) throw new Error(`${others.length + 1} scenarios`);
  return answer;
}

export function resource(template: Template, id: string): Resource {
  const found = template.resource(id);
  if (!found) throw new Error(`no resource ${id}`);
  return found;
}

export function launcher(template: Template, id: string): Launcher {
  const found = launchers(template).find(each => each.id === id);
  if (!found) throw new Error(`no launcher ${id} among ${launchers(template).map(each => each.id)}`);
  return found;
}

/** A value in one line: what it is, `?` where it is only likely, or why it is not known. */
export function say(value: Value<unknown> | Answer): string {
  switch (value.is) {
    case 'known':
      return `${display(sayPlain(value.value))}${value.unsure === undefined ? '' : '?'}`;
    case 'absent':
      return 'absent';
    case 'unknown':
      return `unknown because ${value.why}`;
    case 'yes':
    case 'no':
      return `${value.is}${value.unsure === undefined ? '' : '?'}`;
  }
}

function sayPlain(value: unknown): string {
  if (Array.isArray(value)) return value.map(sayPlain).join(', ');
  if (typeof value === 'object' && value !== null) {
    if ('is' in value && 'at' in value) return 'value';
    if ('id' in value) return String(value.id);
    if ('path' in value && Array.isArray(value.path)) return value.path.join('.');
  }
  return String(value);
}
