import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The fixtures of each dirty variant (TEMPLATES §D), with what is expected of them beside them. */
const SHEETS: Record<number, string[]> = {
	1: ['worked-grid.csv'],
	2: ['d1-worked-grid-merged.xlsx', 'header-rows-on-each-page.csv'],
	3: ['index-row.csv', 'worked-grid.csv'],
	4: [
		'd04-blank-rows-and-columns.csv',
		'd04-hidden-row-asked.xlsx',
		'd04-hidden-column-asked.xlsx'
	],
	5: ['d05-group-rows-with-subtotals.csv', 'd05-group-rows-without-figures.csv'],
	6: ['d06-total-in-other-words.csv', 'wrong-total.csv'],
	7: ['d07-part-rows.csv'],
	8: ['d08-footers-between-pages.csv', 'footer.csv', 'header-on-each-page.csv'],
	9: ['d09-fractions-asked.csv', 'd09-percentages-taken.csv', 'percentages-among-counts.csv'],
	10: ['d10-numbers-as-typed.csv', 'd10-comma-asked.csv', 'd10-two-numbers-in-a-cell.csv'],
	11: ['d11-words-for-absence.csv', 'd11-marks-refused.csv'],
	12: ['d12-formula-errors.csv'],
	13: ['d13-dates-in-count-columns.csv'],
	14: ['d14-in-period-or-cumulative.csv', 'd14-cumulative-falls.csv'],
	15: ['cut-off-before-the-end.csv', 'estimated.csv'],
	16: ['worked-form.csv', 'worked-form-merged.xlsx', 'd16-form-without-body.csv'],
	17: ['years-side-by-side.csv', 'quarters-side-by-side.csv'],
	18: ['tables-stacked.csv'],
	19: ['duplicate-identical.csv', 'duplicate-differing.csv'],
	20: ['d20-names-in-other-spellings.csv'],
	21: ['unit-not-yet-valid.csv'],
	22: ['three-absences.csv'],
	23: ['d23-tcvn3-8-bit.csv', 'd23-vni-8-bit.csv', 'd23-vni-utf-8.csv'],
	24: ['text-decomposed.csv'],
	25: ['people-by-heading.csv', 'people-in-notes.csv', 'd25-people-under-the-table.csv'],
	26: ['d26-levels-in-another-order.csv', 'level-missing.csv', 'd26-excellent-counted-in-good.csv'],
	27: ['d27-percentages-off-by-a-tenth.csv'],
	28: ['d28-total-adds-subtotals.csv'],
	29: ['d29-notes-and-colours.xlsx'],
	30: ['d30-Bieu 1 (sua lan 2 - final).csv'],
	32: ['d32-impossible-values.csv']
};
const FILES: Record<number, string[]> = {
	12: ['error-cells.xlsx', 'formulas-never-calculated.xlsx'],
	13: ['day-in-a-count-column.xlsx'],
	31: [
		...['encrypted-workbook.xlsx', 'macros.xlsm', 'semicolon-with-decimals.csv'],
		...['utf-16le-with-byte-order-mark.csv', 'windows-1258.csv']
	]
};

function isPaired(folder: string, name: string): boolean {
	const base = new URL(`../fixtures/${folder}/`, import.meta.url);
	const expected = [`${name}.expected.json`, name.replace(/\.\w+$/, '.expected.json')];
	const isThere = existsSync(new URL(encodeURIComponent(name), base));
	return isThere && expected.some((each) => existsSync(new URL(encodeURIComponent(each), base)));
}

describe('a dirty variant', () => {
	it.each(Array.from({ length: 32 }, (_, at) => at + 1))('%i has its fixtures', (variant) => {
		const sheets = (SHEETS[variant] ?? []).map((name) => [name, isPaired('sheets', name)]);
		const files = (FILES[variant] ?? []).map((name) => [name, isPaired('files', name)]);
		const all = [...sheets, ...files];
		expect(all.length).toBeGreaterThan(0);
		expect(all.filter(([, paired]) => !paired)).toEqual([]);
	});
});
