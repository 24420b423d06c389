import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { Ground } from '#lib/views/indicator-ground.ts';
import type { OneChartGround } from '#lib/views/one-chart-ground.ts';
import type { App } from './app-context.ts';

/** What a chart of the indicator is made from, as the reader looks at it now. */
export function oneChartGround(
	{ view, workspace }: Pick<App, 'view' | 'workspace'>,
	{ ground, indicator, guards }: { ground: Ground; indicator: Indicator; guards: boolean }
): OneChartGround {
	return {
		...ground,
		...{ indicator, guards, unit: view.unit, period: view.period, language: view.language },
		submissions: workspace.submissions,
		sequence: workspace.ground?.manifest.sequence ?? 0,
		boundaries: view.units
	};
}
