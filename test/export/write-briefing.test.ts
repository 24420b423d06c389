import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeBriefing } from '#lib/export/write-briefing.ts';
import type { Report } from '#lib/views/report.ts';
import { SMALL_CODE, smallReport } from '#test/fixtures/reports/small-report.ts';

const PARTS = {
	first: 'vi' as const,
	script: readFileSync('static/briefing/briefing.js', 'utf8'),
	style: readFileSync('static/briefing/briefing.css', 'utf8')
};

async function written(changed: Partial<Report> = {}): Promise<string> {
	return writeBriefing(
		{ vi: { ...smallReport('vi'), ...changed }, en: { ...smallReport('en'), ...changed } },
		PARTS
	);
}

/** Large enough for the biggest report: as many tables as indicators, as many rows as units. */
function largeReport(language: 'vi' | 'en'): Report {
	const small = smallReport(language);
	const [, targets] = small.sections;
	const [block] = targets!.blocks;
	if (block?.kind !== 'table') throw new Error('The second section holds a table.');
	const [, row] = block.table.rows;
	const table = { ...block.table, rows: Array.from({ length: 60 }, () => row!) };
	const [bullets] = small.sections.at(-1)!.blocks;
	if (bullets?.kind !== 'chart') throw new Error('The last section holds charts.');
	const { chart } = bullets;
	const long = {
		...chart,
		categories: Array.from({ length: 60 }, (_, at) => `Đảng bộ phường Số ${at}`),
		series: chart.series.map((series) => ({
			...series,
			values: Array.from({ length: 60 }, (_, at) => series.values[at % 3] ?? null),
			labels: undefined,
			statuses: undefined,
			provisional: undefined
		}))
	};
	const sections = Array.from({ length: 40 }, (_, at) => ({
		...targets!,
		id: `indicator:${at}`,
		blocks: [
			{ kind: 'table' as const, table },
			{ kind: 'chart' as const, chart: long },
			...small.sections.at(-1)!.blocks.slice(2)
		]
	}));
	return { ...small, sections };
}

describe('a briefing', () => {
	it('is the same text for the same report', async () => {
		expect(await written()).toBe(await written());
	});

	it('asks nothing of any network, and lets no script or style run but its own', async () => {
		const html = await written();
		expect(html).not.toMatch(/(src|href)="(?!#)/);
		expect(html).not.toMatch(/url\((?!#)|@import|\bfetch\(|XMLHttp|eval\(/);
		expect(html).not.toMatch(/ style="| on\w+="/);
		const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
		expect(policy).toMatch(
			/^default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}='; img-src data:; base-uri 'none'; form-action 'none'$/
		);
	});

	it('holds both languages, and opens in the one asked for', async () => {
		const html = await written();
		expect(html).toContain('<html lang="vi" data-theme="auto">');
		expect(html).toMatch(/<div class="report" id="vi" lang="vi" data-title="[^"]*">/);
		expect(html).toMatch(/<div class="report" id="en" lang="en" data-title="[^"]*" hidden>/);
		const english = await writeBriefing({ en: smallReport('en') }, PARTS);
		expect(english).toContain('<html lang="en" data-theme="auto">');
		expect(english).not.toContain('data-language="');
	});

	it('numbers headings as its profile asks, and tables and charts through', async () => {
		const html = await written();
		for (const words of [
			'<h2>I- Tóm tắt</h2>',
			'<h2>III- Từng chỉ tiêu</h2>',
			'<h3>1. Tổ chức cơ sở đảng</h3>',
			'Biểu 1. Kết quả theo đơn vị, quý III/2026',
			'Hình 4. Xếp loại theo đơn vị'
		])
			expect(html).toContain(words);
	});

	it('explains the letters of a table in its foot, and only those', async () => {
		const html = await written();
		const [foot = ''] = /<tfoot>.*?<\/tfoot>/.exec(html) ?? [];
		expect(foot).toContain('[p] số tạm tính; [x] không áp dụng; [c] che để bảo vệ cá nhân.</div>');
	});

	it('never takes a name for markup', async () => {
		const evil = '</script><script>alert(1)</script><img src=x onerror=alert(1)>';
		const html = await written({ source: evil, head: { ...smallReport('vi').head, title: evil } });
		expect(html).not.toContain('<script>alert');
		expect(html).not.toContain('<img');
		const [, data = ''] = /id="data">(.*?)<\/script>/s.exec(html) ?? [];
		expect((JSON.parse(data) as { title: string }).title).toBe(evil);
	});

	it('carries its figures exactly for programs, and hidden ones hidden', async () => {
		const [, data = ''] = /id="data">(.*?)<\/script>/s.exec(await written()) ?? [];
		const { tables } = JSON.parse(data) as { tables: { rows: (string | number)[][] }[] };
		expect(tables).toHaveLength(1);
		expect(tables[0]?.rows.slice(0, 2)).toEqual([
			...[
				[
					'Đảng bộ thành phố Minh Họa',
					1220,
					1320,
					0.924242424242,
					'Đạt',
					-2.2727272727,
					SMALL_CODE
				],
				['Phường Quảng Ngạnh', '< 5 [c]', 12, '[c]', 'Chưa đạt', '[c]', SMALL_CODE]
			]
		]);
	});

	it('leaves number, date and signature to be filled in by hand', async () => {
		const html = await written();
		expect(html).toContain('Số ……-BC/……');
		expect(html).toContain('Minh Họa, ngày …… tháng …… năm ……');
		expect(html).toContain('Nguyễn Văn Ưởng');
	});

	it('closes with what its rules ask for, on paper', async () => {
		const close = { kind: 'paragraph' as const, parts: [{ text: 'Hết.' }] };
		const sections = [{ id: 'method', title: 'Cách tính', level: 1 as const, blocks: [close] }];
		expect(await written({ sections, profile: 'state' })).toContain(
			'<p class="text">Hết.<span class="ending">/.</span></p>'
		);
		expect(await written({ sections })).toContain('<p class="text">Hết.</p>');
	});

	it('lets the name of a group of rows go across the table', async () => {
		const [, targets] = smallReport('vi').sections;
		const [block] = targets!.blocks;
		if (block?.kind !== 'table') throw new Error('The second section holds a table.');
		const { columns, rows } = block.table;
		const cells = columns.map((_, at) => ({ text: at === 0 ? 'Nhóm một' : '' }));
		const table = { ...block.table, rows: [{ cells, depth: 0, isTotal: true }, ...rows] };
		const html = await written({ sections: [{ ...targets!, blocks: [{ kind: 'table', table }] }] });
		// The codes stand below the names.
		expect(html).toContain(`<th scope="row" colspan="${columns.length - 1}">Nhóm một</th></tr>`);
	});

	it('sets page, margins and page numbers as its profile asks', async () => {
		const html = await written();
		expect(html).toContain('@page{size:210mm 297mm;margin:20mm 15mm 20mm 30mm;');
		expect(html).toContain("content:counter(page) '/' counter(pages)");
	});

	it('stays under 5 MB with 40 indicators of 60 units in both languages', async () => {
		const html = await writeBriefing({ vi: largeReport('vi'), en: largeReport('en') }, PARTS);
		expect(new TextEncoder().encode(html).length).toBeLessThan(5 * 1024 * 1024);
	});
});
