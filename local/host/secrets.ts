/** Keys made at the first start and kept in a file of their own, apart from the database. */
import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Secrets {
  sessionKey: Buffer;
  contactKey: Buffer;
  linkKey: Buffer;
}

const names = ['sessionKey', 'contactKey', 'linkKey'] as const;

export const newSecrets = (): Secrets => ({
  sessionKey: randomBytes(32),
  contactKey: randomBytes(32),
  linkKey: randomBytes(32),
});

function parse(text: string): Secrets {
  const read: unknown = JSON.parse(text);
  const keys = names.map((name) => {
    const value: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, name) : undefined;
    const key = Buffer.from(typeof value === 'string' ? value : '', 'base64');
    if (key.length !== 32) throw new Error(`密钥文件缺少 ${name}`);
    return [name, key];
  });
  return Object.fromEntries(keys) as Secrets;
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Reads DIR/keys.json, or makes it. A file that cannot be read stops the start: new keys would lose every contact. */
export async function loadSecrets(directory: string): Promise<Secrets> {
  const path = join(directory, 'keys.json');
  try {
    return parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const secrets = newSecrets();
  const text = JSON.stringify(
    Object.fromEntries(names.map((name) => [name, secrets[name].toString('base64')])),
    null,
    2,
  );
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await chmod(`${path}.new`, 0o600);
  await rename(`${path}.new`, path);
  return secrets;
}
