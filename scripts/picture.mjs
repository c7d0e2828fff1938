// Prints the picture of a README: what the tool really says of a template, as SVG, in the language that is given.
// `npm run picture` writes it for all.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const RULES = 'exec-not-enabled,ssmmessages-on-execution-role';
const [language = 'en'] = process.argv.slice(2);

/** Of one character and one line. */
const WIDTH = 8.43;
const HEIGHT = 19;
const MARGIN = 16;

const COLOURS = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 36: '#79c0ff' };
const TITLES = {
  en: 'What ecs-exec-lint says of a template',
  ja: 'テンプレートに対する ecs-exec-lint の出力',
};
const TEXT = '#e6edf3';
const FAINT = '#7d8590';

function output() {
  const cwd = mkdtempSync(join(tmpdir(), 'ecs-exec-lint-picture-'));
  try {
    cpSync(join(ROOT, 'fixtures', 'whole', 'fargate-stack.yml'), join(cwd, 'stack.yml'));
    const args = [
      join(ROOT, 'dist', 'cli.cjs'),
      '--color',
      'always',
      '--no-config',
      '--only',
      RULES,
      '--lang',
      language,
      'stack.yml',
    ];
    return spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env: {} }).stdout;
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** What changes colours, or the text up to that. */
const ESCAPE = String.fromCharCode(27);
const SGR = new RegExp(`${ESCAPE}\\[(\\d+)m|([^${ESCAPE}]+)`, 'g');

/** The parts of a line that look alike, with the column that each begins in. */
function parts(line, style) {
  const found = [];
  let column = 0;
  for (const [, codes, text] of line.matchAll(SGR)) {
    if (codes !== undefined) apply(style, Number(codes));
    else
      for (const [run] of text.matchAll(/[\u0020-\u2fff]+|[^\u0020-\u2fff]+/g)) {
        found.push({ text: run, column, ...style });
        column += stringWidth(run);
      }
  }
  return found;
}

function apply(style, code) {
  if (code === 1) style.bold = true;
  else if (code === 2) style.faint = true;
  else if (code === 22) style.bold = style.faint = false;
  else if (code === 39) style.colour = undefined;
  else style.colour = COLOURS[code];
}

const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function row(line, i, style) {
  const y = MARGIN + (i + 1) * HEIGHT - 5;
  return parts(line, style)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, column, bold, faint, colour }) => {
      const lead = text.length - text.trimStart().length;
      const x = (MARGIN + (column + lead) * WIDTH).toFixed(1);
      const fill = colour ?? (faint ? FAINT : TEXT);
      const length = (stringWidth(text.trim()) * WIDTH).toFixed(1);
      const weight = bold ? ' font-weight="bold"' : '';
      return `<text x="${x}" y="${y}" fill="${fill}"${weight} textLength="${length}">${escaped(text.trim())}</text>`;
    });
}

function picture(text) {
  const lines = text.trimEnd().split('\n');
  const style = { bold: false, faint: false, colour: undefined };
  const columns = Math.max(...lines.map(line => stringWidth(line)));
  const width = Math.ceil(2 * MARGIN + columns * WIDTH);
  const height = 2 * MARGIN + lines.length * HEIGHT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">`,
    `<title>${TITLES[language]}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>`,
    ...lines.flatMap((line, i) => row(line, i, style)),
    '</svg>',
    '',
  ].join('\n');
}

const flags = language === 'en' ? '' : `--lang ${language} `;
const prompt = `\u001b[2m$\u001b[22m ecs-exec-lint ${flags}--only ${RULES} stack.yml\n`;
process.stdout.write(picture(prompt + output()));
