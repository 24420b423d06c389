/** Which rows of the page of targets are looked at, and how they are grouped. */
export interface TargetListChoice {
	query: string;
	kind: string;
	document: string;
	/** A word of status. */
	status: string;
	groupBy: 'document' | 'kind';
}

const ALL: TargetListChoice = {
	query: '',
	kind: '',
	document: '',
	status: '',
	groupBy: 'document'
};

/** What the reader looks at on the page of targets; it stays while the page is open. */
export class TargetList {
	#choice = $state.raw<TargetListChoice>(ALL);

	/** What is looked at. */
	get choice(): TargetListChoice {
		return this.#choice;
	}

	/** True where some rows may be hidden. */
	get isNarrowed(): boolean {
		const { query, kind, document, status } = this.#choice;
		return [query.trim(), kind, document, status].some((each) => each !== '');
	}

	/** Looks at other rows; what is not given stays as it is. */
	choose(change: Partial<TargetListChoice>): void {
		this.#choice = { ...this.#choice, ...change };
	}

	/** Looks at all rows again. */
	showAll(): void {
		this.#choice = { ...ALL, groupBy: this.#choice.groupBy };
	}
}
