import { ConfigProvider, type ThemeConfig, theme } from 'antd'
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'

export const lookModes = ['auto', 'light', 'dark'] as const
export type LookMode = (typeof lookModes)[number]

interface Look {
  readonly mode: LookMode
  readonly choose: (mode: LookMode) => void
}
const LookContext = createContext<Look>({ mode: 'auto', choose: () => undefined })

const KEPT = 'gangmu.look'
const darkSystem = matchMedia('(prefers-color-scheme: dark)')

const font =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'
const shared: ThemeConfig['token'] = { fontFamily: font, borderRadius: 2, wireframe: false, motion: false }
const light: ThemeConfig = {
  algorithm: theme.compactAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#0958d9',
    colorLink: '#0958d9',
    colorBgLayout: '#faf8f3',
    colorBgContainer: '#fffefb',
    colorBgElevated: '#fffefb',
    colorText: '#1d2126',
    colorTextSecondary: '#4e535b',
    colorTextTertiary: '#5c6169',
    colorTextDescription: '#5c6169',
    colorTextPlaceholder: '#6a6f77',
    colorTextDisabled: '#6a6f77',
    colorBorder: '#8c9098',
    colorError: '#b42318',
    colorSuccess: '#1a6e3c',
    colorWarning: '#8a5a00',
    fontSize: 14,
  },
}
const dark: ThemeConfig = {
  algorithm: [theme.darkAlgorithm, theme.compactAlgorithm],
  token: {
    ...shared,
    colorPrimary: '#2f6fe0',
    colorLink: '#82b1ff',
    colorLinkHover: '#a9caff',
    colorBgLayout: '#15171a',
    colorBgContainer: '#1b1e22',
    colorBgElevated: '#22262b',
    colorText: '#e7e4dc',
    colorTextSecondary: '#b9b7b0',
    colorTextTertiary: '#a6a49d',
    colorTextDescription: '#a6a49d',
    colorTextPlaceholder: '#93928c',
    colorTextDisabled: '#93928c',
    colorBorder: '#6f747c',
    colorError: '#ff8f85',
    colorSuccess: '#6fd08f',
    colorWarning: '#e9b44c',
    fontSize: 14,
  },
  components: { Button: { colorPrimaryText: '#82b1ff' } },
}

interface Props {
  readonly locale: NonNullable<Parameters<typeof ConfigProvider>[0]['locale']> | undefined
  readonly children: ReactNode
}

/** Paper and ink, by day and by night; compact throughout. */
export function LookProvider({ locale, children }: Props): ReactNode {
  const [mode, setMode] = useState<LookMode>(
    () => lookModes.find((it) => it === localStorage.getItem(KEPT)) ?? 'auto',
  )
  const [system, setSystem] = useState(darkSystem.matches)
  useEffect(() => {
    const listen = (event: MediaQueryListEvent): void => setSystem(event.matches)
    darkSystem.addEventListener('change', listen)
    return () => darkSystem.removeEventListener('change', listen)
  }, [])
  const isDark = mode === 'dark' || (mode === 'auto' && system)
  useEffect(() => {
    document.documentElement.dataset['look'] = isDark ? 'dark' : 'light'
  }, [isDark])
  const look = useMemo<Look>(
    () => ({
      mode,
      choose: (next) => {
        localStorage.setItem(KEPT, next)
        setMode(next)
      },
    }),
    [mode],
  )
  return (
    <LookContext value={look}>
      <ConfigProvider
        theme={isDark ? dark : light}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
        {...(locale === undefined ? {} : { locale })}
      >
        {children}
      </ConfigProvider>
    </LookContext>
  )
}

export function useLook(): Look {
  return useContext(LookContext)
}
