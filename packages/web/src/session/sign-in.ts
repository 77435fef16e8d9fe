/** Signs in at /api/auth; answers the status: 200 done, 401 wrong, 429 too many, 0 not reached. */
export async function signIn(username: string, password: string): Promise<number> {
  return post('/api/auth/sign-in/username', { username, password })
}

/** Ends the session; false where it goes on, because the server was not reached or failed. 401: it had ended. */
export async function signOut(): Promise<boolean> {
  const status = await post('/api/auth/sign-out', {})
  return (status >= 200 && status < 300) || status === 401
}

async function post(url: string, body: unknown): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.status
  } catch {
    return 0
  }
}
