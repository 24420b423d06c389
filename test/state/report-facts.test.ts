import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import type { ReportDefinition } from '#lib/base/report-definition.ts';
import { placeOfReport, unitsModeOf } from '#lib/state/report-facts.ts';
import { cityOf, rated } from '#test/views/scorecard-ground.ts';

const ground = { ...cityOf(rated('P2', 9, 10)), shown: 'Q1' };
const definition = (part: Partial<ReportDefinition>): ReportDefinition => ({
	...{ id: 'r', name: 'Báo cáo', language: 'vi', profile: 'party', units: [] },
	...{ period: 'newest', boundaries: 'reported', indicators: [], rows: 'children' },
	...{ sections: ['summary'], fields: {}, guardsSmallCells: true },
	...part
});
const refusal = (part: Partial<ReportDefinition>): unknown => {
	try {
		return placeOfReport(definition(part), ground);
	} catch (error) {
		return error;
	}
};

describe('what a definition means now', () => {
	it('is the unit in view where it names none', () => {
		expect(placeOfReport(definition({}), ground)).toEqual({
			period: '2024',
			units: [{ code: 'Q1', name: 'Quận Nhất', path: ['MH', 'Q1'] }],
			missing: []
		});
	});

	it('is every unit named that exists, and the names of those that do not', () => {
		const { units, missing } = placeOfReport(definition({ units: ['P2', 'XX', 'MH'] }), ground);
		expect(units.map(({ code }) => code)).toEqual(['P2', 'MH']);
		expect(missing).toEqual(['XX']);
	});

	it('is refused where there are no figures, or none of the units', () => {
		expect(refusal({ period: '1999' })).toEqual(
			new AppError('reports.no-figures', { period: '1999' })
		);
		expect(refusal({ units: ['XX'] })).toEqual(
			new AppError('reports.no-units', { units: 'XX', period: '2024' })
		);
	});

	it('stands on the units that it names', () => {
		const modes = ['reported', 'today', '2024', 'whatever'].map((boundaries) =>
			unitsModeOf({ boundaries })
		);
		expect(modes).toEqual(['reported', 'today', 2024, 'reported']);
	});
});
