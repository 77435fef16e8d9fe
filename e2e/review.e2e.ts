import type { Browser, BrowserContext, Cookie, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { axeFindings } from './axe.js'
import { openBrowser, type Product, startProduct } from './product.js'

let product: Product
let browser: Browser
let contexts: BrowserContext[] = []

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})
afterEach(async () => {
  await Promise.all(contexts.map((it) => it.close()))
  contexts = []
})

/** Duties of one sentence each, no two alike; each test reviews a document of its own. */
const duties = (year: number) =>
  [
    `云泽市${year}年重点任务分解`,
    '',
    `${year}年3月4日，云泽市印发重点任务分解方案。`,
    ...['苇堰', '荻浦', '蒲汇', '菱塘', '芦川', '葭湾'].map(
      (name, at) => `沚阳市要在${year}年${at + 4}月底前建成${name}科创载体${at + 2}万平方米。`,
    ),
  ].join('\n')
let year = 2027
let address = ''

beforeEach(async () => {
  year += 1
  const city = await signedIn('city')
  const file = { name: `${year}.txt`, mimeType: 'text/plain', buffer: Buffer.from(duties(year)) }
  const received = await city.request.post(`${product.address}/api/documents`, { multipart: { file } })
  expect(received.status(), await received.text()).toBe(200)
  const { id } = (await received.json()) as { id: string }
  const state = async () => {
    const reply = await city.request.get(`${product.address}/api/documents/${id}`)
    return ((await reply.json()) as { document: { state: string } }).document.state
  }
  await expect.poll(state, { timeout: 60_000 }).toBe('read')
  address = `${product.address}/documents/${id}`
  await city.context().close()
})

/** Who signed in once stays so: guesses at one name are counted. */
const sessions = new Map<string, readonly Cookie[]>()

async function signedIn(username: string): Promise<Page> {
  const cookies = sessions.get(username)
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } })
  contexts.push(context)
  if (cookies !== undefined) await context.addCookies([...cookies])
  const page = await context.newPage()
  await page.goto(product.address)
  if (cookies === undefined) await signIn(page, username)
  await page.getByRole('heading', { name: '总览' }).waitFor()
  sessions.set(username, await context.cookies())
  return page
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill('yunze-demo-2026')
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

async function reviewing(username: string): Promise<Page> {
  const page = await signedIn(username)
  await page.goto(address)
  await openFindings(page).first().waitFor()
  return page
}

const findings = (page: Page) => page.locator('ol.finding-list').getByRole('listitem')
const openFindings = (page: Page) => findings(page).filter({ hasText: '科创载体' })
const confirmed = (page: Page) => findings(page).filter({ hasText: '已确认' }).count()
const areConfirmed = (page: Page, count: number) =>
  expect.poll(() => confirmed(page), { timeout: 30_000 }).toBe(count)
const press = async (page: Page, keys: string) => {
  for (const key of keys) await page.keyboard.press(key)
}
const all = (page: Page) => page.getByText('已全部送出')

it('keeps what is decided while the network is away, over a closed page too, and sends it all', async () => {
  const city = await reviewing('city')
  await city.context().setOffline(true)
  await press(city, 'ccx')
  await city.getByText('3 条待送出').waitFor()
  await city.getByText('网络断开').waitFor()
  expect(await confirmed(city)).toBe(2)
  expect(await axeFindings(city)).toEqual([])

  // The tab is closed over it; the next one takes it up and asks nobody again.
  const other = await city.context().newPage()
  await city.close({ runBeforeUnload: false })
  await city.context().setOffline(false)
  await other.goto(address)
  await all(other).waitFor()
  expect(await confirmed(other)).toBe(2)
  const board = await reviewing('city2')
  expect(await confirmed(board)).toBe(2)
  expect(await findings(board).filter({ hasText: '✗不采用' }).count()).toBe(1)
})

it('sends again what was carried out while its answer was lost, and does nothing twice', async () => {
  const city = await reviewing('city')
  let lost = 0
  await city.route('**/api/findings/*/decision', async (route) => {
    if (lost >= 2) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort('connectionreset')
  })
  await press(city, 'ccc')
  await all(city).waitFor()
  expect(lost).toBe(2)
  await city.reload()
  await openFindings(city).first().waitFor()
  expect(await confirmed(city)).toBe(3)
  expect(await city.locator('.conflicts').count()).toBe(0)
})

it('takes the last decision back, sent or not, and a run of them in one go', async () => {
  const city = await reviewing('city')
  await press(city, 'c')
  await all(city).waitFor()
  await areConfirmed(city, 1)
  await press(city, 'u')
  await areConfirmed(city, 0)
  await all(city).waitFor()
  await city.context().setOffline(true)
  await press(city, 'cx')
  await city.getByText('2 条待送出').waitFor()
  // The second never left and is gone; the first may have arrived, so that its undoing goes out after it.
  await press(city, 'u')
  await city.getByText('1 条待送出').waitFor()
  await press(city, 'u')
  await city.getByText('2 条待送出').waitFor()
  expect(await confirmed(city)).toBe(0)
  await city.context().setOffline(false)
  await all(city).waitFor()
  await press(city, 'C')
  await expect.poll(() => confirmed(city), { timeout: 30_000 }).toBeGreaterThan(0)
  await press(city, 'u')
  await areConfirmed(city, 0)
  await all(city).waitFor()
  await city.reload()
  await openFindings(city).first().waitFor()
  expect(await confirmed(city)).toBe(0)
})

it('shows two reviewers each other, what each decides, and a conflict with who and what', async () => {
  const first = await reviewing('city')
  const second = await reviewing('city2')
  await first.getByText('也在审阅').getByRole('button', { name: '陆知微' }).waitFor()
  await second.getByText('也在审阅').getByRole('button', { name: '顾望舟' }).waitFor()
  await first.getByText('陆知微 在此').waitFor()
  await press(first, 'c')
  await areConfirmed(second, 1)

  // Both decide the next one, the second while cut off.
  await second.context().setOffline(true)
  await press(second, 'nx')
  await second.getByText('1 条待送出').waitFor()
  await press(first, 'c')
  await all(first).waitFor()
  await second.context().setOffline(false)
  const conflict = second.getByRole('region', { name: '未被接受' }).getByRole('listitem')
  await conflict.getByText(/顾望舟 .* 已另作认定：已确认。您选的是：不采用/).waitFor()
  expect(await axeFindings(second)).toEqual([])
  expect(await confirmed(second)).toBe(2)
  await conflict.getByRole('button', { name: '改为不采用' }).click()
  await all(second).waitFor()
  await areConfirmed(first, 1)
  expect(await second.getByRole('region', { name: '未被接受' }).getByRole('listitem').count()).toBe(0)
})

it('keeps decisions over a session that ended, for the same person alone', async () => {
  const city = await reviewing('city')
  await city.context().clearCookies()
  await press(city, 'cc')
  await city.getByText('没有送出的认定留在本浏览器').waitFor()
  await signIn(city, 'board')
  await city.getByRole('heading', { level: 1 }).waitFor()
  await city.context().clearCookies()
  await city.goto(`${product.address}/sign-in`)
  await signIn(city, 'city')
  await city.getByRole('heading', { name: '总览' }).waitFor()
  await city.goto(address)
  await all(city).waitFor()
  await areConfirmed(city, 2)
})
