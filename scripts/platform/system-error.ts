/** What the codes of the file system mean to a user. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file is larger than allowed',
  ERR_FS_FILE_TOO_LARGE: 'the file is larger than can be read',
  EBUSY: 'something else uses it',
  ETXTBSY: 'something else uses it',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'it exists already',
  ENOTEMPTY: 'the folder is not empty',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
};

/** A fault of the disk, of a permission or of a size in one sentence with its path and reason; null for other errors. */
export function describeSystemError(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code = '', path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  const reason = reasons[code];
  if (reason === undefined) return null;
  const where = [path, dest].filter((one) => one !== undefined).join(' to ');
  return where === '' ? `the disk could not be used: ${reason} (${code})` : `${where}: ${reason} (${code})`;
}
