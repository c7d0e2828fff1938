import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import manifest from '../package.json' with { type: 'json' };
import { isFlagName } from '../src/cli/args/flags.ts';
import { CLI } from './cli/harness.ts';

const FOLDER: string = join(dirname(dirname(CLI)), '.github', 'ISSUE_TEMPLATE');
const FORMS: readonly string[] = readdirSync(FOLDER).filter(name => name !== 'config.yml');

interface Item {
  readonly type: string;
  readonly id?: string;
  readonly attributes: {
    readonly label?: string;
    readonly value?: string;
    readonly options?: readonly unknown[];
  };
  readonly validations?: { readonly required: boolean };
}

test('there is a form for each thing that people come with', () => {
  expect([...FORMS].sort()).toEqual([
    'damaged-template.yml',
    'false-alarm.yml',
    'missed-fault.yml',
    'new-rule.yml',
  ]);
  expect(parse(readFileSync(join(FOLDER, 'config.yml'), 'utf8'))).toEqual({ blank_issues_enabled: true });
});

describe.each(FORMS)('%s', name => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  // GitHub reads YAML 1.1, in which a bare No is no text.
  const form = parse(text, { version: '1.1' });
  const body: readonly Item[] = form.body;
  const questions = body.filter(each => each.type !== 'markdown');

  test('is one that GitHub takes', () => {
    for (const key of ['name', 'description', 'title']) expect(form[key]).toMatch(/\S/);
    expect(Object.keys(form).sort()).toEqual(['body', 'description', 'labels', 'name', 'title']);
    const kinds = new Set(body.map(each => each.type));
    expect([...kinds].filter(each => !/^(?:markdown|textarea|input|dropdown)$/.test(each))).toEqual([]);
    const ids = questions.map(each => each.id);
    expect(ids.filter(each => !/^[a-z]+$/.test(each ?? ''))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(questions.map(each => each.attributes.label)).size).toBe(ids.length);
    for (const { type, attributes } of body) {
      expect(typeof (type === 'markdown' ? attributes.value : attributes.label)).toBe('string');
      if (type !== 'dropdown') continue;
      expect(attributes.options?.length).toBeGreaterThan(1);
      expect(attributes.options?.filter(each => typeof each !== 'string')).toEqual([]);
    }
  });

  test('asks for a template, without which nobody can see it', () => {
    const templates = questions.filter(each => /^Template/.test(each.attributes.label ?? ''));
    expect(templates.length).toBeGreaterThan(0);
    expect(templates.filter(each => each.validations?.required !== true)).toEqual([]);
  });

  test('names flags and scripts that there are', () => {
    const flags = [...text.matchAll(/(?<=[\s`"])--([a-z-]+)/g)].map(([, flag = '']) => flag);
    expect(flags.filter(each => !isFlagName(each))).toEqual([]);
    for (const [, script = ''] of text.matchAll(/npm run ([\w:-]+)/g))
      expect(manifest.scripts).toHaveProperty(script);
  });
});
