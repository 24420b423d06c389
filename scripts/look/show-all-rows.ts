import type { Page } from '@playwright/test';

/** Has rows out of sight drawn too, which the app leaves until they are seen: for pictures and checks of a whole page. */
export async function showAllRows(page: Page): Promise<void> {
	await page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('* { content-visibility: visible !important; }');
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	});
}
