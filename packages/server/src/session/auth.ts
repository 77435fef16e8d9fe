import type { Opened } from '@gangmu/app'

/**
 * The sign-in library over our tables (packages/store/migrations/0009_auth.sql). What it may do is decided by
 * which of its routes are reachable (sign-in.ts); where a write comes from was checked before (http/origin.ts).
 */
export async function createAuth(pool: Opened['pool'], secret: string) {
  const [{ betterAuth }, { username }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/username'),
  ])
  return betterAuth({
    database: pool,
    secret,
    baseURL: 'http://gangmu.invalid',
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8 },
    plugins: [
      username({
        // 张三
        minUsernameLength: 2,
        usernameValidator: (it) => /^[\p{L}\p{N}._-]+$/u.test(it),
        schema: { user: { fields: { displayUsername: 'display_username' } } },
      }),
    ],
    advanced: {
      cookiePrefix: 'gangmu',
      disableCSRFCheck: true,
      disableOriginCheck: true,
      useSecureCookies: false,
      ipAddress: { ipAddressHeaders: ['x-gangmu-address'] },
    },
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'auth_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: 12 * HOUR,
      updateAge: HOUR,
      cookieCache: { enabled: true, maxAge: 5 * 60 },
    },
    account: {
      modelName: 'auth_account',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
  })
}

const HOUR = 60 * 60
export type Auth = Awaited<ReturnType<typeof createAuth>>
