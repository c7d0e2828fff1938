/** Why the system would not do something with a file, in words: `permission denied`. */
export function reason(error: unknown): string {
  const code = codeOf(error);
  return WORDS[code ?? ''] ?? (error instanceof Error ? error.message : String(error));
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its symbolic links go in a circle',
  EROFS: 'its disk is read-only',
  ENOSPC: 'the disk is full',
  EFBIG: 'it would be too large',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
};
