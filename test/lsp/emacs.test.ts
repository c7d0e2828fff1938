import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FAULTY, folder, run } from '../cli/harness.ts';
import { isInstalled, runEditor, settingsIn } from './editors.ts';

/** Packages of Debian: `elpa-eglot` and `elpa-yaml-mode`. */
const PACKAGES = `
(require 'package)
(setq package-directory-list '("/usr/share/emacs/site-lisp/elpa"))
(package-initialize)
`;

const SCRIPT = `${PACKAGES}
(defun say (&rest all) (princ (format "%s\\n" (mapconcat (lambda (each) (format "%s" each)) all " "))))
(defun await (is-so)
  (let ((end (+ (float-time) 60)))
    (while (and (not (funcall is-so)) (< (float-time) end))
      (flymake-start)
      (accept-process-output nil 0.05))))
(setq eglot-sync-connect 60)
(require 'eglot)
${settingsIn('elisp')}
(find-file "stack.yml")
(unless (eglot-managed-p) (call-interactively #'eglot))
(await #'flymake-diagnostics)
(let ((found (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))
  (dolist (each found)
    (say (line-number-at-pos (flymake-diagnostic-beg each))
         (substring (flymake-diagnostic-text each) 0 (string-match ":" (flymake-diagnostic-text each))))))
(goto-char (point-min))
(re-search-forward "^  Serv")
(let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams))))
  (say (car (split-string (plist-get (plist-get hover :contents) :value) "\\n"))))
(eglot-code-actions (point-min) (point-max) "source.fixAll.ecs-exec-lint" t)
(save-buffer)
(await (lambda () (null (flymake-diagnostics))))
(say "left:" (length (flymake-diagnostics)))
`;

const HAS_EGLOT: boolean =
  isInstalled('emacs') &&
  spawnSync('emacs', ['--batch', '-q', '--eval', `(progn ${PACKAGES} (require 'eglot) (require 'yaml-mode))`])
    .status === 0;
if (!HAS_EGLOT) console.warn('SKIPPED: there is no Emacs with eglot and yaml-mode.');

test.skipIf(!HAS_EGLOT)('Emacs with eglot shows what is found, and fixes and saves it', () => {
  const cwd = folder({ 'stack.yml': FAULTY, 'script.el': SCRIPT });
  const { stdout, stderr } = runEditor(cwd, 'emacs', ['--batch', '-q', '-l', 'script.el']);
  expect(stdout.split('\n'), stderr).toEqual([
    '15 ecs-exec-lint [logging-not-overridden]',
    '22 ecs-exec-lint [exec-not-enabled]',
    expect.stringMatching(/^70 ecs-exec-lint \[task-role-lacks/),
    expect.stringMatching(/^70 ecs-exec-lint \[task-role-lacks/),
    '90 ecs-exec-lint [ssmmessages-on-execution-role]',
    'service Service is not ready',
    'left: 0',
    '',
  ]);
  const fixed = run(cwd, ['--fix', '-'], { input: FAULTY }).out;
  expect(readFileSync(join(cwd, 'stack.yml'), 'utf8')).toBe(fixed);
});
