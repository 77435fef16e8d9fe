import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/query-client.js'
import { App } from './app.js'
import './look/index.css'
import { askAhead } from './pages/overview/load.js'
import { paths } from './paths.js'
import { SpeechProvider } from './words/use-words.js'

// A page of an older build is no longer there after an update: start again with the new one, but only once.
window.addEventListener('vite:preloadError', (event) => {
  if (sessionStorage.getItem('gangmu.reloaded') === location.href) return
  sessionStorage.setItem('gangmu.reloaded', location.href)
  event.preventDefault()
  location.reload()
})

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has a root')
if (location.pathname === paths.overview()) askAhead(queryClient, location.search)
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <SpeechProvider>
        <App />
      </SpeechProvider>
    </QueryClientProvider>
  </StrictMode>,
)
