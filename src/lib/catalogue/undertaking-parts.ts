import plan07 from '#data/catalogue/undertakings/07-kh-tw.json' with { type: 'json' };
import resolution171 from '#data/catalogue/undertakings/171-nq-cp.json' with { type: 'json' };
import resolution21 from '#data/catalogue/undertakings/21-nq-tw.json' with { type: 'json' };
import plan256 from '#data/catalogue/undertakings/256-kh-tu.json' with { type: 'json' };
import resolution28 from '#data/catalogue/undertakings/28-nq-tw.json' with { type: 'json' };
import daNang from '#data/catalogue/undertakings/da-nang-nq21.json' with { type: 'json' };
import tasksPlan07 from '#data/catalogue/undertakings/tasks-07-kh-tw.json' with { type: 'json' };
import tasksResolution171 from '#data/catalogue/undertakings/tasks-171-nq-cp.json' with { type: 'json' };
import tasksPlan256 from '#data/catalogue/undertakings/tasks-256-kh-tu.json' with { type: 'json' };
import tasksResolution28 from '#data/catalogue/undertakings/tasks-28-nq-tw.json' with { type: 'json' };
import tasksDaNang from '#data/catalogue/undertakings/tasks-da-nang-nq21.json' with { type: 'json' };
import type { CatalogueParts } from './read-catalogue.ts';

/** The files of milestones, duties and tasks: a module of its own, so that the first page need not wait for it. */
export const UNDERTAKING_PARTS: CatalogueParts = {
	'undertakings/21-nq-tw.json': resolution21,
	'undertakings/07-kh-tw.json': plan07,
	'undertakings/da-nang-nq21.json': daNang,
	'undertakings/28-nq-tw.json': resolution28,
	'undertakings/256-kh-tu.json': plan256,
	'undertakings/171-nq-cp.json': resolution171,
	'undertakings/tasks-07-kh-tw.json': tasksPlan07,
	'undertakings/tasks-da-nang-nq21.json': tasksDaNang,
	'undertakings/tasks-28-nq-tw.json': tasksResolution28,
	'undertakings/tasks-256-kh-tu.json': tasksPlan256,
	'undertakings/tasks-171-nq-cp.json': tasksResolution171
};
