import { axeFindings } from './axe.js'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, type Product, startProduct } from './product.js'

let product: Product
let browser: Browser

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

// The date lies in the past for good, so that the duty is red until it is closed, on whatever day this runs.
const sentence = '沚阳市要在2025年6月底前建成苇堰科创载体3.2万平方米'
const report = [
  '云泽市召开载体建设专题会',
  '',
  '2025年3月4日，云泽市召开载体建设专题会，研究部署功能区载体建设和项目招引工作。',
  `会议要求，${sentence}。市发展和改革委员会要加强统筹，推动项目早开工、早竣工。`,
  '会议强调，各板块要压实责任，加快推进园区基础设施建设，优化营商环境，服务好落户企业。',
].join('\n')

async function signedIn(username: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(product.address)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill('yunze-demo-2026')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '总览' }).waitFor()
  return page
}

async function act(page: Page, verb: string, fill?: (form: ReturnType<Page['getByRole']>) => Promise<void>) {
  await page.getByRole('button', { name: verb, exact: true }).first().click()
  const form = page.getByRole('form', { name: verb })
  await fill?.(form)
  await form.getByRole('button', { name: verb, exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

it('carries a sentence to a closed duty', async () => {
  const city = await signedIn('city')

  // Drop a document.
  await city.getByRole('link', { name: '文件', exact: true }).click()
  await city.locator('input[type=file]').setInputFiles({
    name: 'meeting.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(report),
  })
  await city.getByRole('link', { name: '云泽市召开载体建设专题会' }).first().click()

  // Confirm the finding that stands for the sentence, by keyboard.
  const findings = city.getByRole('listitem').filter({ hasText: '3.2万平方米' })
  await findings.first().click()
  await city.keyboard.press('c')
  await findings.first().getByText('已确认').waitFor()
  expect(await axeFindings(city)).toEqual([])
  await findings.first().getByRole('link').first().click()

  // The drawer shows the sentence; the duty is late and nobody has it.
  await city.locator('mark').filter({ hasText: '3.2万平方米' }).first().waitFor()
  await city
    .getByText(/逾期 \d+ 天/)
    .first()
    .waitFor()
  const address = city.url()
  await act(city, '交办', async (form) => {
    await form.getByRole('combobox', { name: '承办单位' }).fill('沚阳市')
    await city
      .getByRole('option', { name: /沚阳市/ })
      .first()
      .click()
  })

  // The board accepts and reports with evidence.
  const board = await signedIn('board')
  await board.goto(address)
  await act(board, '签收')
  await act(board, '反馈', async (form) => {
    await form.getByLabel('进展').fill('载体主体已竣工并通过验收。')
    await form.getByLabel(/现值|数值/).fill('32000')
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: '验收单.txt', mimeType: 'text/plain', buffer: Buffer.from('验收合格') })
    await form.getByText('验收单.txt').waitFor()
    await form.getByRole('checkbox').check()
  })
  await board.getByText('待复核').first().waitFor()

  // The city checks and closes; the light changes with it.
  await city.goto(address)
  await act(city, '复核', async (form) => {
    await form.getByRole('radio', { name: '通过', exact: true }).check()
  })
  await act(city, '办结')
  await city.getByText('已办结').first().waitFor()
  expect(await city.getByText(/逾期 \d+ 天/).count()).toBe(
    await city
      .getByRole('row')
      .getByText(/逾期 \d+ 天/)
      .count(),
  )
  await city.goto(`${product.address}/commitments?q=${encodeURIComponent('苇堰科创载体')}`)
  const row = city.getByRole('row').filter({ hasText: '苇堰科创载体' }).first()
  await row.getByText('已办结').first().waitFor()
  expect(await row.innerText()).not.toContain('逾期')
})

it('tells an auditor everything and lets an auditor change nothing', async () => {
  const auditor = await signedIn('auditor')
  await auditor.getByRole('navigation').getByRole('link', { name: '纲目' }).click()
  await auditor.getByRole('row').nth(1).getByRole('link').first().click()
  await auditor.getByText('出处').first().waitFor()
  const assign = auditor.getByRole('button', { name: '交办', exact: true }).first()
  expect(await assign.getAttribute('aria-disabled')).toBe('true')
  await auditor.goto(`${product.address}/admin/entries`)
  await auditor.getByRole('row').nth(1).waitFor()
})

it('shows what became of pledges half a year later, each with both sentences', async () => {
  const city = await signedIn('city')
  await city.getByRole('link', { name: '文件', exact: true }).click()
  await city
    .getByRole('link', { name: /半程过后怎么干/ })
    .first()
    .click()
  await city.getByRole('link', { name: '与较早文件对照' }).click()
  await city
    .getByRole('row')
    .filter({ hasText: '建议' })
    .getByRole('link', { name: /开局之年怎么干/ })
    .click()

  // The kind is a filter in the address; a row holds both sentences with what changed in them.
  await city.getByRole('button', { name: /推迟/ }).click()
  const rows = city.locator('tbody').getByRole('row')
  const railway = rows.filter({ hasText: '铁路专用线' })
  await railway.waitFor()
  expect(await rows.count()).toBe(4)
  expect(await railway.locator('mark').allInnerTexts()).toEqual(['9月底前', '11月底前'])
  expect(await axeFindings(city)).toEqual([])

  // By keyboard to the newer sentence in its document, back to the same row, and to the older one.
  const compared = city.url()
  await city.keyboard.press('j')
  await city.keyboard.press('j')
  await city.keyboard.press('Enter')
  await city.locator('.finding.current').first().waitFor()
  await city.getByRole('heading', { level: 1, name: /半程过后怎么干/ }).waitFor()
  await city.goBack()
  await rows.first().waitFor()
  expect(city.url()).toBe(compared)
  await city.locator('tbody a:focus').waitFor()
  await city.keyboard.press('o')
  await city.getByRole('heading', { level: 1, name: /开局之年怎么干/ }).waitFor()
  await city.locator('.finding.current').first().waitFor()

  // The address is all it takes to show the same to a colleague who may read both.
  const auditor = await signedIn('auditor')
  await auditor.goto(compared)
  await auditor.locator('tbody').getByRole('row').filter({ hasText: '铁路专用线' }).waitFor()
  const zone = await signedIn('zone2')
  await zone.goto(compared)
  await zone.getByRole('heading', { name: '没有这份文件，或您的岗位看不到它。' }).waitFor()
})
