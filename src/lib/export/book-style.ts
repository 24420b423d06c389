import type { CellStyle, ConditionalRule } from 'hucre/xlsx';
import type { Language } from '#lib/base/language.ts';
import { paperColours, statusColours } from '#lib/views/palette.ts';
import { STATUS_ORDER, statusLook } from '#lib/views/status-look.ts';

type Edge = NonNullable<NonNullable<CellStyle['border']>['top']>;

/** The name of a workbook's letters: those of official documents. */
export const BOOK_FONT = 'Times New Roman';

const { ink, inkSoft, line } = paperColours('light');
const SIDE: Edge = { style: 'thin', color: { rgb: hex(line) } };
const GRID = { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE };

/** The looks of what stands on a sheet. */
export const BOOK_STYLES = {
	title: { font: letters({ size: 15, bold: true }), alignment: { vertical: 'center' } },
	scope: { font: letters({ size: 11, italic: true, color: { rgb: hex(inkSoft) } }) },
	caption: { font: letters({ bold: true }), alignment: { vertical: 'bottom' } },
	text: { font: letters(), alignment: { wrapText: true, vertical: 'top' } },
	note: {
		font: letters({ size: 9, italic: true, color: { rgb: hex(inkSoft) } }),
		alignment: { wrapText: true, vertical: 'top' }
	},
	link: { font: letters({ underline: true, color: { rgb: hex(paperColours('light').accent) } }) },
	head: {
		font: letters({ bold: true, size: 10 }),
		fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E4EDEE' } },
		border: GRID,
		alignment: { horizontal: 'center', vertical: 'center', wrapText: true }
	}
} as const satisfies Record<string, CellStyle>;

/** The looks of a chart's data. */
export const DATA_LOOK = {
	name: { ...BOOK_STYLES.text, border: GRID },
	head: BOOK_STYLES.head,
	number: { font: letters(), border: GRID }
} as const satisfies Record<string, CellStyle>;

/** The looks of a table's cell. */
export function cellStyle({
	align,
	isTotal,
	isSmall,
	indent,
	format
}: {
	align: 'left' | 'right' | 'center';
	isTotal: boolean;
	/** True for codes. */
	isSmall: boolean;
	indent: number;
	/** Of a number; text where absent. */
	format?: string;
}): CellStyle {
	const small = { size: 8, color: { rgb: hex(inkSoft) } };
	return {
		font: letters({ bold: isTotal, ...(isSmall && small) }),
		border: GRID,
		numFmt: format ?? '@',
		alignment: {
			horizontal: align,
			vertical: 'center',
			wrapText: !isSmall && format === undefined,
			...(indent > 0 && { indent })
		},
		...(isTotal && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F3F7F7' } } })
	};
}

/** What colours each status in a range by its word, so that a cell which is changed changes its colour. */
export function statusRules(range: string, language: Language): ConditionalRule[] {
	return STATUS_ORDER.map((status, at) => {
		const { word, tint } = statusColours(status, 'light');
		return {
			type: 'cellIs',
			operator: 'equal',
			formula: `"${statusLook(status, language).word}"`,
			priority: at + 1,
			range,
			style: {
				font: { bold: true, color: { rgb: hex(word) } },
				// Excel takes the colour of a conditional fill from its background.
				fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: hex(tint) } }
			}
		};
	});
}

function letters(own: CellStyle['font'] = {}): CellStyle['font'] {
	return { name: BOOK_FONT, size: 11, color: { rgb: hex(ink) }, ...own };
}

function hex(colour: string): string {
	return colour.slice(1).toUpperCase();
}
