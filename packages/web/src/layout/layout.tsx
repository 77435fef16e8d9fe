import { type ReactNode, Suspense, useMemo } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { Loaded } from '../api/loaded.js'
import { OutboxProvider } from '../outbox/use-outbox.js'
import { paths } from '../paths.js'
import { SessionContext, subjectOf, useMeOrNobody, usePlace } from '../session/use-session.js'
import { Skeleton } from '../ui/skeleton.js'
import { useWords } from '../words/use-words.js'
import { Header } from './header.js'
import { Rail } from './rail.js'

/** Header, rail and page for somebody signed in; the sign-in page for anybody else. */
export function Layout(): ReactNode {
  const words = useWords()
  const location = useLocation()
  const me = useMeOrNobody()
  const place = usePlace()
  const session = useMemo(
    () => (me.data && place.data ? { me: me.data, place: place.data, subject: subjectOf(me.data) } : null),
    [me.data, place.data],
  )
  if (me.data === null) {
    const to = `${location.pathname}${location.search}`
    return <Navigate to={paths.signIn(to === '/' ? undefined : to)} replace />
  }
  if (session === null) {
    return (
      <main className="alone">
        <Loaded<unknown> read={me.error === null ? place : me}>
          {() => <Skeleton lines={6} label={words.app.loading} />}
        </Loaded>
      </main>
    )
  }
  return (
    <SessionContext value={session}>
      <OutboxProvider person={session.me.person}>
        <a className="skip" href="#page">
          {words.app.skip}
        </a>
        <Header />
        <div className="below-header">
          <Rail />
          <main id="page" tabIndex={-1}>
            <Suspense fallback={<Skeleton lines={8} label={words.app.loading} />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </OutboxProvider>
    </SessionContext>
  )
}
