import { expect, test } from './app.ts';

const ELSEWHERE = 'https://example.org/stolen';

test('the page opens and asks for nothing off its origin', async ({ page }) => {
	const response = await page.goto('/');
	expect(response?.status()).toBe(200);
	await expect(page).toHaveTitle(/Thước Đo/);
});

test.describe('the policy', () => {
	test.use({ expectedErrors: [/Content Security Policy/] });

	test('stops a request to another origin from the page', async ({ page }) => {
		await page.goto('/');
		expect(await page.evaluate(outcomeOfFetch, ELSEWHERE)).toBe('TypeError');
	});

	test('stops a request to another origin from a worker', async ({ page }) => {
		await page.goto('/');
		expect(await page.evaluate(outcomeOfFetchInWorker, ELSEWHERE)).toBe('TypeError');
	});

	test('stops text from being run as code', async ({ page }) => {
		await page.goto('/');
		expect(await page.evaluate(outcomeOfCode)).toBe('EvalError');
	});
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

async function outcomeOfFetch(address: string): Promise<string> {
	return fetch(address).then(
		() => 'answered',
		(error: Error) => error.name
	);
}

function outcomeOfFetchInWorker(address: string): Promise<string> {
	const source = `fetch('${address}').then(() => postMessage('answered'), (e) => postMessage(e.name))`;
	const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
	return new Promise((resolve) => {
		worker.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
	});
}

/** Waits a turn first: what a debugger runs directly is exempt from the policy. */
async function outcomeOfCode(): Promise<string> {
	await new Promise((resolve) => setTimeout(resolve));
	try {
		// eslint-disable-next-line no-new-func -- the very thing that must fail
		return String(new Function('return 1')());
	} catch (error) {
		return (error as Error).name;
	}
}
