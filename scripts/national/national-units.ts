import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';

/** How large the national set is. */
export interface NationalSize {
	/** Units that report and have none below them. */
	leaves: number;
	/** Provinces until the reform, and after it. */
	provinces: { before: number; after: number };
	communes: number;
	years: { from: number; to: number };
}

/** The day on which provinces became fewer, and the last one before it. */
const REFORM = '2025-07-01';
const EVE = '2025-06-30';
const SINCE = '2010-01-01';
/** Of 63 provinces 11 passed through the reform as they were. */
const UNTOUCHED = 11 / 63;

/** The set at its full size, a tenth, a hundredth … of it; ten years of quarters, the reform among them. */
export function nationalSize(part: number, years = 10): NationalSize {
	const of = (full: number, share: number): number => Math.max(2, Math.round(full * share));
	const before = of(63, Math.sqrt(part));
	return {
		leaves: of(52_000, part),
		provinces: { before, after: Math.max(1, Math.round((before * 34) / 63)) },
		communes: Math.max(before, of(3400, part)),
		years: { from: 2026 - years, to: 2025 }
	};
}

/** A unit that reports, with the number that its figures are made of and the province it stood in first. */
export interface Reporter {
	code: string;
	place: number;
	provinces: { before: string; after: string };
	/** True for a commune that now and then reports beside the units below it. */
	isCommune: boolean;
}

/** The organisation: nation, provinces, communes and what is below them; and what became of the provinces. */
export function nationalUnits(size: NationalSize): {
	units: Unit[];
	lineage: LineageEvent[];
	reporters: Reporter[];
} {
	const provinces = provincesOf(size);
	const units: Unit[] = [
		unit({ code: 'VN', name: 'Đảng bộ toàn quốc (minh họa)', kind: 'Trung ương', level: 'tinh' }),
		...provinceUnits(provinces)
	];
	const reporters: Reporter[] = [];
	for (const [commune, province] of communeProvinces(size, provinces).entries()) {
		const number = String(Math.floor(commune / provinces.length) + 1).padStart(3, '0');
		const code = `${province.before}-${number}`;
		units.push(...communeUnits(code, province));
		if (commune % 50 === 0)
			reporters.push({ code, place: 900_000 + commune, provinces: province, isCommune: true });
		for (let leaf = commune; leaf < size.leaves; leaf += size.communes) {
			const place = Math.floor(leaf / size.communes) + 1;
			const leafCode = `${code}-${String(place).padStart(2, '0')}`;
			const name = `Đảng bộ cơ sở ${leafCode}`;
			units.push(unit({ code: leafCode, name, kind: 'Cơ sở', level: 'xa', parent: code }));
			reporters.push({ code: leafCode, place: leaf, provinces: province, isCommune: false });
		}
	}
	return { units, lineage: mergersOf(provinces), reporters };
}

interface Province {
	before: string;
	after: string;
}

/** Each province of old with the one that it stands in since the reform. */
function provincesOf({ provinces: { before, after } }: NationalSize): Province[] {
	const untouched = Math.min(after - 1, Math.round(before * UNTOUCHED));
	return Array.from({ length: before }, (_, place) => {
		const code = `VN-${String(place + 1).padStart(2, '0')}`;
		if (place < untouched) return { before: code, after: code };
		const successor = (place - untouched) % (after - untouched);
		return { before: code, after: `VN-N${String(successor + 1).padStart(2, '0')}` };
	});
}

/** The province of each commune: one after the other, and from the start again. */
function communeProvinces({ communes }: NationalSize, provinces: readonly Province[]): Province[] {
	const rounds = Math.ceil(communes / provinces.length);
	return Array.from({ length: rounds }, () => provinces)
		.flat()
		.slice(0, communes);
}

function provinceUnits(provinces: readonly Province[]): Unit[] {
	const old = provinces.map(({ before, after }) =>
		unit({
			...{ code: before, name: `Đảng bộ tỉnh ${before}`, kind: 'Tỉnh', level: 'tinh' },
			parent: 'VN',
			...(before !== after && { validTo: EVE })
		})
	);
	const successors = new Set(provinces.map(({ after }) => after));
	for (const { before } of provinces) successors.delete(before);
	const fresh = [...successors].map((code) =>
		unit({
			...{ code, name: `Đảng bộ tỉnh ${code}`, kind: 'Tỉnh', level: 'tinh' },
			parent: 'VN',
			validFrom: REFORM
		})
	);
	return [...old, ...fresh];
}

function communeUnits(code: string, { before, after }: Province): Unit[] {
	const commune = { code, name: `Đảng bộ xã ${code}`, kind: 'Xã', level: 'xa' };
	if (before === after) return [unit({ ...commune, parent: before })];
	return [
		unit({ ...commune, parent: before, validTo: EVE }),
		unit({ ...commune, parent: after, validFrom: REFORM })
	];
}

function mergersOf(provinces: readonly Province[]): LineageEvent[] {
	return provinces
		.filter(({ before, after }) => before !== after)
		.map(({ before, after }) => ({ date: REFORM, kind: 'merge', from: before, to: after }));
}

function unit(given: Omit<Unit, 'validFrom'> & { validFrom?: string }): Unit {
	return { validFrom: SINCE, ...given };
}
