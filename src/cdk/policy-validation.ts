/** The part of a construct of the CDK that acknowledgments are read from. */
export interface ValidatedConstruct {
  readonly node: {
    readonly path: string;
    readonly children: readonly ValidatedConstruct[];
    readonly metadata: readonly { readonly type: string; readonly data?: unknown }[];
  };
}

/**
 * What the CDK gives a validation plugin: `IPolicyValidationContext` or `IPolicyValidationContextBeta1`. Before 2.258.0 it
 * is the paths alone.
 */
export interface PolicyValidationContext {
  readonly templatePaths: readonly string[];
  readonly stackTemplates?: readonly { readonly templatePath: string; readonly stackConstructPath: string }[];
  readonly appConstruct?: ValidatedConstruct;
}

/** A resource of a violation, as the CDK takes it. */
export interface PolicyViolatingResource {
  /** Empty where the violation is about the template as a whole. */
  readonly resourceLogicalId: string;
  readonly constructPath?: string;
  /** From the resource: `Properties.TaskRoleArn`. */
  readonly locations: string[];
  readonly templatePath: string;
}

/** A violation, as the CDK takes it. */
export interface PolicyViolation {
  readonly ruleName: string;
  readonly description: string;
  readonly violatingResources: PolicyViolatingResource[];
  readonly fix?: string;
  /** What is fatal cannot be acknowledged. */
  readonly severity: 'fatal' | 'error' | 'warning' | 'info';
  readonly ruleMetadata?: { readonly [key: string]: string };
}

/** The report of a validation plugin, as the CDK takes it. */
export interface PolicyValidationReport {
  readonly success: boolean;
  readonly violations: PolicyViolation[];
  readonly pluginVersion: string;
}
