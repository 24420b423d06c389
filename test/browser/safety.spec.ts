import { expect, test } from './app.ts';

test('the page opens and asks for nothing off its origin', async ({ page }) => {
	const response = await page.goto('/');
	expect(response?.status()).toBe(200);
	await expect(page).toHaveTitle(/Thước Đo/);
});

test('every answer of the server carries the policy', async ({ request, origin }) => {
	const page = await (await request.get('/')).text();
	const script = /\/_app\/immutable\/[^"]+\.js/.exec(page)?.[0];
	for (const path of ['/', '/any/view', `${script}`, '/_app/absent.js']) {
		const headers = (await request.get(origin + path)).headers();
		expect(headers['content-security-policy'], path).toContain("script-src 'self'");
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['referrer-policy'], path).toBe('no-referrer');
	}
});
