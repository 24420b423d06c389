import type { Arrival, Pace } from '#lib/assess/pace.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { dayWords } from '#lib/views/sentence-date.ts';

/** A pace in words. */
export interface PaceWords {
	/** `chậm tiến độ`. */
	word: string;
	/** `cần thêm 4 cấp ủy viên mỗi năm đến 31/12/2030`; absent where the target is met. */
	required?: string;
	/** `theo đà hiện nay đạt vào tháng 8/2031 (khoảng 3/2030 – 10/2035)`; absent with too few points, and where it is met. */
	arrival?: string;
}

/** The pace towards a target, in words. */
export function paceWords(
	pace: Pace,
	{ indicator, language }: { indicator: Indicator; language: Language }
): PaceWords {
	const { required, projected } = pace;
	const key =
		required && required.share.numerator < 0n ? 'cli.pace-required-less' : 'cli.pace-required';
	return {
		word: say(language, `cli.pace-${pace.word}`),
		...(required && {
			required: say(language, key, {
				count: required.count,
				counted: indicator.counted[language],
				due: dayWords(pace.due, language)
			})
		}),
		...(projected && projected.kind !== 'reached' && { arrival: arrivalWords(pace, language) })
	};
}

function arrivalWords({ projected, interval }: Pace, language: Language): string {
	if (projected?.kind !== 'month') return say(language, 'cli.pace-never');
	const arrives = say(language, 'cli.pace-arrives', { month: monthWords(projected, language) });
	if (!interval) return arrives;
	return say(language, 'cli.pace-between', {
		projected: arrives,
		earliest: monthWords(interval.earliest, language),
		latest: monthWords(interval.latest, language)
	});
}

function monthWords(arrival: Arrival, language: Language): string {
	if (arrival.kind !== 'month') return say(language, 'cli.pace-no-month');
	const [year = '', month = ''] = arrival.month.split('-');
	if (language === 'vi') return `${Number(month)}/${year}`;
	const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short' });
	return `${format.format(new Date(`${arrival.month}-01`))} ${year}`;
}
