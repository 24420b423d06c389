import type { MessageKey, MessageParams } from '#lib/base/messages.ts';

/** What is wrong, or doubtful, with one field of a form. */
export interface FormFault {
	/** The way to the field: `items.0.value`. */
	field: string;
	key: MessageKey;
	params?: MessageParams;
	/** True where it may stand all the same. */
	isDoubt?: boolean;
}

/** Collects what is wrong with the fields of a part of a form. */
export class FaultList {
	readonly #faults: FormFault[] = [];

	/** What was found, in the order in which it was. */
	get faults(): readonly FormFault[] {
		return this.#faults;
	}

	/** Notes what is wrong with a field. */
	add(field: string, key: MessageKey, params?: MessageParams): void {
		this.#faults.push({ field, key, ...(params && { params }) });
	}

	/** Notes what is doubtful about a field. */
	doubt(field: string, key: MessageKey, params?: MessageParams): void {
		this.#faults.push({ field, key, ...(params && { params }), isDoubt: true });
	}

	/** The text of a field that must be there, blanks at its ends gone; noted where it is empty. */
	need(field: string, text: string, key: MessageKey): string {
		const said = text.trim();
		if (said === '') this.add(field, key);
		return said;
	}
}
