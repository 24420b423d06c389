import { indicatorOf } from '#lib/catalogue/find-in-catalogue.ts';
import { AskedAnswer } from './asked-answer.svelte.ts';
import type { TrailAnswer } from './compute-trail.ts';
import type { View } from './view.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Where the figure that is looked at comes from: its trail and its history. */
export class FigureTrail extends AskedAnswer<TrailAnswer> {
	/** To be made while a component is set up; `indicatorId` is read again when it changes. */
	constructor(workspace: Workspace, view: View, indicatorId: () => string) {
		super({
			question: () => [indicatorId(), view.unit, view.period, view.boundaries ?? ''].join(' '),
			ask: () => {
				const { unit, period, boundaries } = view;
				const { ground, facts } = workspace;
				const indicator = ground && indicatorOf(ground.catalogue, indicatorId());
				if (!indicator || !facts) return undefined;
				const task = { indicator, unit, period, ...(boundaries !== undefined && { boundaries }) };
				return () =>
					workspace.find(async (engine, on) => {
						const { computeTrail } = await import('./compute-trail.ts');
						return computeTrail(engine, on, task);
					});
			}
		});
	}
}
