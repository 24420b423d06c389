import { paperColours, statusColours, type Tone } from '#lib/views/palette.ts';
import { STATUS_ORDER } from '#lib/views/status-look.ts';

/** The statuses that a value may have. */
export type ChartStatus = (typeof STATUS_ORDER)[number];

/** The colours of a picture; `page` takes them from the CSS variables of the page that it is placed in. */
export type ChartTone = Tone | 'page';

/** What a picture is drawn with: colours, or CSS variables. */
export interface ChartColours {
	ink: string;
	inkSoft: string;
	card: string;
	line: string;
	accent: string;
	/** The ground of a band. */
	band: string;
	graphic: (status: ChartStatus) => string;
	tint: (status: ChartStatus) => string;
	/** Of the parts of a stack, from the best down. */
	levels: readonly string[];
}

const LEVELS: Record<Tone, readonly string[]> = {
	light: ['#0a5560', '#4c9aa0', '#b7d9d8', '#c43a0a'],
	dark: ['#63c9c4', '#34888a', '#1c4c50', '#f0743e'],
	contrast: ['#003f45', '#3a7f84', '#c5e3e2', '#961e00']
};

/** The colours of a picture in that tone. */
export function chartColours(tone: ChartTone): ChartColours {
	return tone === 'page' ? pageColours() : toneColours(tone);
}

/** The status that a text names; `undefined` where it names none. */
export function statusNamed(text: string | null | undefined): ChartStatus | undefined {
	return STATUS_ORDER.find((status) => status === text);
}

function toneColours(tone: Tone): ChartColours {
	const { ink, inkSoft, card, line, accent } = paperColours(tone);
	return {
		...{ ink, inkSoft, card, line, accent },
		band: statusColours('met', tone).tint,
		graphic: (status) => statusColours(status, tone).graphic,
		tint: (status) => statusColours(status, tone).tint,
		levels: LEVELS[tone]
	};
}

function pageColours(): ChartColours {
	return {
		ink: 'var(--ink)',
		inkSoft: 'var(--ink-soft)',
		card: 'var(--card)',
		line: 'var(--line)',
		accent: 'var(--accent)',
		band: 'var(--met-tint)',
		graphic: (status) => `var(--${status})`,
		tint: (status) => `var(--${status}-tint)`,
		levels: [1, 2, 3, 4].map((level) => `var(--level-${level})`)
	};
}
