/** The user that owns nothing, on most systems. */
export const NOBODY = 65_534;

/** Why files of other users cannot be made here, if they cannot. */
export const ONLY_ROOT: string | undefined =
  process.getuid?.() === 0 ? undefined : 'since only root can give files away';
