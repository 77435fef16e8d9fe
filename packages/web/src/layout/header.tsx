import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { Link, useMatch, useNavigate } from 'react-router'
import { meKey } from '../api/query-client.js'
import { OutboxStatus } from '../outbox/outbox-status.js'
import { useOutboxState } from '../outbox/use-outbox.js'
import { paths } from '../paths.js'
import { signOut } from '../session/sign-in.js'
import { useSession } from '../session/use-session.js'
import { type LookMode, lookModes, useLook } from '../ui/look.js'
import { useSay } from '../ui/say.js'
import { SimulatedMark } from '../ui/simulated-mark.js'
import { forgetDrafts } from '../ui/use-draft.js'
import { useKeys } from '../ui/use-keys.js'
import { languageNames } from '../words/language-names.js'
import { useSpeech } from '../words/use-words.js'
import { railItems } from './rail.js'

export function Header(): ReactNode {
  const { words, language } = useSpeech()
  const { me, place, subject } = useSession()
  // The page of a document says it itself, and more.
  const reviewing = useMatch('/documents/:id') !== null
  return (
    <header className="header">
      <Link
        className="brand"
        to={railItems(subject).includes('overview') ? paths.overview() : paths.territory()}
      >
        {words.app.name}
      </Link>
      <span className="place">{language === 'en' ? place.name.en : place.name.zh}</span>
      {place.simulated && <SimulatedMark mark={words.simulated.mark} why={words.simulated.why} />}
      {railItems(subject).includes('commitments') && <Search />}
      <span className="spring" />
      {!reviewing && <OutboxStatus quiet />}
      <span className="as-of">{words.header.today(me.today)}</span>
      <Switches />
      <Account />
    </header>
  )
}

function Search(): ReactNode {
  const { words } = useSpeech()
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => field.current?.focus() })
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const q = String(new FormData(event.currentTarget).get('q') ?? '').trim()
    void navigate(paths.commitments({ q }))
  }
  return (
    <form role="search" className="global-search" onSubmit={submit}>
      <input
        ref={field}
        type="search"
        name="q"
        aria-keyshortcuts="/"
        maxLength={100}
        aria-label={words.header.search}
        placeholder={words.header.search}
      />
    </form>
  )
}

const marks: Readonly<Record<LookMode, string>> = { auto: '◐', light: '☼', dark: '☾' }

export function Switches(): ReactNode {
  const { words, language, speak } = useSpeech()
  const look = useLook()
  return (
    <>
      <select
        className="plain"
        aria-label={words.header.language}
        value={language}
        onChange={(event) => speak(event.target.value === 'en' ? 'en' : 'zh-CN')}
      >
        <option value="zh-CN" lang="zh-CN">
          {languageNames['zh-CN']}
        </option>
        <option value="en" lang="en">
          {languageNames.en}
        </option>
      </select>
      <span role="radiogroup" aria-label={words.header.theme} className="look-switch">
        {lookModes.map((mode) => (
          <label key={mode} title={words.header.themes[mode]}>
            <input
              type="radio"
              name="look"
              value={mode}
              checked={look.mode === mode}
              onChange={() => look.choose(mode)}
              aria-label={words.header.themes[mode]}
            />
            <span aria-hidden="true">{marks[mode]}</span>
          </label>
        ))}
      </span>
    </>
  )
}

function Account(): ReactNode {
  const { words } = useSpeech()
  const { me } = useSession()
  const say = useSay()
  const navigate = useNavigate()
  const client = useQueryClient()
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event): void => {
      const inside = event.target instanceof Node && box.current?.contains(event.target) === true
      if (box.current !== null && (!inside || (event instanceof KeyboardEvent && event.key === 'Escape'))) {
        box.current.open = false
      }
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', close)
    }
  }, [])
  const { all } = useOutboxState()
  async function leave(): Promise<void> {
    if (all.length > 0 && !window.confirm(words.outbox.leaveAnyway(all.length))) return
    if (!(await signOut())) {
      say(words.header.signOutFailed)
      return
    }
    forgetDrafts()
    // Whoever signs in next begins at the beginning, not where somebody else left off.
    void navigate(paths.overview())
    client.setQueryData(meKey, null)
    client.removeQueries({
      predicate: (it) => it.queryKey[0] !== meKey[0] && it.queryKey[0] !== '/api/place',
    })
  }
  return (
    <details className="account" ref={box}>
      <summary>
        <span className="unseen">{words.header.account} </span>
        {me.name}
        <small>{me.posts[0]?.unitName}</small>
      </summary>
      <div className="account-box">
        <strong>{me.name}</strong> <span className="muted">{me.username}</span>
        <ul>
          {me.posts.map((post) => (
            <li key={`${post.unit} ${post.role}`}>
              {words.header.onDuty(post.unitName, words.roles[post.role])}
            </li>
          ))}
        </ul>
        <button type="button" className="plain" onClick={() => void leave()}>
          {words.header.signOut}
        </button>
      </div>
    </details>
  )
}
