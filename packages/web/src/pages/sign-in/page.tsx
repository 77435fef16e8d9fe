import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { meKey } from '../../api/query-client.js'
import { Switches } from '../../layout/header.js'
import { useTitle } from '../../layout/use-title.js'
import { anyKept } from '../../outbox/kept.js'
import { paths } from '../../paths.js'
import { signIn } from '../../session/sign-in.js'
import { useMeOrNobody, usePlace } from '../../session/use-session.js'
import { SimulatedMark } from '../../ui/simulated-mark.js'
import { useSpeech } from '../../words/use-words.js'

export default function SignInPage(): ReactNode {
  const { words, language } = useSpeech()
  useTitle(words.signIn.title)
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data: place } = usePlace()
  const { data: me } = useMeOrNobody()
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const to = search.get('to')
  // Only an address of our own is followed.
  const onward = to !== null && /^\/(?![/\\])/.test(to) ? to : paths.overview()
  if (me) return <Navigate to={onward} replace />

  async function enter(username: string, password: string): Promise<void> {
    if (username === '') return setProblem(words.signIn.needUsername)
    if (password === '') return setProblem(words.signIn.needPassword)
    setBusy(username)
    setProblem(null)
    const status = await signIn(username, password)
    setBusy(null)
    if (status === 0 || status >= 500) return setProblem(words.states.unreachable)
    if (status === 429) return setProblem(words.signIn.tooMany)
    if (status >= 400) return setProblem(words.signIn.wrong)
    await client.invalidateQueries({ queryKey: meKey })
    await navigate(onward, { replace: true })
  }
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void enter(String(form.get('username') ?? '').trim(), String(form.get('password') ?? ''))
  }

  return (
    <main className="sign-in">
      <div className="sign-in-top">
        <Switches />
      </div>
      <div className="sign-in-columns">
        <section aria-labelledby="sign-in-title">
          <p className="sign-in-place">
            {place && (language === 'en' ? place.name.en : place.name.zh)}
            {place?.simulated && <SimulatedMark mark={words.simulated.mark} why={words.simulated.why} />}
          </p>
          <h1 id="sign-in-title">{words.app.name}</h1>
          <p className="muted">{words.signIn.purpose}</p>
          {anyKept(localStorage) && <p className="muted">{words.outbox.kept}</p>}
          <form onSubmit={submit} noValidate>
            <label htmlFor="username">{words.signIn.username}</label>
            <input className="plain" id="username" name="username" autoComplete="username" autoFocus />
            <label htmlFor="password">{words.signIn.password}</label>
            <input
              className="plain"
              id="password"
              name="password"
              type="password"
              autoComplete="current-password"
              {...(problem === null ? {} : { 'aria-describedby': 'sign-in-problem' })}
            />
            {problem !== null && (
              <p className="refusals" role="alert" id="sign-in-problem">
                {problem}
              </p>
            )}
            <button type="submit" className="plain primary" disabled={busy !== null}>
              {words.signIn.submit}
            </button>
          </form>
        </section>
        {place?.demo && (
          <section aria-labelledby="demo-title">
            <h2 id="demo-title">{words.signIn.demo}</h2>
            <p className="muted">{words.signIn.demoHelp}</p>
            <ul className="demo-accounts">
              {place.demo.accounts.map((account) => (
                <li key={account.username}>
                  <button
                    type="button"
                    disabled={busy !== null}
                    onClick={() => void enter(account.username, place.demo?.password ?? '')}
                  >
                    <strong>{account.name}</strong>
                    <span>{words.header.onDuty(account.unitName, words.roles[account.role])}</span>
                    <small>{account.username}</small>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  )
}
