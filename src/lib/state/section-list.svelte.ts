import { createContext, untrack } from 'svelte';

/** The sections of an indicator's page in their order; their ids in the address are the same. */
const SECTIONS = [
	...(['now', 'outlook', 'trend', 'change', 'ranking', 'multiples', 'parts', 'ceiling'] as const),
	...(['heat', 'sources', 'definition'] as const)
];

/** A section of an indicator's page. */
export type SectionName = (typeof SECTIONS)[number];

/** What of a page of many sections there is, and which of it is read. */
export class SectionList {
	#present = $state.raw<readonly SectionName[]>([]);
	#inSight = $state.raw<readonly SectionName[]>([]);

	/** The sections that stand on the page, from its top. */
	get present(): readonly SectionName[] {
		return this.#present;
	}

	/** The section at the height at which one reads; absent where none stands there. */
	get current(): SectionName | undefined {
		return this.#inSight.at(-1);
	}

	/** To be attached to the element of a section: it is on the list while it stands. */
	mark(name: SectionName): (element: Element) => () => void {
		return (element) => {
			untrack(() => (this.#present = including(this.#present, name)));
			const observer = new IntersectionObserver(
				([entry]) => {
					const change = entry?.isIntersecting ? including : excluding;
					this.#inSight = change(this.#inSight, name);
				},
				{ rootMargin: '-25% 0% -65% 0%' }
			);
			observer.observe(element);
			return () => {
				observer.disconnect();
				this.#present = excluding(this.#present, name);
				this.#inSight = excluding(this.#inSight, name);
			};
		};
	}
}

const [getSections, setSections] = createContext<SectionList>();

export { getSections, setSections };

function including(names: readonly SectionName[], name: SectionName): SectionName[] {
	return SECTIONS.filter((each) => each === name || names.includes(each));
}

function excluding(names: readonly SectionName[], name: SectionName): SectionName[] {
	return names.filter((each) => each !== name);
}
