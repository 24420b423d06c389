import fc from 'fast-check';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';

const START = '2020-01-01';
/** The days on which units change, and the quarter with figures before the first and after each of them. */
const DAYS = ['2024-07-01', '2025-01-01', '2025-07-01'];
export const QUARTERS = ['2024-Q1', '2024-Q4', '2025-Q2', '2025-Q4'];

/** Where a part of a unit's figures has come to: to one of the places, nobody knows to which where they are several. */
interface Part {
	share: [numerator: bigint, denominator: bigint];
	/** `gone` marks the unit above one that closed. */
	places: { code: string; gone?: boolean }[];
}

/** An organisation whose units merged, split, moved, closed and changed names, and the story as it was lived through. */
export interface Story {
	root: string;
	units: Unit[];
	lineage: LineageEvent[];
	/** For each quarter the units that report, and where the parts of their figures have come to in the end. */
	fates: Map<string, Part[]>[];
}

/** Stories whose codes do not meet, so that many fit into one organisation list. */
export const stories = (count: number): fc.Arbitrary<Story[]> =>
	fc
		.array(fc.array(fc.nat(9999), { minLength: 60, maxLength: 60 }), {
			minLength: count,
			maxLength: count
		})
		.map((all) => all.map((dice, place) => new Teller(`S${place}`, dice).tell()));

class Teller {
	readonly #root: string;
	readonly #dice: number[];
	readonly #units: Unit[] = [];
	readonly #lineage: LineageEvent[] = [];
	#fates: Map<string, Part[]>[] = [];
	/** The records of the units that report, as of now. */
	#wards: Unit[] = [];
	/** One ward in each group that nothing happens to, so that no group is ever a reporting unit. */
	readonly #still: Unit[] = [];
	#count = 0;

	constructor(root: string, dice: number[]) {
		this.#root = root;
		this.#dice = [...dice];
	}

	tell(): Story {
		this.#begin(this.#root, undefined, START);
		for (const group of this.#groups()) {
			this.#begin(group, this.#root, START);
			this.#still.push(this.#begin(`${group}-0`, group, START));
		}
		this.#wards = Array.from({ length: 3 + this.#roll(5) }, () => this.#newWard(START));
		this.#fates = [this.#fatesNow()];
		for (const day of DAYS) {
			const touched = new Set<string>();
			for (let left = this.#roll(4); left > 0; left -= 1) this.#change(day, touched);
			this.#fates.push(this.#fatesNow());
		}
		return {
			root: this.#root,
			units: this.#units,
			lineage: this.#lineage,
			fates: this.#fates
		};
	}

	#roll(sides: number): number {
		return (this.#dice.pop() ?? 0) % sides;
	}

	#groups(): string[] {
		return [`${this.#root}-g`, `${this.#root}-h`];
	}

	#begin(code: string, parent: string | undefined, validFrom: string): Unit {
		const unit: Unit = { code, name: code, kind: 'Phường', level: 'xa', parent, validFrom };
		this.#units.push(unit);
		return unit;
	}

	#newWard(day: string): Unit {
		this.#count += 1;
		const parent = [...this.#groups(), this.#root][this.#roll(3)];
		return this.#begin(`${this.#root}-${this.#count}`, parent, day);
	}

	#fatesNow(): Map<string, Part[]> {
		return new Map(
			[...this.#wards, ...this.#still].map(({ code }) => [
				code,
				[{ share: [1n, 1n], places: [{ code }] }]
			])
		);
	}

	/** One change on the day to wards that nothing else happens to that day. */
	#change(day: string, touched: Set<string>): void {
		const free = this.#wards.filter(({ code, validFrom }) => !touched.has(code) && validFrom < day);
		const [ward, other] = [free[this.#roll(free.length || 1)], free[0]];
		if (!ward) return;
		for (const each of [ward, other]) touched.add(each?.code ?? '');
		switch (this.#roll(6)) {
			case 0:
				if (other && other !== ward) this.#become(day, 'merge', [ward, other], 1);
				break;
			case 1:
				this.#become(day, 'split', [ward], 2 + this.#roll(2));
				break;
			case 2:
				this.#become(day, 'split', [ward], 2, ['0.35', '0.65']);
				break;
			case 3:
				this.#become(day, 'rename', [ward], 1);
				break;
			case 4:
				this.#become(day, 'close', [ward], 0);
				break;
			default:
				this.#move(day, ward);
		}
	}

	#become(
		day: string,
		kind: LineageEvent['kind'],
		old: Unit[],
		heirs: number,
		shares: string[] = []
	): void {
		const next = Array.from({ length: heirs }, () => this.#newWard(day));
		for (const ward of old) {
			ward.validTo = dayBefore(day);
			this.#wards = this.#wards.filter((each) => each !== ward);
			const lines = next.map((heir, place): LineageEvent => ({
				date: day,
				kind,
				from: ward.code,
				to: heir.code,
				...(shares[place] && { share: shares[place] })
			}));
			this.#lineage.push(...lines);
			this.#carry(ward, next, shares);
		}
		this.#wards.push(...next);
	}

	/** A unit that only moves keeps its code; the list of events need not know. */
	#move(day: string, ward: Unit): void {
		const moved = this.#begin(ward.code, this.#groups()[this.#roll(2)], day);
		Object.assign(ward, { validTo: dayBefore(day) });
		this.#wards = [...this.#wards.filter((each) => each !== ward), moved];
		if (this.#roll(2) === 0)
			this.#lineage.push({ date: day, kind: 'move', from: ward.code, to: ward.code });
	}

	/** Carries all that has come to the ward on to its heirs. */
	#carry(ward: Unit, next: Unit[], shares: string[]): void {
		const heirs: Part['places'] =
			next.length > 0
				? next.map(({ code }) => ({ code }))
				: [{ code: ward.parent ?? '', gone: true }];
		const divide = (part: Part): Part[] => {
			if (!part.places.some(({ code, gone }) => code === ward.code && !gone)) return [part];
			if (part.places.length === 1 && shares.length > 0)
				return heirs.map((heir, place) => ({
					share: [part.share[0] * percent(shares[place]), part.share[1] * 100n],
					places: [heir]
				}));
			const places = part.places.flatMap((place) =>
				place.code === ward.code && !place.gone ? heirs : [place]
			);
			const codes = new Map(places.map((place) => [`${place.code} ${place.gone ?? false}`, place]));
			return [{ ...part, places: [...codes.values()] }];
		};
		for (const fate of this.#fates)
			for (const [code, parts] of fate) fate.set(code, parts.flatMap(divide));
	}
}

function percent(share = '0'): bigint {
	return BigInt(Math.round(Number(share) * 100));
}

function dayBefore(day: string): string {
	return { '2024-07-01': '2024-06-30', '2025-01-01': '2024-12-31' }[day] ?? '2025-06-30';
}
