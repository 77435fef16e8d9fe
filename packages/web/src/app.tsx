import { lazy, type ReactNode } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { Broken } from './layout/broken.js'
import { Layout } from './layout/layout.js'
import Overview from './pages/overview/page.js'
import SignIn from './pages/sign-in/page.js'
import { LookProvider } from './ui/look.js'
import { SayProvider } from './ui/say.js'

// Sign-in and overview are the first screen; every other page comes when it is opened.
const AntdLook = lazy(async () => ({ default: (await import('./layout/antd-look.js')).AntdLook }))
const Commitments = lazy(() => import('./pages/commitments/page.js'))
const Documents = lazy(() => import('./pages/documents/page.js'))
const DocumentPage = lazy(() => import('./pages/documents/[id]/page.js'))
const DriftPage = lazy(() => import('./pages/documents/[id]/drift/page.js'))
const Territory = lazy(() => import('./pages/territory/page.js'))
const Coverage = lazy(() => import('./pages/territory/coverage/page.js'))
const Reorganisations = lazy(() => import('./pages/territory/reorganisations/page.js'))
const ReorganisationPage = lazy(() => import('./pages/territory/reorganisations/[id]/page.js'))
const UnitPage = lazy(() => import('./pages/territory/[unit]/page.js'))
const Entries = lazy(() => import('./pages/admin/entries/page.js'))
const People = lazy(() => import('./pages/admin/people/page.js'))
const Admin = lazy(() => import('./pages/admin/page.js'))
const NotFound = lazy(() => import('./pages/not-found/page.js'))

export function App(): ReactNode {
  return (
    <LookProvider>
      <Broken>
        <SayProvider>
          <BrowserRouter>
            <Routes>
              <Route path="/sign-in" element={<SignIn />} />
              <Route element={<Layout />}>
                <Route path="/" element={<Overview />} />
                <Route element={<AntdLook />}>
                  <Route path="/commitments/:id?" element={<Commitments />} />
                  <Route path="/documents" element={<Documents />} />
                  <Route path="/documents/:id" element={<DocumentPage />} />
                  <Route path="/documents/:id/drift" element={<DriftPage />} />
                  <Route path="/territory" element={<Territory />} />
                  <Route path="/territory/coverage" element={<Coverage />} />
                  <Route path="/territory/reorganisations" element={<Reorganisations />} />
                  <Route path="/territory/reorganisations/:id" element={<ReorganisationPage />} />
                  <Route path="/territory/:unit" element={<UnitPage />} />
                  <Route path="/admin" element={<Admin />} />
                  <Route path="/admin/entries" element={<Entries />} />
                  <Route path="/admin/people" element={<People />} />
                  <Route path="*" element={<NotFound />} />
                </Route>
              </Route>
            </Routes>
          </BrowserRouter>
        </SayProvider>
      </Broken>
    </LookProvider>
  )
}
