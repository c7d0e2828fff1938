import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_OPTIONS,
  type ErrorCause,
  type ErrorExplanation,
  explainError,
  lint,
  parse,
  rules,
} from '../../src/index.ts';
import { accountOf, FIXTURES, settingsOf } from '../fixtures.ts';
import { insteadOf } from '../rule-page.ts';
import { IN_SHORT, PASTED, UNRELATED } from './texts.ts';

function explain(text: string, path: string): ErrorExplanation {
  const [name = '', folder = ''] = path.split('/').reverse();
  const document = parse(name, readFileSync(path, 'utf8'));
  const options = {
    ...DEFAULT_OPTIONS,
    settings: settingsOf(folder, name),
    account: accountOf(folder, name),
    pedantic: true,
    respectIgnores: false,
  };
  return explainError(text, lint([document], options));
}

function causes({ services, besides }: ErrorExplanation): readonly ErrorCause[] {
  return [...services.flatMap(each => each.causes), ...besides];
}

const READY = join(FIXTURES, 'whole', 'ready.yml');

function exampleOf(folder: string, name = 'example'): string {
  const paths = ['yaml', 'json'].map(extension => join(FIXTURES, folder, `${name}.${extension}`));
  return paths.find(existsSync) ?? '';
}

const titled = PASTED.map(each => [`${each.message}: ${each.text.slice(0, 60)}`, each] as const);

describe.each(titled)('%s', (_, { text, message, rule, template, outside }) => {
  test('is recognized, and its first cause outside of templates is told', () => {
    const explanation = explain(text, READY);
    expect(explanation.messages[0]?.id).toBe(message);
    expect(`${explanation.outside[0]?.says}`).toContain(outside);
    expect(explanation.isVisible).toBe(rule !== undefined);
    expect(explanation.outside.every(each => /^[a-z]/.test(each.command))).toBe(true);
  });

  test('has no cause in a template without it', () => {
    const failing = causes(explain(text, READY)).filter(each => each.status === 'fails');
    expect(failing).toEqual([]);
    const instead = rules.find(each => each.id === rule && insteadOf(each));
    const path = instead && insteadOf(instead);
    if (path === undefined || template !== undefined) return;
    const still = causes(explain(text, path)).filter(each => each.ruleId === rule);
    expect(still.filter(each => each.status === 'fails')).toEqual([]);
  });

  test.runIf(rule !== undefined)('has its cause first in a template that has it', () => {
    const path = exampleOf(rule ?? '', template);
    const first = causes(explain(text, path)).find(each => each.status === 'fails');
    expect(first?.ruleId).toBe(rule);
  });
});

test.each(IN_SHORT)('is recognized: %s', (text, message) => {
  expect(explain(text, READY).messages[0]?.id).toBe(message);
});

test('there are enough texts, of every message', () => {
  expect(PASTED.filter(each => each.rule !== undefined).length).toBeGreaterThan(40);
  const unseen = new Set(rules.flatMap(each => each.errorMessages ?? []));
  for (const { message } of PASTED) unseen.delete(message);
  expect([...unseen]).toEqual([]);
});

test.each(UNRELATED)('is not claimed to be known: %s', text => {
  expect(explain(text, READY).messages.map(each => each.id)).toEqual([]);
});
