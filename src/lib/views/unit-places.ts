import { compareFractions, type Fraction } from '#lib/base/fraction.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { thresholdOf } from '#lib/assess/threshold.ts';
import type { Ground } from './indicator-ground.ts';
import { readingOf, type Viewpoint } from './overview-reading.ts';
import { printPercent } from './print-value.ts';
import { changeWords } from './sentence-change.ts';
import { unitKindWords } from './unit-kind.ts';
import type { StatusLook } from './status-look.ts';
import { type PeerPlace, peerPlaceOf, type PeerScope, peersOf } from './unit-peers.ts';

/** A unit's place among its peers at one indicator, in words. */
export interface PlaceRow {
	indicator: string;
	name: string;
	value: string;
	status: StatusLook;
	place: number;
	of: number;
	/** `2 đơn vị chưa có số liệu`. */
	without?: string;
	/** What the peers reach together, and how far the unit lies from that: `+2,27 điểm %`. */
	mean?: { text: string; difference: string; beside: 'better' | 'worse' | 'alike' };
	strip: PlaceStrip;
}

/** The values of all and the target on one axis, from the lowest to the highest; each place is a share of its length. */
export interface PlaceStrip {
	/** What stands at its ends: `90,00%`, `100%`. */
	from: string;
	to: string;
	peers: number[];
	self: number;
	mean?: number;
	target?: number;
	/** All of it for the ear. */
	words: string;
}

/** How a unit stands among its peers. */
export interface UnitPlaces {
	/** `12 phường cùng trực thuộc Đảng bộ thành phố`: who they are, the unit among them; absent where it has no peers. */
	peers?: string;
	/** How often it comes first or last, and how often it stands better than the mean. */
	sentence?: string;
	/** The headline indicators first, else the weakest place first. */
	rows: PlaceRow[];
}

/** What is asked of a unit's places. */
export interface PlacesQuestion extends Viewpoint {
	scope: PeerScope;
	/** The headline indicators alone, or all. */
	shown: 'headline' | 'all';
}

/** The places of a unit among its peers, at each ratio that it has a value of. */
export function unitPlaces(ground: Ground, question: PlacesQuestion): UnitPlaces {
	const { facts, tree } = ground;
	const { path, period, scope, shown, language } = question;
	const unit = path.at(-1) ?? '';
	const units = peersOf(ground, { unit, period, scope });
	if (units.length === 0) return { rows: [] };
	const peers = units.map(({ code }) => code);
	const placed = facts.catalogue.indicators
		.filter(({ headline }) => shown === 'all' || headline !== undefined)
		.flatMap((indicator): Placed[] => {
			const place = peerPlaceOf(facts, { path, peers, period, indicator });
			return place ? [{ indicator, place }] : [];
		});
	const above = tree.find(path.at(scope === 'all' ? 0 : -2) ?? '')?.name ?? '';
	const kind = unitKindWords(units[0]?.kind ?? '', language).toLowerCase();
	const params = { count: units.length + 1, kind, above };
	return {
		peers: say(language, scope === 'all' ? 'unit.peers-all' : 'unit.peers-siblings', params),
		...(placed.length > 0 && { sentence: sentenceOf(placed, language) }),
		rows: ordered(placed).map((each) => rowOf(ground, each, question))
	};
}

interface Placed {
	indicator: Indicator;
	place: PeerPlace;
}

/** Headline indicators in their order, then the others from the weakest place to the strongest. */
function ordered(placed: readonly Placed[]): Placed[] {
	const headlineOf = ({ indicator }: Placed): number => indicator.headline ?? Infinity;
	const weakness = ({ place }: Placed): number => (place.place - 1) / (place.of - 1);
	return placed.toSorted((a, b) => {
		const [first, second] = [headlineOf(a), headlineOf(b)];
		if (first !== second) return first < second ? -1 : 1;
		return weakness(b) - weakness(a);
	});
}

function sentenceOf(placed: readonly Placed[], language: Language): string {
	const isLast = ({ place, of, values, standing }: PeerPlace): boolean =>
		place > 1 && place + values.filter((each) => isSame(each.value, standing.value)).length === of;
	const counted = (test: (place: PeerPlace) => boolean): number =>
		placed.filter(({ place }) => test(place)).length;
	return say(language, 'unit.peers-sentence', {
		count: placed.length,
		first: counted(({ place }) => place === 1),
		last: counted(isLast),
		better: counted(({ besideMean }) => besideMean === 'better')
	});
}

function isSame(a: Fraction, b: Fraction): boolean {
	return compareFractions(a, b) === 0;
}

function rowOf(
	{ facts }: Ground,
	{ indicator, place: found }: Placed,
	{ path, period, language }: PlacesQuestion
): PlaceRow {
	const { standing, place, of, without, mean, besideMean } = found;
	const reading = readingOf(facts, indicator, { path, period, language });
	const value = reading.value?.text ?? '';
	return {
		indicator: indicator.id,
		name: indicator.name[language],
		...{ value, status: reading.status, place, of },
		...(without > 0 && { without: say(language, 'unit.peers-without', { count: without }) }),
		...(mean &&
			besideMean && {
				mean: {
					text: printPercent(mean.value, { language }),
					difference: changeWords(standing.value, mean.value, { isRatio: true, language }),
					beside: besideMean
				}
			}),
		strip: stripOf(found, { value, language })
	};
}

const MARGIN = 0.04;

function stripOf(
	{ standing, values, mean, place, of }: PeerPlace,
	{ value, language }: { value: string; language: Language }
): PlaceStrip {
	const threshold = standing.leading && thresholdOf(standing.leading.target, true);
	const all = [standing.value, ...values.map((each) => each.value)].sort(compareFractions);
	const axis = [...all, ...(threshold ? [threshold.value] : [])].sort(compareFractions);
	const print = (end: Fraction | undefined): string =>
		!end || isSame(end, standing.value) ? value : printPercent(end, { language });
	const [from, to] = [axis[0], axis.at(-1)].map((end) => (end ? numberOf(end) : 0));
	const at = (fraction: Fraction): number => {
		const length = (to ?? 0) - (from ?? 0);
		const share = length === 0 ? 0.5 : (numberOf(fraction) - (from ?? 0)) / length;
		return MARGIN + share * (1 - 2 * MARGIN);
	};
	const ends = { low: print(all[0]), high: print(all.at(-1)) };
	return {
		from: print(axis[0]),
		to: print(axis.at(-1)),
		peers: values.map((each) => at(each.value)),
		self: at(standing.value),
		...(mean && { mean: at(mean.value) }),
		...(threshold && { target: at(threshold.value) }),
		words: say(language, 'unit.strip', { value, place, of, ...ends })
	};
}

function numberOf({ numerator, denominator }: Fraction): number {
	return Number(numerator) / Number(denominator);
}
