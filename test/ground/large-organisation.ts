import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { diceFor } from '#scripts/samples/dice.ts';

/** An organisation and what became of its units. */
export interface LargeOrganisation {
	units: Unit[];
	lineage: LineageEvent[];
}

const ROOT = 'TL';
const DISTRICTS = 96;
const OF_EACH = 34;
/** Under the root itself, as agencies are. */
const AGENCIES = 39;
const BEGIN = '2020-01-01';
const LAST_DAY = '2025-06-30';
const CHANGE = '2025-07-01';
const SYLLABLES =
	'An Bình Cẩm Châu Đông Giang Hải Hòa Khánh Lâm Lộc Long Minh Mỹ Nam Ngọc Phú Phước Quang Sơn Tân Thanh Thịnh Thủy Trung Vĩnh Xuân Yên'.split(
		' '
	);

/**
 * A province of 3 400 units in three levels on every day: 96 districts of 34 units each and 39 agencies. On 1 July 2025
 * two units of each district merge, one is split in two, and one of every other district moves to the next.
 */
export function largeOrganisation(): LargeOrganisation {
	const districts = Array.from({ length: DISTRICTS }, (_, place) => districtAt(place));
	const agencies = Array.from({ length: AGENCIES }, (_, place) => {
		const code = `${ROOT}-CQ${String(place + 1).padStart(2, '0')}`;
		return unit(code, { name: `Đảng bộ cơ quan số ${place + 1}`, kind: 'Khối cơ quan' });
	});
	const root = unit(ROOT, { name: 'Đảng bộ tỉnh Thử Lớn', kind: 'Tỉnh', level: 'tinh' });
	return {
		units: [
			{ ...root, parent: undefined },
			...districts.flatMap(({ units }) => units),
			...agencies
		],
		lineage: districts.flatMap(({ lineage }) => lineage)
	};
}

function districtAt(place: number): LargeOrganisation {
	const code = districtCode(place);
	const isUrban = place % 2 === 0;
	const [kind, of] = isUrban ? ['Quận', 'Phường'] : ['Huyện', 'Xã'];
	const district = unit(code, {
		...{ name: `Đảng bộ ${kind.toLowerCase()} ${nameAt(place * 7)}`, kind, level: 'huyen' }
	});
	const leaf = (name: string, number: number): Unit =>
		unit(`${code}-${name}`, {
			...{ name: `Đảng bộ ${of.toLowerCase()} ${nameAt(place * OF_EACH + number)}`, kind: of },
			parent: code
		});
	const leaves = Array.from({ length: OF_EACH }, (_, number) =>
		leaf(String(number + 1).padStart(2, '0'), number)
	);
	const [first, second, third, fourth, ...stayed] = leaves.map((each) => each) as [
		...[Unit, Unit, Unit, Unit],
		...Unit[]
	];
	const born = ['M1', 'S1', 'S2'].map((name, number) => ({
		...leaf(name, OF_EACH + number),
		validFrom: CHANGE
	}));
	const [merged, ...parts] = born.map((each) => each.code);
	const moved = moveOf(fourth, place);
	return {
		units: [
			...[district, ended(first), ended(second), ended(third)],
			...[...moved.units, ...stayed, ...born]
		],
		lineage: [
			{ date: CHANGE, kind: 'merge', from: first.code, to: merged, share: '1' },
			{ date: CHANGE, kind: 'merge', from: second.code, to: merged, share: '1' },
			{ date: CHANGE, kind: 'split', from: third.code, to: parts[0], share: '0.4' },
			{ date: CHANGE, kind: 'split', from: third.code, to: parts[1], share: '0.6' },
			...moved.lineage
		]
	};
}

/** The unit keeps its code as it moves to the next district; it stays in every other one. */
function moveOf(moving: Unit, place: number): LargeOrganisation {
	if (place % 2 === 1) return { units: [moving], lineage: [] };
	const there = { ...moving, parent: districtCode(place + 1), validFrom: CHANGE };
	return {
		units: [ended(moving), there],
		lineage: [{ date: CHANGE, kind: 'move', from: moving.code, to: moving.code }]
	};
}

function districtCode(place: number): string {
	return `${ROOT}-${String(place + 1).padStart(2, '0')}`;
}

function ended(each: Unit): Unit {
	return { ...each, validTo: LAST_DAY };
}

/** Two or three syllables, the same for the same place and another for every other one. */
function nameAt(place: number): string {
	const count = SYLLABLES.length;
	const dice = diceFor(`name ${Math.floor(place / (count * count))}`);
	const [a, b] = [Math.floor(place / count) % count, place % count];
	const third = place < count * count ? '' : ` ${SYLLABLES[Math.floor(dice() * count)]}`;
	return `${SYLLABLES[a]} ${SYLLABLES[(a + b + 1) % count]}${third}`;
}

function unit(code: string, { ...said }: Pick<Unit, 'name' | 'kind'> & Partial<Unit>): Unit {
	return { code, level: 'xa', parent: ROOT, validFrom: BEGIN, ...said };
}
