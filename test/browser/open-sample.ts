import type { Page } from '@playwright/test';
import { expect } from './app.ts';

/** Loads the sample data of the invented city, as its button on the first page does, and waits for the gauges. */
export async function openSample(page: Page): Promise<void> {
	await page.goto('/');
	await page.locator('[data-action="load-sample"]').click();
	await expect(page.getByRole('meter').first()).toBeVisible({ timeout: 60_000 });
}
