import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFindings } from './axe.js'
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

it('shows what a draft would move, publishes it and takes it back before its day', async () => {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(product.address)
  await page.getByLabel('用户名').fill('city')
  await page.getByLabel('密码').fill('yunze-demo-2026')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '总览' }).waitFor()

  const draft = {
    request: crypto.randomUUID(),
    title: '两区合并',
    reason: '便于统筹',
    on: '2090-01-01',
    steps: [{ kind: 'abolish', unit: 'yunque-kechuangcheng', successor: 'guzhao-shangwuqu' }],
  }
  const drafted = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' }
    const reply = await fetch('/api/reorganisations', { method: 'POST', headers, body: JSON.stringify(body) })
    return reply.status
  }, draft)
  expect(drafted).toBe(200)

  await page.getByRole('link', { name: '区域', exact: true }).click()
  await page.getByRole('link', { name: '区划调整', exact: true }).click()
  await page.getByRole('link', { name: '两区合并' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('link', { name: '两区合并' }).click()
  await page.getByRole('heading', { name: '结束的主体' }).waitFor()
  await page.getByRole('heading', { name: '新的关系' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('heading', { name: '沿革' }).waitFor()
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByRole('strong').filter({ hasText: '已撤回' }).waitFor()
})
