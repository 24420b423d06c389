import type { Status } from '#lib/assess/assessment.ts';
import { compareFractions, type Fraction } from '#lib/base/fraction.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Reading } from './overview-reading.ts';
import { STATUS_ORDER, statusLook } from './status-look.ts';

/** A unit of the ranking. */
interface NamedReading {
	name: string;
	reading: Reading;
	/** Absent where it has none. */
	value?: Fraction;
}

/** How many units there are and how they stand, then who has the lowest value and who the highest. */
export function rankingSentence(units: readonly NamedReading[], language: Language): string {
	if (units.length === 0) return say(language, 'ranking.none');
	const said = [
		say(language, 'ranking.counts', {
			units: units.length,
			counts: countsWords(units, language)
		}),
		endsWords(units, language)
	];
	return said.filter(Boolean).join(' ');
}

/** `9 Đạt, 6 Chưa đạt`. */
function countsWords(all: readonly NamedReading[], language: Language): string {
	const countOf = (status: Status): number =>
		all.filter(({ reading }) => reading.status.status === status).length;
	return STATUS_ORDER.filter((status) => countOf(status) > 0)
		.map((status) =>
			say(language, 'ranking.count', {
				count: countOf(status),
				status: statusLook(status, language).word.toLowerCase()
			})
		)
		.join(', ');
}

function endsWords(units: readonly NamedReading[], language: Language): string | undefined {
	const known = units
		.flatMap(({ name, reading, value }) => (value ? [{ name, reading, value }] : []))
		.sort((a, b) => compareFractions(a.value, b.value));
	const [lowest, highest] = [known[0], known.at(-1)];
	if (!lowest || !highest || compareFractions(lowest.value, highest.value) === 0) return undefined;
	return say(language, 'ranking.ends', {
		lowest: lowest.name,
		lowestValue: lowest.reading.value?.text ?? '',
		highest: highest.name,
		highestValue: highest.reading.value?.text ?? ''
	});
}
