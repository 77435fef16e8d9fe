import type { Role } from '@gangmu/core'

export interface PersonRow {
  id: string
  username: string
  name: string
  disabled: boolean
  posts: { unit: string; unitName: string; role: Role; from: string | null; until: string | null }[]
}

export interface Me {
  person: string
  name: string
  username: string
  today: string
  posts: { unit: string; unitName: string; role: Role; scope: string[] }[]
}

export interface PlaceReply {
  pack: string
  version: string
  name: { zh: string; en: string }
  simulated: boolean
  city: string
  limits: { documentBytes: number }
  demo: {
    password: string
    accounts: { username: string; name: string; unitName: string; role: Role }[]
  } | null
}
