/** The forms in which a secret may come back from upstream. */

/** A token of a Data API of one's own: a name and a password, each in Base64. */
const PASSWORD_TOKEN = /^Cassandra:([\w+/=-]+):([\w+/=-]+)$/;

/** The secret itself, its Base64, and the password of a token that holds one, as the token has it and in plain text. */
export function spellingsOf(secret: string): readonly string[] {
  const [, , password] = PASSWORD_TOKEN.exec(secret) ?? [];
  if (password === undefined) return [secret, Buffer.from(secret).toString('base64')];
  return [secret, password, Buffer.from(password, 'base64').toString()];
}
