/** A wrong or incomplete configuration. The message is one sentence for the operator: what, its value, and the cure; never a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
