import { randomBytes, scrypt } from 'node:crypto'

const KEY = 64
const cost = { N: 16_384, r: 16, p: 1, maxmem: 128 * 16_384 * 16 * 2 }

/**
 * A password as the sign-in library keeps it: scrypt, `salt:key` in hex. Done here so that making accounts does not
 * have to load the library; a test signs in with one.
 */
export function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16).toString('hex')
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, KEY, cost, (error, key) =>
      error === null ? resolve(`${salt}:${key.toString('hex')}`) : reject(error),
    ),
  )
}
