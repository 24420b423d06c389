import type { Status } from '#lib/assess/assessment.ts';

/** Light paper, dark, or black on white for those who need strong contrast. */
export type Tone = 'light' | 'dark' | 'contrast';

/**
 * The colours of each status: `graphic` for bars, arcs and icons (3 : 1 against the card), `word` for text
 * (4.5 : 1 against the card and against `tint`), `tint` for the ground of a badge; with strong contrast 4.5 : 1 and
 * 7 : 1. Told apart under the common colour blindnesses; src/tokens.css carries the same values as `--<status>`, `--<status>-word`, `--<status>-tint`.
 */
export interface StatusColours {
	graphic: string;
	word: string;
	tint: string;
}

const STATUS_COLOURS: Record<Tone, Record<Status, StatusColours>> = {
	light: {
		met: { graphic: '#0d7a80', word: '#08595e', tint: '#e0f1f0' },
		'not-met': { graphic: '#c43a0a', word: '#a5330a', tint: '#fdebe3' },
		'above-band': { graphic: '#b98100', word: '#7a5400', tint: '#faf0d6' },
		undecided: { graphic: '#7a5bb5', word: '#5f4296', tint: '#efeaf8' },
		'not-due': { graphic: '#5b7a99', word: '#3f5b77', tint: '#e8eef4' },
		'no-data': { graphic: '#7b868c', word: '#576268', tint: '#eef0f1' },
		'no-threshold': { graphic: '#7b868c', word: '#576268', tint: '#eef0f1' },
		'not-applicable': { graphic: '#8b969b', word: '#5f6a70', tint: '#f3f4f4' },
		rising: { graphic: '#56707c', word: '#3d545f', tint: '#e9eff1' },
		falling: { graphic: '#56707c', word: '#3d545f', tint: '#e9eff1' },
		unchanged: { graphic: '#56707c', word: '#3d545f', tint: '#e9eff1' }
	},
	dark: {
		met: { graphic: '#3fb8b4', word: '#7fd9d3', tint: '#12383a' },
		'not-met': { graphic: '#f0743e', word: '#ffab85', tint: '#452114' },
		'above-band': { graphic: '#d9a520', word: '#efc65a', tint: '#3b2f0d' },
		undecided: { graphic: '#a98be0', word: '#c9b4f0', tint: '#302546' },
		'not-due': { graphic: '#7f9fbf', word: '#aac2da', tint: '#223140' },
		'no-data': { graphic: '#87949b', word: '#aeb9be', tint: '#283137' },
		'no-threshold': { graphic: '#87949b', word: '#aeb9be', tint: '#283137' },
		'not-applicable': { graphic: '#76838a', word: '#a3aeb4', tint: '#232c32' },
		rising: { graphic: '#8ba6b2', word: '#b4c9d2', tint: '#243036' },
		falling: { graphic: '#8ba6b2', word: '#b4c9d2', tint: '#243036' },
		unchanged: { graphic: '#8ba6b2', word: '#b4c9d2', tint: '#243036' }
	},
	contrast: {
		met: { graphic: '#006468', word: '#00484c', tint: '#e3f4f3' },
		'not-met': { graphic: '#961e00', word: '#7d1900', tint: '#fff0ea' },
		'above-band': { graphic: '#8f6a00', word: '#573c00', tint: '#fff6dc' },
		undecided: { graphic: '#4a1fa8', word: '#3a1589', tint: '#f3eefc' },
		'not-due': { graphic: '#2f5a86', word: '#23466a', tint: '#ecf2f8' },
		'no-data': { graphic: '#4a5358', word: '#363e42', tint: '#f2f4f5' },
		'no-threshold': { graphic: '#4a5358', word: '#363e42', tint: '#f2f4f5' },
		'not-applicable': { graphic: '#5a6469', word: '#40494d', tint: '#f6f7f7' },
		rising: { graphic: '#2f4a56', word: '#22363f', tint: '#eef3f5' },
		falling: { graphic: '#2f4a56', word: '#22363f', tint: '#eef3f5' },
		unchanged: { graphic: '#2f4a56', word: '#22363f', tint: '#eef3f5' }
	}
};

/** The colours that are not a status: the same names stand in src/tokens.css as `--ink`, `--card` and so on. */
export interface PaperColours {
	ink: string;
	inkSoft: string;
	paper: string;
	card: string;
	line: string;
	track: string;
	accent: string;
}

const PAPER_COLOURS: Record<Tone, PaperColours> = {
	light: {
		ink: '#15232b',
		inkSoft: '#52626b',
		paper: '#f5f7f6',
		card: '#ffffff',
		line: '#dbe2e4',
		track: '#e6ebec',
		accent: '#0b5a73'
	},
	dark: {
		ink: '#e8eef0',
		inkSoft: '#a7b4ba',
		paper: '#10171b',
		card: '#182126',
		line: '#2e3b42',
		track: '#2a353b',
		accent: '#63bdd6'
	},
	contrast: {
		ink: '#000000',
		inkSoft: '#2b2f31',
		paper: '#ffffff',
		card: '#ffffff',
		line: '#767d81',
		track: '#dfe3e4',
		accent: '#003f57'
	}
};

/** The actual colours of a status, for what cannot read CSS variables (ECharts, exported pictures). */
export function statusColours(status: Status, tone: Tone): StatusColours {
	return STATUS_COLOURS[tone][status];
}

/** The actual colours of paper, ink and lines, for what cannot read CSS variables. */
export function paperColours(tone: Tone): PaperColours {
	return PAPER_COLOURS[tone];
}

/** The colour of a value's bar or arc as a CSS value: that of its verdict, a plain one where there is none. */
export function valueVariable(status: Status): string {
	const isUnjudged = status === 'no-threshold' || status === 'not-applicable';
	return isUnjudged ? 'var(--unjudged)' : `var(--${status})`;
}
