import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { embedChart } from '#lib/export/embed-chart.ts';
import { OfficePackage } from '#lib/export/office-package.ts';
import { smallCharts } from '#test/fixtures/reports/small-charts.ts';

const at = new Date('2026-11-21T08:00:00Z');
const look = { language: 'vi', width: 440, height: 200, size: 9 } as const;
const [bullets] = smallCharts('vi');

async function embedded(owner: string): Promise<OfficePackage> {
	const office = new OfficePackage();
	office.add({ path: owner, content: '<x/>', contentType: 'text/x-owner' });
	await embedChart(office, bullets!, { owner, look, at });
	await embedChart(office, bullets!, { owner, look, at });
	return office;
}

test('each chart becomes a part of its own with a workbook of its own, beside those of the owner', async () => {
	const office = await embedded('ppt/slides/slide1.xml');
	expect(office.paths().toSorted()).toEqual([
		'ppt/charts/chart1.xml',
		'ppt/charts/chart2.xml',
		'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx',
		'ppt/embeddings/Microsoft_Excel_Sheet2.xlsx',
		'ppt/slides/slide1.xml'
	]);
	const targets = office.relationships('ppt/slides/slide1.xml').map(({ target }) => target);
	expect(targets).toEqual(['../charts/chart1.xml', '../charts/chart2.xml']);
	expect(office.followType('ppt/charts/chart2.xml', '/package')).toBe(
		'ppt/embeddings/Microsoft_Excel_Sheet2.xlsx'
	);
});

test('the workbook within holds the values in full, and is the same whenever it is made again', async () => {
	const office = await embedded('word/document.xml');
	const [first, second] = [1, 2].map((number) =>
		office.bytes(`word/embeddings/Microsoft_Excel_Sheet${number}.xlsx`)
	);
	expect(first).toEqual(second);
	const [sheet] = (await readXlsx(first!)).sheets;
	expect(sheet!.name).toBe('Số liệu');
	expect(sheet!.rows[1]!.slice(0, 3)).toEqual(['Phường Quảng Ngạnh', 0.9242424242424242, 0.9]);
	expect(sheet!.rows[4]!.slice(0, 3)).toEqual(['Đặc khu Côn Hải', null, 0.9]);
});
