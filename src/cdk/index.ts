export { EcsExecLint } from './ecs-exec-lint.ts';
export type { EcsExecLintOptions, IgnoredFindings } from './options.ts';
export type {
  PolicyValidationContext,
  PolicyValidationReport,
  PolicyViolatingResource,
  PolicyViolation,
  ValidatedConstruct,
} from './policy-validation.ts';
