import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { gunzip } from '#lib/base/gzipped.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import { NOTHING_OWN } from '#lib/catalogue/own-catalogue.ts';
import { cutBranch } from '#lib/package/cut-branch.ts';
import { type AppList, siteFiles } from '#lib/package/make-site.ts';
import { offeredPackage } from '#lib/package/offered-package.ts';
import { publishData, type PublishedSource } from '#lib/package/publish-data.ts';
import { publishedSource } from '#lib/package/published-source.ts';
import { encodeEntries, type ReportedEntry } from '#lib/rollup/encode-entries.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { sha256Of } from '#lib/store/sha256.ts';
import { openStore } from '#lib/store/store.ts';
import { addition, AT, present } from '#test/store/additions.ts';

/** Two branches under a city; QX-12 moved from the second to the first, and its earlier figures are the second's. */
const UNITS = [
	'ma_don_vi,ten_don_vi,loai,cap,ma_cap_tren,hieu_luc_tu,hieu_luc_den',
	'QX-00,Thành ủy Quế Xuyên,Thành phố,tinh,,2020-01-01,',
	'QX-10,Quận ủy Hoa Lư Thượng,Quận,huyen,QX-00,2020-01-01,',
	'QX-11,Đảng ủy phường Bạch Mai Trang,Phường,xa,QX-10,2020-01-01,',
	'QX-12,Đảng ủy phường Tân Giang Hạ,Phường,xa,QX-20,2020-01-01,2024-12-31',
	'QX-12,Đảng ủy phường Tân Giang Hạ,Phường,xa,QX-10,2025-01-01,',
	'QX-20,Quận ủy Thanh Khê Ngoại,Quận,huyen,QX-00,2020-01-01,',
	'QX-21,Đảng ủy phường Cẩm Sa Đoài,Phường,xa,QX-20,2020-01-01,'
].join('\n');
const LINEAGE = [
	'ngay,loai_su_kien,don_vi_cu,don_vi_moi,ty_trong',
	'2025-01-01,chuyen,QX-12,QX-12,',
	'2025-01-01,sap_nhap,QX-21,QX-20,1'
].join('\n');

/** Everything of these is told by its own name or its own number, to be searched for. */
const FORBIDDEN = [
	...['QX-00', 'QX-20', 'QX-21', 'Quế Xuyên', 'Thanh Khê Ngoại', 'Cẩm Sa Đoài', 'mật của quận hai'],
	...['Sổ cái quận hai', 'own-of-two']
];
/** Figures outside the branch, and sums with them. */
const FIGURES = [7_654_321, 8_765_432, 7_654_321 + 8_765_432, 6_543_217];

function entry(unit: string, period: string, value: number): ReportedEntry {
	return {
		...{ unit, period, measure: 'b1.tccsd', state: 'figure', value: BigInt(value) },
		...{ row: 4, column: 3 }
	};
}

async function wholeSource(): Promise<PublishedSource> {
	const store = await openStore(memoryFiles());
	const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
	await store.saveOrganisation({ units: bytes(UNITS), lineage: bytes(LINEAGE) }, { at: AT });
	const target = {
		...{ id: 'own-of-two', indicator: 'x', kind: 'ratio', document: 'd', section: '', quote: '' },
		...{ inferred: false, unit: 'QX-20' }
	};
	const document = {
		...{ id: 'd', number: '1', name: { vi: 'Nghị quyết', en: 'Resolution' }, date: '2025' },
		rank: 'own'
	};
	const own = {
		...NOTHING_OWN,
		documents: [document, { ...document, id: 'd2', number: 'Sổ cái quận hai QX-20' }],
		targets: [target, { ...target, id: 'own-of-all', unit: 'QX-00' }]
	};
	await store.saveCatalogue(bytes(JSON.stringify(own)), { at: AT, note: 'mật của quận hai' });
	const entries = [
		...[
			entry('QX-11', '2025-Q1', 11),
			entry('QX-12', '2025-Q1', 12),
			entry('QX-10', '2025-Q1', 23)
		],
		...[entry('QX-21', '2025-Q1', 7_654_321), entry('QX-20', '2025-Q1', 8_765_432)],
		entry('QX-12', '2024-Q4', 6_543_217)
	];
	await store.commit(
		[
			addition('Sổ cái quận hai', {
				...{ periods: ['2024-Q4', '2025-Q1'], content: encodeEntries(entries) },
				...{ figures: entries.length, sheet: 'Thanh Khê Ngoại', note: 'mật của quận hai' },
				answers: { 'unit:4': 'QX-20' },
				issues: [{ severity: 'warning', code: 'jump', row: 4, value: '7654321' }],
				corrections: [{ row: 4, column: 3, before: '7654321', text: '8765432' }]
			}),
			addition('chỉ quận hai', {
				...{ periods: ['2025-Q1'], content: encodeEntries([entry('QX-21', '2025-Q1', 7_654_321)]) },
				figures: 1
			})
		],
		{ at: AT }
	);
	await store.changeLayouts(() => [
		{ template: 'B1', name: 'Sổ cái quận hai', headers: ['QX-20'], answers: {} }
	]);
	return publishedSource(store, () => Promise.reject(new Error('no sample is asked for')));
}

async function siteOf(source: PublishedSource, branch?: string) {
	const about = {
		...{ at: AT, by: 'test', maker: 'Văn phòng' },
		...(branch && { branch: { code: branch, name: 'Quận ủy Hoa Lư Thượng' } })
	};
	const gift = await offeredPackage(source, about);
	return publishData(source, { about, gift, rollUp });
}

/** Every byte of the files, packed parts also unpacked, with all numbers that columns hold. */
function everyWord(files: ReadonlyMap<string, Uint8Array>): {
	words: string;
	numbers: Set<number>;
} {
	const numbers = new Set<number>();
	const words: string[] = [];
	const look = (name: string, bytes: Uint8Array): void => {
		words.push(name, new TextDecoder().decode(bytes), new TextDecoder('latin1').decode(bytes));
		if (bytes[0] === 0x50 && bytes[1] === 0x4b)
			for (const [path, part] of Object.entries(unzipSync(bytes))) look(path, part);
		if (bytes[0] === 0x1f && bytes[1] === 0x8b) look(name, gunzipSync(bytes));
		if (name.includes('contents/') && bytes[0] === 0xff) {
			for (const column of Object.values(decodeColumns(bytes))) {
				if (column.type === 'text') words.push(...column.dictionary);
				else for (const value of column.values) numbers.add(Number(value));
			}
		}
	};
	for (const [path, bytes] of files) look(path, bytes);
	return { words: words.join('\n').normalize('NFC'), numbers };
}

describe('the published data of a branch', () => {
	let whole: PublishedSource;
	let branch: PublishedSource & { left: number };
	let data: Map<string, Uint8Array>;
	beforeAll(async () => {
		whole = await wholeSource();
		branch = present(await cutBranch(whole, 'QX-10'));
		data = await siteOf(branch, 'QX-10');
	});

	it('hold no name, code, figure or sum of any other unit, in no byte of any file', () => {
		const { words, numbers } = everyWord(data);
		expect(FORBIDDEN.filter((each) => words.includes(each))).toEqual([]);
		expect(FIGURES.filter((each) => numbers.has(each) || words.includes(String(each)))).toEqual([]);
		expect(['QX-10', 'QX-11', 'Tân Giang Hạ'].filter((each) => !words.includes(each))).toEqual([]);
	});

	it('would be found out by the same search where the whole is published', async () => {
		const { words, numbers } = everyWord(await siteOf(whole));
		const shown = ['QX-00', 'QX-20', 'QX-21', 'Quế Xuyên', 'Thanh Khê Ngoại', 'Cẩm Sa Đoài'];
		expect(shown.filter((each) => !words.includes(each))).toEqual([]);
		expect(FIGURES.slice(0, 2).filter((each) => !numbers.has(each))).toEqual([]);
	});

	it('make the unit the root, and keep the days on which a unit lay in the branch alone', () => {
		expect(
			branch.units.map(({ code, parent, validFrom, validTo }) => [code, parent, validFrom, validTo])
		).toEqual([
			['QX-10', undefined, '2020-01-01', undefined],
			['QX-11', 'QX-10', '2020-01-01', undefined],
			['QX-12', 'QX-10', '2025-01-01', undefined]
		]);
	});

	it('keep a goal of the unit above as its own, and say how many parts were left out', () => {
		expect(branch.own.targets.map(({ id, unit }) => [id, unit])).toEqual([['own-of-all', 'QX-10']]);
		expect(branch.left).toBe(2);
	});

	it('carry a rollup that is read as it is, found by its name in data/published.json', async () => {
		const site = JSON.parse(new TextDecoder().decode(data.get('data/published.json'))) as {
			rollup: string;
			parts: { path: string }[];
		};
		const rollup = readRollup(await gunzip(present(data.get(site.rollup))));
		expect(rollup.periods).toContain('2025-Q1');
		expect(site.parts.map(({ path }) => path).sort()).toEqual(
			[...data.keys()].filter((path) => path !== 'data/published.json').sort()
		);
	});

	it('are none where no unit has the code', async () => {
		expect(await cutBranch(whole, 'QX-99')).toBeUndefined();
	});
});

describe('the files of a published site', async () => {
	const worker = 'self.site={"files":[]};\nlet a = "self.site=1";\n';
	const app: Record<string, string> = {
		'200.html':
			'<head><link href="/_app/a.css" /><title>Thước Đo</title></head><script src="/_app/b.js"></script>',
		'service-worker.js': worker,
		'_app/b.js': 'let b;',
		'_app/sample.js': 'MH-801'
	};
	const list: AppList = {
		...{ version: '1', headers: { 'X-A': 'b' }, keptForEver: '_app/' },
		files: Object.keys(app).map((path) => ({
			...{ path, bytes: 1, sha256: 'a' },
			...(path === '_app/sample.js' && { use: 'sample' as const })
		}))
	};
	const read = async (path: string): Promise<Uint8Array> =>
		new TextEncoder().encode(present(app[path]));
	const files = await siteFiles({ list, read, indicators: ['ti-le'] });
	const textAt = (path: string): string => new TextDecoder().decode(present(files.get(path)));

	it('lead from every page to the app by the depth of its own address', () => {
		const rootOf = (path: string): string | undefined => /src="([^"]*)_app/.exec(textAt(path))?.[1];
		expect(
			['index.html', 'unit.html', 'unit/index.html', 'indicator/ti-le.html'].map(rootOf)
		).toEqual(['./', './', '../', '../']);
		expect(rootOf('indicator/ti-le/index.html')).toBe('../../');
		expect(textAt('unit.html')).toContain('name="thuocdo-published"');
	});

	it('leave out what holds the sample city, and the page that stands for all', () => {
		const left = ['_app/b.js', '_app/sample.js', '200.html'].map((path) => files.has(path));
		expect(left).toEqual([true, false, false]);
	});

	it('are all named by its service worker, with their hashes, but for itself', async () => {
		const [first = '', second] = textAt('service-worker.js').split('\n');
		const site = JSON.parse(first.slice('self.site='.length, -1)) as AppList;
		expect(second).toBe('let a = "self.site=1";');
		expect(site.files.map(({ path }) => path).sort()).toEqual(
			[...files.keys()].filter((path) => path !== 'service-worker.js').sort()
		);
		const page = present(site.files.find(({ path }) => path === 'unit.html'));
		const bytes = present(files.get('unit.html'));
		expect(page).toEqual({
			...{ path: 'unit.html', bytes: bytes.length },
			sha256: await sha256Of(bytes)
		});
	});
});
