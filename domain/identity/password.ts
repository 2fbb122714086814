import { hash, verify } from '@node-rs/argon2';

/** argon2id, which is the library’s own choice; 19 MiB, two passes, one lane: the least that is recommended, about 15 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Compared with when nobody has the mail address, so that the answer takes as long as for a wrong password. */
let nobodysHash: Promise<string> | undefined;

/** The same password is typed in different characters on different keyboards, so it is hashed in one form (NFKC). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/** Whether the password belongs to the hash. Without a hash: false, after the same work. */
export async function isPasswordOf(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password');
  const known = passwordHash ?? (await nobodysHash);
  const normal = password.normalize('NFKC');
  const isRight = await verify(known, normal);
  // A hash made of the password as it was typed still fits.
  const isRightAsTyped = !isRight && normal !== password && (await verify(known, password));
  return passwordHash !== undefined && (isRight || isRightAsTyped);
}
