import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { workbookOf } from '#test/hostile/workbook.ts';
import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';
import { fixtureText, picker, useExampleUnits } from './submit-files.ts';

/** What a sheet may say of a unit. */
const NAMES = [
	'<img src=x onerror="document.title=\'run\'">',
	'<script>document.title="run"</script>',
	'__proto__',
	"'); DROP TABLE facts; --",
	'=cmd|calc',
	'a\u202egnp.exe'
];

/** Each file that is made to do harm, with what the page is to say of it. */
async function hostileFiles(good: string): Promise<Record<string, [string | Uint8Array, string]>> {
	const rows = NAMES.map(
		(name, at) => `${at + 6},"${name.replaceAll('"', '""')}",1,1,0,1,1,1,0,0,0,0,100`
	);
	const lol = Array.from({ length: 12 }, (_, at) => {
		const of = at === 0 ? 'lol' : `&l${at - 1};`.repeat(10);
		return `<!ENTITY l${at} "${of}">`;
	});
	const [, , header = ''] = good.split('\n');
	return {
		'bom.xlsx': [
			workbookOf({
				others: [{ name: 'xl/a.xml', content: 'a', says: { unpacked: 400_000_000 } }]
			}),
			'khi giải nén lớn hơn 300 MB'
		],
		'cuoi.xlsx': [
			workbookOf({
				prologue: `<!DOCTYPE a [${lol.join('')}]>`,
				sheet: '<sheetData><row><c t="str"><v>&l11;</v></c></row></sheetData>'
			}),
			'&l11;'
		],
		'khong.xlsx': [
			workbookOf({ sheet: `<sheetData><row><c>${'<v>'.repeat(300_000)}</c></row></sheetData>` }),
			'trống'
		],
		'rong.csv': [`a${',b'.repeat(100_000)}\n`, 'có hơn 16.384 cột'],
		'o-dai.csv': [`${good}6,"${'a'.repeat(10_000_000)}",1\n`, 'cột B dài hơn 100.000 ký tự'],
		'nul.csv': [good.replace('\n', '\n\0\0\0'), 'Sẵn sàng nộp'],
		'nua-chu.csv': [utf16Of(`${good}6,"Xã \ud800 An",1,1,0\n`), 'có ký tự hỏng ở dòng 10'],
		'tieu-de.csv': [good + `${header}\n`.repeat(100_000), 'hơn 300 bảng'],
		'trong.csv': [good + `${header.replaceAll(/[^,]/g, '')}\n`.repeat(300_000), 'Sẵn sàng nộp'],
		'la.csv': [
			good + Array.from({ length: 100_000 }, (_, at) => `${at},Xã lạ số ${at},1,1,0\n`).join(''),
			'tên đơn vị khác nhau'
		],
		'ten.csv': [`${good}${rows.join('\n')}\n`, '__proto__'],
		'b1\u202exslx.csv': [good, 'Sẵn sàng nộp']
	};
}

/** The text as UTF-16, half letters as they are. */
function utf16Of(text: string): Uint8Array {
	const bytes = Buffer.alloc(2 + text.length * 2);
	bytes.writeUInt16LE(0xfeff);
	for (let at = 0; at < text.length; at++) bytes.writeUInt16LE(text.charCodeAt(at), 2 + at * 2);
	return bytes;
}

function cardOf(page: Page, name: string): Locator {
	return page.getByRole('article', { name: name.replace('\u202e', ''), exact: true });
}

test('of files made to do harm each is answered with a message, nothing is run, and the good one is read', async ({
	page
}) => {
	await useExampleUnits(page);
	const title = await page.title();
	const good = await fixtureText('examples/B1.csv');
	const files = await hostileFiles(good);
	await picker(page).setInputFiles(
		Object.entries(files).map(([name, [content]]) => ({
			...{ name, mimeType: 'text/csv', buffer: Buffer.from(content) }
		}))
	);
	for (const [name, [, words]] of Object.entries(files)) {
		const card = cardOf(page, name);
		await expect(card).toContainText(words, { timeout: 60_000 });
	}
	expect(await page.title()).toBe(title);
	expect(await page.evaluate(() => Reflect.ownKeys(Object.prototype).length)).toBe(
		Reflect.ownKeys(Object.prototype).length
	);
	expect(await page.evaluate(() => document.querySelectorAll('img[src=x]').length)).toBe(0);
});

test('a file that changes before it is read is named, and read when it is brought again', async ({
	page
}) => {
	await openSample(page, '/submissions');
	const path = join(await mkdtemp(join(tmpdir(), 'thuocdo-')), 'doi.csv');
	const good = await readFile('data/samples/B1-2025-Q4.csv', 'utf8');
	await writeFile(path, good);
	let isChanged = (): void => undefined;
	const changed = new Promise<void>((resolve) => (isChanged = resolve));
	await page.route(/ingest-worker/, async (route) => {
		await changed;
		await route.fallback();
	});
	await picker(page).setInputFiles(path);
	await writeFile(path, `${good}\n`);
	isChanged();
	await expect(cardOf(page, 'doi.csv')).toContainText('Không đọc được');
	await picker(page).setInputFiles(path);
	await expect(cardOf(page, 'doi.csv').last()).not.toContainText('Không đọc được');
});

test('a file on which reading never ends is given up after five minutes, and the next one is read', async ({
	page
}) => {
	await useExampleUnits(page);
	let isFirst = true;
	await page.route(/ingest-worker/, async (route) => {
		if (!isFirst) return route.fallback();
		isFirst = false;
		const body =
			'addEventListener("message", ({ data }) => { while (data.task === "draft"); postMessage({ id: data.id, answer: undefined }); });';
		await route.fulfill({ contentType: 'text/javascript', body });
	});
	await page.clock.install();
	const good = await fixtureText('examples/B1.csv');
	await picker(page).setInputFiles(
		Object.entries({ 'treo.csv': good, 'tot.csv': `${good}\n` }).map(([name, content]) => ({
			...{ name, mimeType: 'text/csv', buffer: Buffer.from(content) }
		}))
	);
	// The five minutes count from when reading began, which no one sees from outside: let them pass until they have.
	await expect(async () => {
		await page.clock.runFor(310_000);
		await expect(cardOf(page, 'treo.csv')).toContainText('hơn 5 phút mà chưa xong');
	}).toPass();
	await page.clock.resume();
	await expect(cardOf(page, 'tot.csv')).toContainText('Sẵn sàng nộp');
});

/** Runs in the worker before it: what it first works out needs more room than any computer has. */
const FULL_AT_FIRST = `
	let isFirst = true;
	const { digest } = SubtleCrypto.prototype;
	SubtleCrypto.prototype.digest = function (...all) {
		if (isFirst) {
			isFirst = false;
			return Promise.resolve(new ArrayBuffer(2 ** 52));
		}
		return digest.apply(this, all);
	};
`;

test('a file that the computer has no room for is named, and the next one is read', async ({
	page
}) => {
	await useExampleUnits(page);
	await page.route(/ingest-worker/, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: FULL_AT_FIRST + (await response.text()) });
	});
	const good = await fixtureText('examples/B1.csv');
	await picker(page).setInputFiles(
		Object.entries({ 'day.csv': good, 'tot.csv': `${good}\n` }).map(([name, content]) => ({
			...{ name, mimeType: 'text/csv', buffer: Buffer.from(content) }
		}))
	);
	await expect(cardOf(page, 'day.csv')).toContainText('không đủ bộ nhớ');
	await expect(cardOf(page, 'tot.csv')).toContainText('Sẵn sàng nộp');
});
