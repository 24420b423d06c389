import type { View } from './view.svelte.ts';

/** Which rows of the page of targets are looked at, and how they are grouped. */
export interface TargetListChoice {
	query: string;
	kind: string;
	document: string;
	/** A status, or the state of a milestone or a duty. */
	status: string;
	groupBy: 'document' | 'kind';
}

/** The names under which the choice stands in the address of the page. */
const NAMES: Record<keyof TargetListChoice, string> = {
	query: 'q',
	kind: 'kind',
	document: 'doc',
	status: 'status',
	groupBy: 'by'
};

/** What the reader looks at on the page of targets, as the address says it. */
export class TargetList {
	readonly #view: View;
	/** What was chosen until the address says it too: a field that is typed in never waits for the address. */
	#chosen = $state.raw<TargetListChoice>();

	constructor(view: View) {
		this.#view = view;
	}

	/** What is looked at. */
	get choice(): TargetListChoice {
		return this.#chosen ?? this.#inAddress;
	}

	/** True where some rows may be hidden. */
	get isNarrowed(): boolean {
		const { query, kind, document, status } = this.choice;
		return [query.trim(), kind, document, status].some((each) => each !== '');
	}

	/** Looks at other rows; what is not given stays as it is. */
	choose(change: Partial<TargetListChoice>): void {
		const choice = { ...this.choice, ...change };
		this.#chosen = choice;
		void this.#view.show({ own: ownOf(choice) }).then(() => {
			if (this.#chosen === choice) this.#chosen = undefined;
		});
	}

	/** Looks at all rows again. */
	showAll(): void {
		this.choose({ query: '', kind: '', document: '', status: '' });
	}

	get #inAddress(): TargetListChoice {
		const said = (field: keyof TargetListChoice): string => this.#view.own(NAMES[field]) ?? '';
		return {
			query: said('query'),
			kind: said('kind'),
			document: said('document'),
			status: said('status'),
			groupBy: said('groupBy') === 'kind' ? 'kind' : 'document'
		};
	}
}

/** What differs from the default, by its name in the address. */
function ownOf(choice: TargetListChoice): Record<string, string | undefined> {
	return {
		[NAMES.query]: choice.query,
		[NAMES.kind]: choice.kind,
		[NAMES.document]: choice.document,
		[NAMES.status]: choice.status,
		[NAMES.groupBy]: choice.groupBy === 'kind' ? 'kind' : undefined
	};
}
