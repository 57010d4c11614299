/** A user's mistake (a bad flag, a folder in the way): printed without a stack, exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
