import { type Said, Sentence } from '../i18n/sentence.ts';
import type {
  AppliedFix,
  Diagnostic,
  GraphNode,
  Readiness,
  RefusedFix,
  Report,
  Secret,
  ServiceSteps,
} from '../lint/report.ts';

/** What is this long stands nowhere else by chance: no AWS key is shorter. */
const SHORTEST = 16;

/** The report with its secrets masked, wherever something quotes them. The texts of the templates stay as they are. */
export function conceal(report: Report): Report {
  return hasSecrets(report) ? new Concealer(report).report() : report;
}

/** The same for what is said beside a report. */
export function concealSentence(sentence: Sentence, report: Report): Sentence {
  return hasSecrets(report) ? new Concealer(report).sentence(sentence) : sentence;
}

function hasSecrets({ secrets, confidential }: Report): boolean {
  return secrets.length + confidential.length > 0;
}

/** The text of a template with all secrets masked, as long as it is. */
export function concealText(file: string, text: string, { documents, secrets }: Report): string {
  const own = secrets.filter(each => each.file === file);
  const masked = own.reduce((before, each) => maskRange(before, each), text);
  return secretTexts({ documents, secrets }).reduce(maskText, masked);
}

/** The secrets that are long enough to be told by what they are, wherever else they stand, and their parts that are. */
export function secretTexts({
  documents,
  secrets,
}: Pick<Report, 'documents' | 'secrets'>): readonly string[] {
  if (secrets.length === 0) return [];
  const texts = new Map(documents.map(({ file, text }) => [file, text]));
  const all = secrets.flatMap(({ file, start, end }) => {
    const secret = (texts.get(file) ?? '').slice(start, end).trim();
    return [secret, ...(secret.match(/[\w/+=]+/g) ?? [])];
  });
  return [...new Set(all)].filter(each => each.length >= SHORTEST).sort((a, b) => b.length - a.length);
}

/** The lines of a template in which a secret stands, as a line break leaves them. */
export function secretLines(file: string, { documents, secrets }: Report): ReadonlySet<string> {
  const text = documents.find(each => each.file === file)?.text ?? '';
  const lines = secrets
    .filter(each => each.file === file)
    .flatMap(({ start, end }) => {
      const next = text.indexOf('\n', end);
      return text.slice(text.lastIndexOf('\n', start - 1) + 1, next < 0 ? text.length : next).split('\n');
    });
  return new Set(lines);
}

function maskRange(text: string, { start, end }: Secret): string {
  return text.slice(0, start) + mask(text.slice(start, end)) + text.slice(end);
}

function maskText(text: string, secret: string): string {
  return text.replaceAll(secret, mask);
}

/** Of the same length, so that what stands beside it stays where it is. */
function mask(secret: string): string {
  return secret.replace(/\S/g, '*');
}

class Concealer {
  readonly #report: Report;
  readonly #texts: readonly string[];
  /** Whether a text that was read of an account stands in a template too. */
  readonly #isPublic = new Map<string, boolean>();

  constructor(report: Report) {
    this.#report = report;
    this.#texts = secretTexts(report);
  }

  report(): Report {
    const { findings, services, graph, fixes, nextSteps, baseline } = this.#report;
    return {
      ...this.#report,
      findings: findings.map(each => this.#finding(each)),
      services: services.map(each => this.#service(each)),
      graph: graph && { ...graph, nodes: graph.nodes.map(each => this.#part(each)) },
      fixes: {
        applied: fixes.applied.map(each => this.#applied(each)),
        refused: fixes.refused.map(each => this.#refused(each)),
      },
      ...(baseline && {
        baseline: { ...baseline, known: baseline.known.map(each => this.#finding(each)) },
      }),
      nextSteps: nextSteps && { ...nextSteps, services: nextSteps.services.map(each => this.#steps(each)) },
    };
  }

  #finding(finding: Diagnostic): Diagnostic {
    const { message, related, fix, fixRefused, advice } = finding;
    return {
      ...finding,
      message: this.sentence(message),
      related: related.map(each => ({ ...each, message: this.sentence(each.message) })),
      fix: fix && this.#fix(fix),
      fixRefused: fixRefused && this.sentence(fixRefused),
      ...(advice && { advice: this.sentence(advice) }),
    };
  }

  /** An edit with a mask in it would be a wrong one. */
  #fix(fix: NonNullable<Diagnostic['fix']>): Diagnostic['fix'] {
    const isSecret = fix.splices.some(each => this.#text(each.text) !== each.text);
    return { ...fix, title: this.sentence(fix.title), splices: isSecret ? [] : fix.splices };
  }

  #service(service: Readiness): Readiness {
    const checks = service.checks.map(each => ({
      ...each,
      detail: each.detail && this.sentence(each.detail),
    }));
    return { ...service, checks };
  }

  /** A command with a mask in it would be a wrong one. */
  #steps(steps: ServiceSteps): ServiceSteps {
    const shown = (text: string | undefined): string | undefined =>
      text !== undefined && this.#text(text) !== text ? undefined : text;
    return { ...steps, cluster: shown(steps.cluster), service: shown(steps.service) };
  }

  #part(part: GraphNode): GraphNode {
    return { ...part, name: this.#text(part.name), why: part.why && this.sentence(part.why) };
  }

  #applied(fix: AppliedFix): AppliedFix {
    return { ...fix, title: this.sentence(fix.title) };
  }

  #refused(fix: RefusedFix): RefusedFix {
    return { ...fix, title: this.sentence(fix.title), why: this.sentence(fix.why) };
  }

  sentence(sentence: Sentence): Sentence {
    return sentence.withValues(sentence.values.map(each => this.#said(each)));
  }

  #said(said: Said): Said {
    if (said instanceof Sentence) return this.sentence(said);
    return typeof said === 'string' ? this.#text(said) : said;
  }

  #text(text: string): string {
    const masked = this.#texts.reduce(maskText, text);
    const { confidential } = this.#report;
    return confidential.reduce(
      (before, each) =>
        before.includes(each) && !this.#isInTemplate(each) ? maskText(before, each) : before,
      masked,
    );
  }

  #isInTemplate(text: string): boolean {
    const known = this.#isPublic.get(text) ?? this.#report.documents.some(each => each.text.includes(text));
    this.#isPublic.set(text, known);
    return known;
  }
}
