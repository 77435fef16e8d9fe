import { ConfigProvider, type ThemeConfig, theme } from 'antd'
import en from 'antd/es/locale/en_US.js'
import zhCn from 'antd/es/locale/zh_CN.js'
import type { ReactNode } from 'react'
import { Outlet } from 'react-router'
import { useLook } from '../ui/look.js'
import { useSpeech } from '../words/use-words.js'

const font =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'
const shared: ThemeConfig['token'] = { fontFamily: font, borderRadius: 2, wireframe: false, motion: false }
const light: ThemeConfig = {
  algorithm: theme.compactAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#0958d9',
    // antd lightens on hover, which white text on it does not bear.
    colorPrimaryHover: '#0a4ab3',
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
    colorPrimaryHover: '#2a62c4',
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

/** Dresses antd for the pages that use it. The first screen does without, so that it is there at once. */
export function AntdLook(): ReactNode {
  const { isDark } = useLook()
  const { language } = useSpeech()
  return (
    <ConfigProvider
      theme={isDark ? dark : light}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      // Given from the first: a locale that comes later would build the page anew and lose what was begun on it.
      locale={language === 'en' ? en : zhCn}
    >
      <Outlet />
    </ConfigProvider>
  )
}
