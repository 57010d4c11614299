/** A user's mistake (a wrong option, a folder that must not be overwritten): printed without a stack, exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
