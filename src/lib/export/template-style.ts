import type { CellStyle } from 'hucre/xlsx';
import type { TemplateLook } from '#lib/views/template-form.ts';
import type { GuideLine } from '#lib/views/template-guide.ts';

type Border = NonNullable<CellStyle['border']>;
type Fill = NonNullable<CellStyle['fill']>;

const INK = { rgb: '1F2A30' };
const SOFT = { rgb: '5B6770' };
const LINE = { rgb: '8A969E' };
const FAINT = { rgb: 'C9D0D5' };

const GRID = edges({ style: 'thin', color: LINE });
const FAINT_GRID = edges({ style: 'thin', color: FAINT });
const HEAD = solid('E4EDEE');
const SHADE = solid('E3E5E7');
const GREY = solid('F1F2F3');
const TOTAL = solid('F3F7F7');

const UNLOCKED = { locked: false };
const COUNT = '#,##0';
const TEXT = '@';
const CENTRED = { horizontal: 'center', vertical: 'center', wrapText: true } as const;
const LEFT = { horizontal: 'left', vertical: 'center' } as const;
const RIGHT = { horizontal: 'right', vertical: 'center' } as const;

const STYLES: Record<TemplateLook, CellStyle> = {
	body: { font: font(), alignment: CENTRED },
	'body-own': { font: font({ bold: true, underline: true }), alignment: CENTRED },
	'form-number': { font: font({ bold: true }), alignment: RIGHT },
	title: { font: font({ bold: true, size: 14 }), alignment: CENTRED },
	period: { font: font({ italic: true }), alignment: CENTRED },
	heading: { font: font({ bold: true, size: 10 }), fill: HEAD, border: GRID, alignment: CENTRED },
	'known-heading': {
		font: font({ size: 9, color: SOFT }),
		fill: GREY,
		border: FAINT_GRID,
		alignment: CENTRED
	},
	code: { font: font({ size: 8, color: SOFT }) },
	index: {
		font: font({ italic: true, size: 8, color: SOFT }),
		border: GRID,
		alignment: { ...CENTRED, wrapText: false, shrinkToFit: true }
	},
	'unit-code': { font: font({ color: SOFT }), numFmt: TEXT },
	number: { font: font(), border: GRID, alignment: { ...CENTRED, wrapText: false } },
	unit: { font: font(), border: GRID, alignment: { ...LEFT, indent: 1, shrinkToFit: true } },
	text: { font: font(), border: GRID, alignment: LEFT, numFmt: TEXT, protection: UNLOCKED },
	figure: { font: font(), border: GRID, alignment: RIGHT, numFmt: COUNT, protection: UNLOCKED },
	closed: { font: font({ color: SOFT }), fill: SHADE, border: GRID, alignment: RIGHT },
	notes: {
		font: font({ size: 10 }),
		border: GRID,
		alignment: { ...LEFT, wrapText: true },
		numFmt: TEXT,
		protection: UNLOCKED
	},
	known: {
		font: font({ size: 10, color: SOFT }),
		fill: GREY,
		border: FAINT_GRID,
		alignment: RIGHT,
		numFmt: COUNT
	},
	'total-label': {
		font: font({ bold: true }),
		fill: TOTAL,
		border: GRID,
		alignment: { ...LEFT, indent: 1 }
	},
	total: {
		font: font({ bold: true }),
		fill: TOTAL,
		border: GRID,
		alignment: RIGHT,
		numFmt: COUNT
	},
	remark: { font: font({ italic: true, size: 10 }), alignment: LEFT },
	'place-date': { font: font({ italic: true }), alignment: CENTRED, protection: UNLOCKED },
	signature: { font: font({ bold: true }), alignment: CENTRED }
};

/** The looks of a cell, and whether it may be written in; where rows may be inserted, their unit may be written too. */
export function templateStyle(look: TemplateLook, isOpen: boolean): CellStyle {
	const style = STYLES[look];
	const isName = look === 'unit' || look === 'number';
	return isOpen && isName ? { ...style, protection: UNLOCKED } : style;
}

/** What marks a cell whose figure cannot stand beside the others of its row, or is worth a second look. */
export function conflictStyle(severity: 'error' | 'warning'): CellStyle {
	const [ink, paper] = severity === 'error' ? ['9C2A10', 'FBE3DB'] : ['7A5200', 'FFF1CC'];
	// Excel takes the colour of a conditional fill from its background.
	const fill: Fill = { type: 'pattern', pattern: 'solid', bgColor: { rgb: paper } };
	return { font: { color: { rgb: ink } }, fill };
}

/** The looks of a line of the instructions. */
export function guideStyle(look: GuideLine['look']): CellStyle {
	const alignment = { vertical: look === 'text' ? 'top' : 'bottom', wrapText: true } as const;
	switch (look) {
		case 'title':
			return { font: font({ bold: true, size: 16 }), alignment };
		case 'heading':
			return { font: font({ bold: true, size: 12 }), alignment };
		case 'text':
			return { font: font(), alignment };
	}
}

function font(own: CellStyle['font'] = {}): CellStyle['font'] {
	return { name: 'Times New Roman', size: 11, color: INK, ...own };
}

function edges(side: NonNullable<Border['top']>): Border {
	return { top: side, right: side, bottom: side, left: side };
}

function solid(rgb: string): Fill {
	return { type: 'pattern', pattern: 'solid', fgColor: { rgb } };
}
