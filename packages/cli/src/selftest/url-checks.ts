/** The allow-list sees the same address wherever it is parsed. */
import type { SelftestBrowser } from './browser.ts'
import { judge, type Finding } from './check.ts'
import { isListed, listedOrigin, urlForms } from './url-forms.ts'

export async function checkUrlForms(browser: SelftestBrowser, appUrl: string): Promise<Finding[]> {
  const page = await browser.openPage()
  try {
    await page.goto(appUrl)
    const forms = JSON.stringify(urlForms.map(([form]) => form))
    const verdicts = await page.inHost(
      `(${forms}.map((form) => (${isListed.toString()})(form, ${JSON.stringify(listedOrigin)})))`,
    )
    const seen: unknown[] = Array.isArray(verdicts) ? verdicts : []
    return urlForms.map(([form, expected], index) => {
      const here = isListed(form, listedOrigin)
      return judge(
        `url/${index + 1}`,
        seen[index] === expected && here === expected,
        `${JSON.stringify(form)}: ${String(seen[index])}, ${here}`,
      )
    })
  } finally {
    await page.close()
  }
}
