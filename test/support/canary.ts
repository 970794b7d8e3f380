/** Watches what a gateway tells its operator and its clients: nothing that was given to it in confidence may be in it. */
export interface Canary {
  /** Remembers what must not be told. Short words are no secrets, and would be found by chance. */
  guard(...secrets: readonly (string | undefined)[]): void;
  /** @throws Error - when the text holds one */
  check(what: string, text: string): void;
}

const MIN_LENGTH = 10;

export function createCanary(): Canary {
  const guarded = new Set<string>();
  return {
    guard(...secrets) {
      for (const secret of secrets) if (secret !== undefined && secret.length >= MIN_LENGTH) guarded.add(secret);
    },
    check(what, text) {
      for (const secret of guarded) {
        if (text.includes(secret)) throw new Error(`A secret is told in ${what}: ${excerpt(text, secret)}`);
      }
    },
  };
}

function excerpt(text: string, secret: string): string {
  const start = text.indexOf(secret);
  return text.slice(Math.max(0, start - 100), start + secret.length + 100);
}
