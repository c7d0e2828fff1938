/**
 * Thrown at what js-yaml and yaml may read in different ways: it is left to the one that says where everything stands.
 */
export class Unusual extends Error {}
