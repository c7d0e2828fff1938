/** What a person did wrong on the command line: the check does not start. */
export class Mistake extends Error {
  /** Another sentence that helps. */
  readonly hint: string;

  constructor(message: string, hint = 'Run `ecs-exec-lint --help` for what there is.') {
    super(message);
    this.name = NAME;
    this.hint = hint;
  }
}

const NAME = 'Mistake';

/** By name, since what is loaded on demand has a class of its own. */
export function isMistake(error: unknown): error is Mistake {
  return error instanceof Error && error.name === NAME && 'hint' in error;
}
