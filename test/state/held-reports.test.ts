import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesOf, HeldReports, type WriteReport } from '#lib/state/held-reports.ts';
import type { WriteOrder } from '#lib/state/report-tasks.ts';
import { smallReport } from '#test/fixtures/reports/small-report.ts';

const AT = Date.parse('2026-11-22T03:00:00Z');

/** Writes which report it was given, and which other one. */
const write: WriteReport = (report, { format, other }) =>
	Promise.resolve(
		bytesOf([format, report.head.title, report.sections.length, other?.language].join('|'))
	);

function held(): HeldReports {
	return new HeldReports({ docx: write, pptx: write, xlsx: write, html: write });
}

function send(to: HeldReports, language: 'vi' | 'en', sections = 2): void {
	const { sections: all, ...frame } = smallReport(language);
	to.begin(frame);
	for (const section of all.slice(0, sections)) to.section({ language, section });
}

const order = (format: WriteOrder['format'], name: string): WriteOrder => ({
	...{ format, name, language: 'vi', at: AT }
});

describe('the reports that a worker holds', () => {
	it('are written whole, with the other language beside them where it was sent', async () => {
		const desk = held();
		send(desk, 'vi');
		send(desk, 'en', 1);
		await desk.write(order('docx', 'a.docx'));
		const { bytes, files } = desk.deliver({ at: AT });
		const { title } = smallReport('vi').head;
		expect(strFromU8(bytes)).toBe(`docx|${title}|2|en`);
		expect(files).toEqual([{ name: 'a.docx', size: bytes.length }]);
	});

	it('come in one zip under their own names, the same bytes for the same files', async () => {
		const packed = async (): Promise<Uint8Array> => {
			const desk = held();
			send(desk, 'vi');
			await desk.write(order('docx', 'Đảng bộ phường 2.docx'));
			send(desk, 'vi', 1);
			await desk.write(order('html', 'Đảng bộ phường 10.html'));
			return desk.deliver({ at: AT }).bytes;
		};
		const zip = await packed();
		const names = Object.entries(unzipSync(zip)).map(([name, part]) => [
			...[name, strFromU8(part).split('|')[2]]
		]);
		expect(names).toEqual([
			['Đảng bộ phường 2.docx', '2'],
			['Đảng bộ phường 10.html', '1']
		]);
		expect(await packed()).toEqual(zip);
	});

	it('are let go of once they are delivered', async () => {
		const desk = held();
		send(desk, 'vi');
		await desk.write(order('docx', 'a.docx'));
		desk.deliver({ at: AT });
		await desk.write(order('xlsx', 'b.xlsx'));
		expect(desk.deliver({ at: AT }).files.map(({ name }) => name)).toEqual(['b.xlsx']);
	});
});
