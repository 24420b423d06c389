import type { Report, ReportCell } from '#lib/views/report.ts';

/** The figures of a report for programs: the tables with their numbers exact, and the codes that lead back to them. */
export function briefingData({ head, source, sections }: Report): string {
	const tables = sections.flatMap(({ blocks }) =>
		blocks.flatMap((block) => {
			if (block.kind !== 'table') return [];
			const { caption, columns, rows } = block.table;
			return [
				{
					caption,
					columns: columns.map(({ title }) => title),
					rows: rows.map(({ cells }) => cells.map(plain))
				}
			];
		})
	);
	const { title, unit, period, boundaries, made } = head;
	const data = { title, unit, period, boundaries, made, source, tables };
	// No text may close the element that it stands in.
	return JSON.stringify(data).replace(/</g, '\\u003c');
}

function plain({ text, number }: ReportCell): string | number {
	return number === undefined ? text : Number(number.value.toPrecision(12));
}
