import { isTemplate } from '../cfn/declarations.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Document } from '../syntax/document.ts';
import { Diagnoser, LIKELY } from './diagnose.ts';
import { identity } from './identity.ts';
import { type Judged, type Judgement, judge } from './judge.ts';
import type { Options } from './options.ts';
import { readiness } from './readiness.ts';
import type { Diagnostic, Readiness, Report } from './report.ts';
import { whereOf } from './scenario.ts';

/** Judges templates by rules: all that there is to say, in the order of files and lines. */
export function lint(documents: readonly Document[], rules: readonly Rule[], options: Options): Report {
  const ordered = [...documents].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const templates = ordered.filter(document => isTemplate(document) || looksLikeOne(document));
  const settings = { ...options.settings, exec: policy(rules, options) };
  const asked = rules.filter(rule => rule.policy === undefined || rule.policy === settings.exec);
  const findings: Diagnostic[] = [];
  const services: Readiness[] = [];
  for (const document of templates) {
    const judged = judge(document, asked, settings, options.parameters);
    const diagnoser = new Diagnoser(document);
    findings.push(...diagnostics(judged, asked, diagnoser));
    services.push(...readiness(judged, asked, diagnoser));
  }
  return {
    documents: templates,
    skipped: ordered.filter(document => !templates.includes(document)).map(each => each.file),
    findings: findings.filter(each => isShown(each, options)),
    services,
    fixes: { applied: [], refused: [] },
  };
}

/** What cannot be read may still be meant as a template. */
function looksLikeOne(document: Document): boolean {
  return document.problems.length > 0 && /\bAWS::\w+::|^\s*["']?Resources["']?\s*:/m.test(document.text);
}

/** Where nobody asks for exec to be on, only services that have it on are judged. */
function policy(rules: readonly Rule[], options: Options): Options['settings']['exec'] {
  const { exec } = options.settings;
  const isSkipped = rules.some(rule => rule.demandsExec && options.skip.includes(rule.id));
  return exec === 'required' && isSkipped ? 'optional' : exec;
}

function isShown(diagnostic: Diagnostic, options: Options): boolean {
  if (options.only.length > 0 && !options.only.includes(diagnostic.ruleId)) return false;
  if (options.skip.includes(diagnostic.ruleId)) return false;
  return diagnostic.severity !== 'info' || options.pedantic;
}

/** Services that share a role or a cluster share the finding about it. */
function diagnostics(judged: Judged, rules: readonly Rule[], diagnoser: Diagnoser): readonly Diagnostic[] {
  const groups = new Map<string, FindingJudgement[]>();
  for (const judgement of judged.judgements) {
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
  const order = new Map(rules.map((rule, i) => [rule.id, i]));
  const rank = (each: Diagnostic): number => order.get(each.ruleId) ?? 0;
  return withoutDoubles(merged).sort(
    (a, b) =>
      a.range.start.offset - b.range.start.offset || rank(a) - rank(b) || (a.message < b.message ? -1 : 1),
  );
}

/** What is sure in all scenarios is not said again as likely. */
function withoutDoubles(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const certain = diagnostics.filter(each => each.sure && each.scenarios.length === 0);
  const said = new Set(
    certain.map(each => JSON.stringify([each.ruleId, each.file, each.path, each.message])),
  );
  return diagnostics.filter(({ ruleId, file, path, message, sure }) => {
    const certainly = message.slice(0, Math.max(0, message.indexOf(LIKELY)));
    return sure || !said.has(JSON.stringify([ruleId, file, path, certainly]));
  });
}

type FindingJudgement = Judgement & { readonly verdict: Finding };

function isFinding(judgement: Judgement): judgement is FindingJudgement {
  return !('undecided' in judgement.verdict);
}

function join(a: Diagnostic, b: Diagnostic): Diagnostic {
  const more = b.related.filter(each => !a.related.some(other => sameRelated(each, other)));
  return { ...a, related: [...a.related, ...more] };
}

function sameRelated(a: Diagnostic['related'][number], b: Diagnostic['related'][number]): boolean {
  return a.message === b.message && a.range.start.offset === b.range.start.offset;
}
