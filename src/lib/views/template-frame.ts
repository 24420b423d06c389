import { say } from '#lib/base/messages.ts';
import { lastDayOf, type Period } from '#lib/base/period.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import type { Unit } from '#lib/units/unit.ts';
import { periodName } from './sentence-period.ts';
import type { CellRange, TemplateCell } from './template-form.ts';

/** What the official frame of a sheet says: whose it is, which, and when. */
export interface FrameChoice {
	template: Template;
	unit: Unit;
	/** The unit above; absent at the top, where the board itself reports. */
	above?: Unit;
	period: Period;
	/** How many columns the form has. */
	width: number;
}

/** Rows of a sheet with what is merged in them; rows of the merges count from the first of these. */
export interface FramePart {
	rows: (TemplateCell | undefined)[][];
	merges: CellRange[];
}

/** The rows over a form: reporting body on the left, number on the right, title, period and day. */
export function titleBlock({ template, unit, above, period, width }: FrameChoice): FramePart {
	const right = rightHalf(width);
	const [body, own] = above ? [above.name, unit.name] : [unit.name, say('vi', 'form.board')];
	const number = template.id.replace(/\D/g, '').padStart(2, '0');
	const title = say('vi', 'form.title', { title: template.title.vi });
	const day = lastDayOf(period).split('-').reverse().join('/');
	const about = say('vi', 'form.period', { period: periodName(period, 'vi'), day });
	const first: FramePart['rows'][number] = [];
	first[1] = { look: 'body', value: capitals(body) };
	first[right - 1] = { look: 'form-number', value: say('vi', 'form.number', { number }) };
	const left = { left: 2, right: Math.min(right - 1, 7) };
	const whole = { left: 2, right: width };
	return {
		rows: [
			first,
			[undefined, { look: 'body-own', value: capitals(own) }],
			[],
			[undefined, { look: 'title', value: capitals(title) }],
			[undefined, { look: 'period', value: about }]
		],
		merges: [
			{ top: 1, bottom: 1, ...left },
			{ top: 2, bottom: 2, ...left },
			{ top: 1, bottom: 1, left: right, right: width },
			{ top: 4, bottom: 4, ...whole },
			{ top: 5, bottom: 5, ...whole }
		]
	};
}

/** The rows under a form: what the marks mean, place and date, and who signs. */
export function closingBlock({ above, width }: Pick<FrameChoice, 'above' | 'width'>): FramePart {
	const right = rightHalf(width);
	const signer = above ? say('vi', 'form.for-committee') : say('vi', 'form.head-of-board');
	const date: FramePart['rows'][number] = [];
	date[right - 1] = { look: 'place-date', value: say('vi', 'form.place-date') };
	const signed: FramePart['rows'][number] = [];
	signed[1] = { look: 'signature', value: capitals(say('vi', 'form.drawn-up-by')) };
	signed[right - 1] = { look: 'signature', value: capitals(signer) };
	return {
		rows: [[], [undefined, { look: 'remark', value: say('vi', 'form.remark') }], date, signed],
		merges: [
			{ top: 3, left: right, bottom: 3, right: width },
			{ top: 4, left: 2, bottom: 4, right: 3 },
			{ top: 4, left: right, bottom: 4, right: width }
		]
	};
}

/** The column that the right-hand part of the frame begins at: form number, date, signature. */
function rightHalf(width: number): number {
	return Math.max(4, width - Math.min(5, Math.floor(width / 3)));
}

function capitals(text: string): string {
	return text.toLocaleUpperCase('vi');
}
