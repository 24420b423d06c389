import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { Ground } from '#lib/views/indicator-ground.ts';
import type { OneChartGround } from '#lib/views/one-chart-ground.ts';
import type { App } from './app-context.ts';

/** What a chart of the indicator is made from, as the reader looks at it now. */
export function oneChartGround(
	app: Pick<App, 'view' | 'workspace'>,
	{ indicator, ...asked }: { ground: Ground; indicator: Indicator; guards: boolean }
): OneChartGround {
	return { ...chartGround(app, asked), indicator };
}

/** The same for a chart of several indicators. */
export function chartGround(
	{ view, workspace }: Pick<App, 'view' | 'workspace'>,
	{ ground, guards }: { ground: Ground; guards: boolean }
): Omit<OneChartGround, 'indicator'> {
	return {
		...ground,
		...{ guards, unit: view.unit, period: view.period, language: view.language },
		submissions: workspace.submissions,
		sequence: workspace.ground?.manifest.sequence ?? 0,
		boundaries: view.units
	};
}
