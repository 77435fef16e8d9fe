import type { en } from './en.js'

/** Every sentence the screen can say; both languages have the same keys, and the same facts go into each. */
export type Words = typeof en

/** The facts a refusal carries. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]
