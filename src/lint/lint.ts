import { searchable } from '../cfn/prefilter/scan.ts';
import { TemplateSet } from '../cfn/scenario/template-set.ts';
import { isTemplate } from '../cfn/template/declarations.ts';
import { awsKeyValues } from '../ecs/container/aws-keys.ts';
import type { Finding, Rule } from '../rule/types.ts';
import { Suppression } from '../suppress/suppression.ts';
import type { Document } from '../syntax/document.ts';
import { getOrInsertComputed } from '../util/memoize.ts';
import { withoutDoubtfulPasses } from './account-verdicts.ts';
import { goneFrom, knownAmong } from './baseline.ts';
import { warnOfCodeDeploy } from './code-deploy-fixes.ts';
import { coupleFixes } from './couple-fixes.ts';
import { identity, oneFixACause } from './dedupe.ts';
import { dependencyGraph } from './dependency-graph.ts';
import { Diagnoser, withoutDoubt } from './diagnose.ts';
import { aboutIgnores, reasonToIgnore, suppressedBy, suppressionOf } from './ignores.ts';
import { inactiveRules } from './inactive-rules.ts';
import { type Judged, type Judgement, type Judgements, judge } from './judge.ts';
import type { Options } from './options.ts';
import { readiness } from './readiness.ts';
import type { Diagnostic, Report } from './report.ts';
import { whereOf } from './scenario.ts';
import { notJudged } from './unchecked-services.ts';
import { withPage } from './with-page.ts';

/** Judges templates by rules: all that there is to say, in the order of files and lines. */
export function lint(documents: readonly Document[], rules: readonly Rule[], options: Options): Report {
  const ordered = [...documents].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const templates = ordered.filter(document => isTemplate(document) || looksLikeOne(document));
  const settings = { ...options.settings, exec: policy(rules, options) };
  const asked = rules.filter(rule => rule.policy === undefined || rule.policy === settings.exec);
  const weighed = asked.map(rule => ({
    ...withPage(rule, options.rulePages),
    severity: options.severities[rule.id] ?? rule.severity,
  }));
  const suppression = options.respectIgnores ? new Suppression(templates, options.ignores) : NO_SUPPRESSION;
  const ignored = reasonToIgnore(suppression);
  const judgeIn = ({ stacks }: TemplateSet): Judgements =>
    judge(stacks, weighed, settings, ignored, options.onProgress);
  const system = new TemplateSet(templates, options);
  const first = judgeIn(system);
  const judgements = system.hasDoubts
    ? {
        ...first,
        judged: withoutDoubtfulPasses(
          first.judged,
          judgeIn(new TemplateSet(templates, options, false)).judged,
        ),
      }
    : first;
  const { judged, unjudged } = judgements;
  const diagnoser = new Diagnoser();
  const judging = weighed.flatMap((rule, i) => {
    const own = asked[i] ?? rule;
    const isSkipped = options.skip.includes(rule.id);
    return isAdvice(rule) && isAdvice(own) ? [] : [{ rule, own, isSkipped }];
  });
  const byDocument = new Map<Document, Judged[]>();
  for (const each of judged) getOrInsertComputed(byDocument, each.document, () => []).push(each);
  const services = templates.flatMap(document =>
    readiness(byDocument.get(document) ?? [], judging, diagnoser, ignored),
  );
  const isHeeded = (each: Diagnostic): boolean => !suppressionOf(each, suppression);
  const baseline = options.respectIgnores ? options.baseline : undefined;
  const uncoupled = diagnostics(judged, diagnoser);
  const unfixed = knownAmong(() => inOrder(uncoupled.filter(isHeeded), rules), baseline);
  const isFixable = (each: Diagnostic): boolean =>
    !options.skip.includes(each.ruleId) && isHeeded(each) && !unfixed.has(each);
  const unupdatable = new Map(judged.flatMap(each => [...each.unupdatable]));
  const found = warnOfCodeDeploy(coupleFixes(uncoupled, isFixable), unupdatable);
  const others = templates.flatMap(each => aboutIgnores(each, weighed, options.skip, suppression, diagnoser));
  const heeded = inOrder([...found, ...others].filter(isHeeded), rules);
  const known = knownAmong(() => heeded, baseline);
  const findings = heeded.filter(each => !known.has(each));
  const shown = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
    diagnostics.filter(each => isShown(each, options));
  const suppressed = suppressedBy(shown([...found, ...others]), suppression);
  const understood = new Set(
    ordered.filter(each => each.problems.length === 0 && !unjudged.has(each)).map(each => each.file),
  );
  const drawn = options.graph ? dependencyGraph(judgements, services, diagnoser, system) : undefined;
  return {
    documents: templates,
    skipped: ordered.filter(document => !templates.includes(document)).map(each => each.file),
    notAnalyzed: ordered.filter(document => unjudged.has(document)).map(each => each.file),
    findings: oneFixACause(shown(findings)),
    ignored: suppressed.reduce((sum, each) => sum + each.count, 0),
    services,
    unchecked: {
      ...notJudged(judged, system, diagnoser),
      rules: inactiveRules(rules, { ...options, settings }),
      suppressed,
      files: [],
      belowError: 0,
    },
    secrets: templates.flatMap(each =>
      awsKeyValues(each).map(({ start, end }) => ({ file: each.file, start, end })),
    ),
    confidential: options.account?.confidential ?? [],
    graph: drawn,
    fixes: { applied: [], refused: [] },
    ...(baseline && {
      baseline: {
        name: baseline.name,
        known: shown([...known]),
        gone: goneFrom(baseline, heeded, file => understood.has(file)),
      },
    }),
  };
}

/** Advice says nothing about whether a launcher is ready; a rule that is only made to count as little still does. */
function isAdvice(rule: Rule): boolean {
  return rule.severity === 'info';
}

const NO_SUPPRESSION = new Suppression([], undefined);

function inOrder(diagnostics: Diagnostic[], rules: readonly Rule[]): readonly Diagnostic[] {
  const order = new Map(rules.map((rule, i) => [rule.id, i]));
  const rank = (each: Diagnostic): number => order.get(each.ruleId) ?? 0;
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return diagnostics.sort(
    (a, b) =>
      text(a.file, b.file) ||
      a.range.start.offset - b.range.start.offset ||
      rank(a) - rank(b) ||
      text(String(a.message), String(b.message)),
  );
}

/** What cannot be read may still be meant as a template. */
function looksLikeOne({ problems, text }: Document): boolean {
  return problems.length > 0 && /\bAWS::\w+::|^[\s{]*["']?Resources["']?\s*:/m.test(searchable(text));
}

/** Where nobody asks for exec to be on, only services that have it on are judged. */
function policy(rules: readonly Rule[], options: Options): Options['settings']['exec'] {
  const { exec } = options.settings;
  const isSkipped = rules.some(rule => rule.demandsExec && options.skip.includes(rule.id));
  return exec === 'required' && isSkipped ? 'optional' : exec;
}

function isShown(diagnostic: Diagnostic, options: Options): boolean {
  if (options.reportedFiles?.has(diagnostic.file) === false) return false;
  if (options.only.length > 0 && !options.only.includes(diagnostic.ruleId)) return false;
  if (options.skip.includes(diagnostic.ruleId)) return false;
  return diagnostic.severity !== 'info' || options.pedantic || options.only.includes(diagnostic.ruleId);
}

/** Services that share a role or a cluster share the finding about it. */
function diagnostics(judged: readonly Judged[], diagnoser: Diagnoser): readonly Diagnostic[] {
  const groups = new Map<string, FindingJudgement[]>();
  for (const judgement of judged.flatMap(each => each.judgements)) {
    if (!isFinding(judgement)) continue;
    const key = `${judgement.rule.id} ${identity(judgement.verdict)}`;
    const group = groups.get(key);
    if (group) group.push(judgement);
    else groups.set(key, [judgement]);
  }
  const merged = [...groups.values()].flatMap(group => {
    const scenarios = whereOf(group);
    const all = group.map(({ rule, verdict }) => diagnoser.diagnose(rule, verdict, scenarios));
    return all.length > 0 ? [all.reduce(join)] : [];
  });
  return withoutDoubles(merged);
}

/** What is sure in all scenarios is not said again as likely. */
function withoutDoubles(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = (each: Diagnostic): string =>
    JSON.stringify([each.ruleId, each.file, each.path, withoutDoubt(each)]);
  const certain = diagnostics.filter(each => each.sure && each.scenarios.length === 0);
  const said = new Set(certain.map(keyOf));
  return diagnostics.filter(each => each.sure || !said.has(keyOf(each)));
}

type FindingJudgement = Judgement & { readonly verdict: Finding };

function isFinding(judgement: Judgement): judgement is FindingJudgement {
  return 'message' in judgement.verdict;
}

function join(a: Diagnostic, b: Diagnostic): Diagnostic {
  const more = b.related.filter(each => !a.related.some(other => sameRelated(each, other)));
  const launchers = [...new Set([...a.launchers, ...b.launchers])];
  return { ...a, related: [...a.related, ...more], launchers, fix: lessSafe(a.fix, b.fix) };
}

/** Of the same fix for two launchers: what is not safe for one of them is not safe. */
function lessSafe(a: Diagnostic['fix'], b: Diagnostic['fix']): Diagnostic['fix'] {
  return a?.safety === 'safe' && b?.safety === 'unsafe' ? b : a;
}

function sameRelated(a: Diagnostic['related'][number], b: Diagnostic['related'][number]): boolean {
  return String(a.message) === String(b.message) && a.range.start.offset === b.range.start.offset;
}
