import { expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { writeTemplate } from '#lib/export/write-template.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { templateGuide } from '#lib/views/template-guide.ts';
import { templateSheet } from '#lib/views/template-sheet.ts';
import { exampleUnits } from '#test/ingest/example-units.ts';
import { partsOf } from './fill-template.ts';

const tree = createUnitTree(await exampleUnits());
const period = '2024-Q3';

async function partsFor(id: string): Promise<{ sheet: string; guide: string; book: string }> {
	const template = productCatalogue().templates.find((each) => each.id === id)!;
	const sheet = templateSheet({ template, unit: 'MH', period, tree })!;
	const about = { templates: [template], unit: 'Đảng bộ thành phố Minh Họa', period };
	const guide = templateGuide({ ...about, language: 'vi', hasKnown: false });
	const bytes = await writeTemplate({ sheets: [sheet], guide, language: 'vi', at: new Date(0) });
	const parts = await partsOf(bytes);
	return {
		sheet: parts.get('xl/worksheets/sheet1.xml')!,
		guide: parts.get('xl/worksheets/sheet2.xml')!,
		book: parts.get('xl/workbook.xml')!
	};
}

/** The elements of that name in a part, with their attributes. */
function elements(xml: string, name: string): string[] {
	return xml.match(new RegExp(`<${name}[ >/][^>]*>`, 'g')) ?? [];
}

const b1 = await partsFor('B1');

test('counts take whole numbers from 0 up, "x" and "-", and say so where they refuse', () => {
	expect(b1.sheet).toContain(
		'<formula1>IF(ISNUMBER(D10),AND(D10&gt;=0,D10=INT(D10)),OR(D10="x",D10="-"))</formula1>'
	);
	expect(elements(b1.sheet, 'dataValidation')).toEqual([
		'<dataValidation type="custom" sqref="D10:G14" allowBlank="1" showErrorMessage="1" errorStyle="stop" ' +
			'errorTitle="Chưa đúng cách ghi" error="Ghi số nguyên từ 0 trở lên (không ghi tỷ lệ %), ' +
			'ghi x nếu không áp dụng, hoặc để trống nếu chưa có báo cáo.">'
	]);
});

test('codes are hidden, the header stays in sight, and what is given is locked', () => {
	expect(elements(b1.sheet, 'row').filter((row) => row.includes('hidden'))).toEqual([
		'<row r="8" hidden="1">'
	]);
	expect(elements(b1.sheet, 'col').filter((column) => column.includes('hidden'))).toEqual([
		'<col min="1" max="1" width="12" customWidth="true" hidden="true"/>'
	]);
	expect(elements(b1.sheet, 'pane')).toEqual([
		'<pane xSplit="3" ySplit="9" topLeftCell="D10" state="frozen" activePane="bottomRight"/>'
	]);
	expect(elements(b1.sheet, 'sheetProtection')).toEqual([
		'<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="1" deleteRows="1"/>'
	]);
});

test('rows may be inserted where a unit may have several, and count in the total', async () => {
	const { sheet } = await partsFor('B5');
	expect(sheet).toContain('SUM(F9:INDEX(F:F,ROW()-1))');
	expect(elements(sheet, 'sheetProtection')).toEqual([
		'<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0"/>'
	]);
});

test('a total adds up its column, and is blank while nothing is reported', () => {
	expect(b1.sheet).toContain('<f>IF(COUNT(D10:D14)=0,"",SUM(D10:D14))</f>');
	expect(b1.sheet).not.toContain('COUNT(H10:H14)');
});

test('a figure that breaks a rule of its row is marked once the figures of the rule are there', () => {
	const [marked] = /<conditionalFormatting.*?<\/conditionalFormatting>/.exec(b1.sheet) ?? [];
	expect(marked).toBe(
		'<conditionalFormatting sqref="D10:D14"><cfRule type="expression" priority="1" dxfId="0"><formula>' +
			'AND(COUNT($D10)&gt;0,COUNT($E10,$F10)&gt;0,COUNTA($D10,$E10,$F10)=3,' +
			'$D10&lt;&gt;"-",$E10&lt;&gt;"-",$F10&lt;&gt;"-",SUM($D10)&lt;&gt;SUM($E10,$F10))' +
			'</formula></cfRule></conditionalFormatting>'
	);
});

test('the form alone is printed, on A4 across, with its header on every page', () => {
	expect(b1.book).toContain(`localSheetId="0">'B1'!$A$1:$N$19</definedName>`);
	expect(b1.book).toContain(`localSheetId="0">'B1'!$6:$9</definedName>`);
	expect(elements(b1.sheet, 'pageSetup')).toEqual([
		'<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="1"/>'
	]);
});

test('the instructions are a sheet of their own behind the forms', () => {
	expect(elements(b1.book, 'sheet').map((sheet) => /name="([^"]*)"/.exec(sheet)?.[1])).toEqual([
		'B1',
		'Hướng dẫn'
	]);
	expect(elements(b1.guide, 'row')).toHaveLength(14);
});

test('the same sheet at the same time has the same bytes', async () => {
	expect(await partsFor('B1')).toEqual(b1);
});
