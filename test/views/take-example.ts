import type { OneChartGround } from '#lib/views/one-chart-ground.ts';
import { indicatorOf, type Figure } from './example-facts.ts';
import { groundOf } from './example-ground.ts';

const FILE = { file: 'B1-2024.csv', rows: { accepted: 6 }, issues: [] };

/** The example city as one takes its charts along: on the year 2024, two submissions, the second of them provisional. */
export function takeGround(
	figures: Figure[],
	given: Partial<Omit<OneChartGround, 'indicator'>> & { indicator?: string } = {}
): OneChartGround {
	const { indicator = 'grassroots-rated-good', ...rest } = given;
	return {
		...groundOf(...figures),
		indicator: indicatorOf(indicator),
		...{ unit: 'MH', period: '2024', language: 'vi', boundaries: 'reported', guards: true },
		sequence: 2,
		submissions: [
			{
				...FILE,
				id: '1',
				template: 'B1',
				periods: ['2024'],
				at: '2025-01-04T01:00:00.000Z',
				state: 'official'
			},
			{
				...FILE,
				id: '2',
				template: 'B1',
				periods: ['2024'],
				at: '2025-01-05T01:00:00.000Z',
				state: 'provisional'
			}
		],
		...rest
	};
}
