import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { takeAnswers } from './api/answers.js'
import { queryClient } from './api/query-client.js'
import { App } from './app.js'
import './look/index.css'
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
takeAnswers(queryClient, document)
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <SpeechProvider>
        <App />
      </SpeechProvider>
    </QueryClientProvider>
  </StrictMode>,
)
