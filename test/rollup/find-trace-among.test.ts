import { describe, expect, it } from 'vitest';
import { readTraceCode, type TraceCode, traceCode } from '#lib/base/trace-code.ts';
import { type EarlierGround, findTraceAmong } from '#lib/rollup/find-trace-among.ts';
import type { Unit } from '#lib/units/unit.ts';
import { useEngine } from '#test/engine/use-engine.ts';
import { catalogueOf } from './random-reports.ts';
import { file } from './share-file.ts';

const engine = useEngine();
const SAVED = '2026-03-01T02:00:00Z';
const UNITS: Unit[] = [
	{ ...{ code: 'city', name: 'City', kind: 'Thành phố', level: 'tinh' }, validFrom: '2020-01-01' },
	...['north', 'south'].map((code) => ({
		...{ code, name: `Ward ${code}`, kind: 'Phường', level: 'xa', parent: 'city' },
		validFrom: '2020-01-01'
	}))
];
const SHARE = { id: 'share', numerator: ['end.a'], denominator: ['end.b'] };
const SUBMISSIONS = [
	file(1, { north: [3n, 4n], south: [1n, 2n] }),
	file(2, { north: [4n, 4n], south: [1n, 2n] })
];

function codeOf(figure: Partial<Parameters<typeof traceCode>[0]>): TraceCode {
	const read = readTraceCode(
		traceCode({
			...{ indicator: 'share', unit: 'city', period: '2025-Q4', boundaries: 'reported' },
			...{ sequence: 1, ...figure }
		})
	);
	if ('fault' in read) throw new Error('The code is readable.');
	return read;
}

const inForce = { units: UNITS, lineage: [], catalogue: catalogueOf([SHARE]) };

function asked(code: TraceCode, ground: Partial<typeof inForce> = {}) {
	return {
		...{ engine: engine(), submissions: SUBMISSIONS, ...inForce, ...ground },
		...{ code, newest: 2, today: '2026-11-22' }
	};
}

function earlier(ground: Partial<EarlierGround>): () => Promise<EarlierGround> {
	return () => Promise.resolve({ ...inForce, until: {}, ...ground });
}

describe('a code that was printed by what was in force once', () => {
	it('shows the figure by the catalogue of then, beside what the one in force shows', async () => {
		const turned = catalogueOf([{ ...SHARE, numerator: ['end.b'], denominator: ['end.a'] }]);
		const code = codeOf({ numerator: 4n, denominator: 6n });
		const { found } = await findTraceAmong(asked(code, { catalogue: turned }), [
			earlier({ catalogue: catalogueOf([SHARE]), until: { catalogue: SAVED } })
		]);
		expect(found).toMatchObject([
			{
				...{ then: { numerator: 4n, denominator: 6n }, now: { numerator: 6n, denominator: 5n } },
				changes: [{ sequence: 2, numerator: 5n, denominator: 6n }],
				agreement: 'agrees',
				earlier: { until: { catalogue: SAVED }, unit: 'City', isRatio: true }
			}
		]);
	});

	it('shows the figure of an indicator and of a unit that are no more', async () => {
		const code = codeOf({ unit: 'south', numerator: 1n, denominator: 2n });
		for (const gone of [{ catalogue: catalogueOf([]) }, { units: UNITS.slice(0, 2) }]) {
			const { found } = await findTraceAmong(asked(code, gone), [earlier({})]);
			expect(found).toMatchObject([
				{ then: { numerator: 1n, denominator: 2n }, now: {}, earlier: { unit: 'Ward south' } }
			]);
		}
	});

	it('adds a unit up as the organisation of then did', async () => {
		const code = codeOf({ numerator: 3n, denominator: 4n });
		const apart = UNITS.map((unit) =>
			unit.code === 'south' ? { ...unit, parent: 'north' } : unit
		);
		const without = apart.filter(({ code: each }) => each !== 'south');
		const { found } = await findTraceAmong(asked(code), [
			earlier({ until: { organisation: 'later' } }),
			earlier({ units: without, until: { organisation: SAVED } })
		]);
		expect(found).toMatchObject([
			{ now: { numerator: 5n, denominator: 6n }, earlier: { until: { organisation: SAVED } } }
		]);
	});

	it('reads no earlier ground where the one in force agrees, and keeps to it where none does', async () => {
		const never = (): Promise<undefined> => Promise.reject(new Error('not to be read'));
		const here = await findTraceAmong(asked(codeOf({ numerator: 4n, denominator: 6n })), [never]);
		expect(here.found).toMatchObject([{ agreement: 'agrees' }]);
		expect(here.found[0]?.earlier).toBeUndefined();
		const nowhere = await findTraceAmong(asked(codeOf({ numerator: 1n, denominator: 9n })), [
			earlier({}),
			() => Promise.resolve(undefined)
		]);
		expect(nowhere.found).toMatchObject([{ agreement: 'differs' }]);
	});
});
