import { neutralText } from '#lib/base/neutral-text.ts';

/**
 * Puts rows of cells on the clipboard, as a table for documents and as cells for spreadsheets, which take none of them for
 * a formula; the first row is the head. False where the browser does not allow it.
 */
export async function copyTable(rows: readonly (readonly string[])[]): Promise<boolean> {
	const text = rows.map((row) => row.map(plainCell).join('\t')).join('\n');
	const content = {
		'text/plain': new Blob([text], { type: 'text/plain' }),
		'text/html': new Blob([tableOf(rows).outerHTML], { type: 'text/html' })
	};
	try {
		await navigator.clipboard.write([new ClipboardItem(content)]);
		return true;
	} catch {
		return false;
	}
}

function plainCell(text: string): string {
	return neutralText(text.replace(/[\t\r\n]+/g, ' '));
}

function tableOf(rows: readonly (readonly string[])[]): HTMLTableElement {
	const table = document.createElement('table');
	for (const [place, cells] of rows.entries()) {
		const row = table.insertRow();
		for (const text of cells) {
			const cell = document.createElement(place === 0 ? 'th' : 'td');
			cell.textContent = neutralText(text);
			row.append(cell);
		}
	}
	return table;
}
