import type { Locator, Page } from '@playwright/test';
import { expect } from './app.ts';
import { plantSample } from './open-sample.ts';

/** The address of the report of a quarter. */
export const QUARTER = '/reports?report=quarter';

/** Plants the sample city and opens an address. */
export async function open(page: Page, address: string): Promise<void> {
	await plantSample(page);
	await page.goto(address);
}

/** The report as it is composed: nothing of it is on its way any more. */
export async function composed(page: Page): Promise<Locator> {
	const preview = page.getByRole('region', { name: 'Xem trước', exact: true });
	await expect(preview).toHaveAttribute('aria-busy', 'false');
	await expect(preview.getByRole('article')).toBeVisible();
	return preview.getByRole('article');
}
