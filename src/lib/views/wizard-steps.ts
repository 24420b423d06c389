import type { Severity } from '#lib/base/issue.ts';

/** The steps from a file to a commit, in their order. */
export const STEPS = ['tables', 'header', 'columns', 'settle', 'compare', 'confirm'] as const;

/** One step from a file to a commit. */
export type StepName = (typeof STEPS)[number];

/** A step as it stands: done without asking or since, waiting for the analyst, or not reached yet. */
export interface WizardStep {
	name: StepName;
	state: 'done' | 'asks' | 'later';
	/** How many things wait for the analyst. */
	asks: number;
}

/** What of a table tells where its steps stand. */
export interface TableFacts {
	periods: readonly unknown[];
	kinds: readonly { severity: Severity; code: string; count: number }[];
	questions: readonly { kind: string; required: boolean }[];
	/** How many kinds of warning have no reason yet. */
	unreasoned: number;
}

/** The kinds of question and the codes of error that a step before the settling takes care of. */
const ABOUT_TABLE = { questions: ['template', 'body'], errors: ['no-period'] };
const ABOUT_HEADER = { questions: ['header'], errors: ['no-table'] };
const ABOUT_COLUMNS = {
	questions: ['column'],
	errors: ['missing-column', 'column-repeated', 'only-percentages']
};
/** Errors that a question beside them lifts. */
const LIFTED_BY_UNIT = ['unknown-unit', 'ambiguous-unit', 'no-unit'];

/** The steps of the tables together, each as it stands. */
export function wizardSteps(tables: readonly TableFacts[]): WizardStep[] {
	let [isBlind, isHeld] = [false, false];
	return STEPS.map((name): WizardStep => {
		const asks = askedOf(name, tables);
		const isReached = !isBlind && (!isHeld || (name !== 'compare' && name !== 'confirm'));
		isBlind ||= name === 'header' && asks > 0;
		isHeld ||= askedOf(name, tables.map(withoutOptional)) > 0;
		if (!isReached) return { name, state: 'later', asks: 0 };
		return { name, state: asks > 0 ? 'asks' : 'done', asks };
	});
}

function askedOf(name: StepName, tables: readonly TableFacts[]): number {
	return tables.reduce((sum, table) => sum + asksOf(name, table), 0);
}

/** What may be left open holds nothing back. */
function withoutOptional(table: TableFacts): TableFacts {
	return { ...table, questions: table.questions.filter(({ required }) => required) };
}

/** The step that a file opens at: the first that asks, and where none does what the file would change. */
export function firstStep(steps: readonly WizardStep[]): StepName {
	return steps.find(({ state, name }) => state === 'asks' || name === 'compare')?.name ?? 'compare';
}

/** The step to go on to: the next that asks, else the next of comparing and confirming; none after the last. */
export function nextStep(steps: readonly WizardStep[], current: StepName): StepName | undefined {
	const after = steps.slice(STEPS.indexOf(current) + 1);
	return after.find(
		({ state, name }) => state === 'asks' || name === 'compare' || name === 'confirm'
	)?.name;
}

/** How many things of a table wait for the analyst in a step. */
export function asksOf(
	step: StepName,
	{ kinds, questions, periods, unreasoned }: TableFacts
): number {
	const asked = (of: readonly string[]): number =>
		questions.filter(({ kind }) => of.includes(kind)).length;
	const errors = kinds.filter(({ severity }) => severity === 'error');
	const wrong = (of: readonly string[]): number =>
		errors.filter(({ code }) => of.includes(code)).reduce((sum, { count }) => sum + count, 0);
	switch (step) {
		case 'tables':
			return asked(ABOUT_TABLE.questions) + (periods.length === 0 ? wrong(ABOUT_TABLE.errors) : 0);
		case 'header':
			return asked(ABOUT_HEADER.questions) + wrong(ABOUT_HEADER.errors);
		case 'columns':
			return Math.max(asked(ABOUT_COLUMNS.questions), wrong(ABOUT_COLUMNS.errors));
		case 'settle':
			return settleAsks({ questions, errors });
		case 'compare':
			return 0;
		case 'confirm':
			return unreasoned;
	}
}

function settleAsks({
	questions,
	errors
}: {
	questions: TableFacts['questions'];
	errors: TableFacts['kinds'];
}): number {
	const before = [ABOUT_TABLE, ABOUT_HEADER, ABOUT_COLUMNS];
	const elsewhere = before.flatMap((step) => step.questions);
	const open = questions.filter(({ kind }) => !elsewhere.includes(kind));
	const asksUnits = open.some(({ kind }) => kind === 'unit');
	const lifted = [...before.flatMap((step) => step.errors), ...(asksUnits ? LIFTED_BY_UNIT : [])];
	const left = errors.filter(({ code }) => !lifted.includes(code));
	return open.length + left.reduce((sum, { count }) => sum + count, 0);
}
