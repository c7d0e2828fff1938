/** What a person did wrong on the command line: the check does not start. */
export class Mistake extends Error {
  /** Another sentence that helps. */
  readonly hint: string;

  constructor(message: string, hint = 'Run `ecs-exec-lint --help` for what there is.') {
    super(message);
    this.hint = hint;
  }
}
