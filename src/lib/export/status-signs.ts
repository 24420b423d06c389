import { STATUS_ORDER } from '#lib/views/status-look.ts';
import { type ChartStatus, statusNamed } from './chart-colours.ts';
import { element, escapeMarkup } from './markup.ts';

const DISC = 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z';
const RING = 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z';

/** What is filled in the colour of the status, and what is drawn on it or beside it as lines. */
const SIGNS: Partial<Record<ChartStatus, { filled?: string; lines: string }>> = {
	met: { filled: DISC, lines: 'M4.9 8.3l2.1 2.1 4.2-4.6' },
	'not-met': { filled: 'M8 .6l7.4 7.4L8 15.4.6 8z', lines: 'M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2' },
	'above-band': { filled: 'M8 1.4l7 12.6H1z', lines: 'M8 6.2v3.6M8 11.7v.1' },
	undecided: { lines: `${RING}M6.1 6.3a1.95 1.95 0 1 1 2.8 1.9c-.6.3-.9.7-.9 1.2M8 11.3v.1` },
	'not-due': { lines: `${RING}M8 4.6V8l2.4 1.6` },
	rising: { lines: 'M3 12l9-8M6 4h6v6' },
	falling: { lines: 'M3 4l9 8M12 6v6H6' },
	unchanged: { lines: 'M2.5 8h11M10 5l3.5 3L10 11' },
	'not-applicable': { lines: 'M4 13L12 3' }
};
const DASH = { lines: 'M4 8h8' };

/** The drawings of all statuses, once in a document, for `statusSign` to point to. */
export function statusSymbols(): string {
	const symbols = STATUS_ORDER.map((status) => {
		const { filled, lines }: { filled?: string; lines: string } = SIGNS[status] ?? DASH;
		const ground = filled ? element('path', { d: filled, fill: 'currentColor' }) : '';
		const stroke = filled ? 'var(--card)' : 'currentColor';
		const look = { fill: 'none', stroke, 'stroke-width': 1.6, 'stroke-linecap': 'round' };
		return element(
			'symbol',
			{ id: `s-${status}`, viewBox: '0 0 16 16' },
			ground + element('path', { d: lines, ...look })
		);
	});
	return element('svg', { class: 'symbols', 'aria-hidden': 'true' }, symbols.join(''));
}

/** A status as sign and word, and the classes of the cell that holds them. */
export function statusSign(status: string, word: string): { look: string; markup: string } {
	const known = statusNamed(status);
	if (!known) return { look: 'c', markup: escapeMarkup(word) };
	const sign = element('svg', {}, element('use', { href: `#s-${known}` }));
	return { look: `s ${known}`, markup: sign + escapeMarkup(word) };
}
