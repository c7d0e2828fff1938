import { ENABLE_EXECUTE_COMMAND } from '../ecs/enablement/enable-execute-command.ts';
import { distinctEdits } from '../edit/tree/edit.ts';
import { continuing, type Sentence, say } from '../i18n/sentence.ts';
import type { Fix } from '../rule/types.ts';
import { isArray, isObject, type Json } from '../syntax/json-value.ts';
import type { Diagnostic } from './report.ts';

/**
 * Makes one change of two that a deploy only takes together. ECS rejects ECS Exec without what it depends on, such as a
 * task role: a fix that switches it on does the other's work as well, and is as safe as the less safe of the two.
 *
 * @param isFixable False for findings that nobody wants to have fixed, since they are suppressed or skipped.
 */
export function coupleFixes(
  diagnostics: readonly Diagnostic[],
  isFixable: (diagnostic: Diagnostic) => boolean,
): readonly Diagnostic[] {
  const conditions = diagnostics.filter(each => each.blocks === 'deploy with exec');
  if (conditions.length === 0) return diagnostics;
  return diagnostics.map(diagnostic => {
    const { fix, launchers, blocks } = diagnostic;
    // What is rejected as it stands is no worse off.
    if (!fix || blocks === 'deploy' || !switchesOn(fix)) return diagnostic;
    const needed = conditions.filter(
      each => each !== diagnostic && each.launchers.some(launcher => launchers.includes(launcher)),
    );
    const rejected = needed.find(each => each.sure && !each.fix && isFixable(each));
    if (rejected)
      return {
        ...diagnostic,
        fix: undefined,
        fixRefused: say`The deployment would fail: ${rejected.message}`,
      };
    const coupled = needed.reduce<Fix>((before, each) => couple(before, each, isFixable(each)), fix);
    return coupled === fix ? diagnostic : { ...diagnostic, fix: { ...coupled, splices: [] } };
  });
}

/** Whether edits switch ECS Exec on for something: they give its property another value than `false`. */
export function switchesOn({ edits }: Pick<Fix, 'edits'>): boolean {
  return edits.some(edit => {
    if (edit.op === 'rename') return isExecProperty(edit.key);
    if (edit.op === 'remove') return false;
    return isExecProperty(String(edit.at.path.at(-1))) ? isOn(edit.value) : setsExecProperty(edit.value);
  });
}

function isExecProperty(key: string): boolean {
  return key.toLowerCase() === ENABLE_EXECUTE_COMMAND.toLowerCase();
}

function isOn(value: Json): boolean {
  return !/^false$/i.test(String(value));
}

function setsExecProperty(value: Json): boolean {
  if (isArray(value)) return value.some(setsExecProperty);
  return (
    isObject(value) &&
    Object.entries(value).some(([key, each]) => (isExecProperty(key) ? isOn(each) : setsExecProperty(each)))
  );
}

function couple(fix: Fix, condition: Diagnostic, isFixable: boolean): Fix {
  const { fix: other, message } = condition;
  if (!other || !isFixable) return { ...fix, ...withWarning(fix, message) };
  const isUnsafe = other.safety === 'unsafe';
  const reason = other.warning ? say`${message} ${other.warning}` : message;
  const accepted = isUnsafe ? withWarning(fix, reason) : undefined;
  const fallback = other.fallback && { ...merged(fix, other.fallback), ...accepted };
  return { ...merged(fix, other), ...accepted, fallback };
}

function merged(fix: Fix, other: Fix): Fix {
  return {
    ...fix,
    title: say`${fix.title}, and ${continuing(other.title)}`,
    edits: distinctEdits([...fix.edits, ...other.edits]),
    preconditions: [...(fix.preconditions ?? []), ...(other.preconditions ?? [])],
  };
}

/** Of a fix that is only made by who accepts what comes of it. */
export function withWarning({ warning }: Fix, reason: Sentence): Pick<Fix, 'safety' | 'warning'> {
  return { safety: 'unsafe', warning: warning ? say`${warning} ${reason}` : reason };
}
