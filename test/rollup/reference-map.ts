import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { Unit } from '#lib/units/unit.ts';

type Select = Indicator['select'];

/** The organisation on one day. */
export class UnitMap {
	readonly #records: Unit[] = [];

	constructor(units: Unit[], day: string) {
		for (const unit of units) {
			const isValid = unit.validFrom <= day && (unit.validTo === undefined || day <= unit.validTo);
			if (isValid && !this.has(unit.code)) this.#records.push(unit);
		}
	}

	has(code: string): boolean {
		return this.#records.some((unit) => unit.code === code);
	}

	codes(): string[] {
		return this.#records.map(({ code }) => code);
	}

	children(code: string): string[] {
		return this.#records.filter(({ parent }) => parent === code).map((unit) => unit.code);
	}

	/** The unit and all below it; nothing where it does not exist. */
	branch(code: string): string[] {
		if (!this.has(code)) return [];
		return [code, ...this.children(code).flatMap((child) => this.branch(child))];
	}

	below(code: string): string[] {
		return this.branch(code).slice(1);
	}

	selects(code: string, select: Select): boolean {
		const unit = this.#records.find((record) => record.code === code);
		if (!unit) return false;
		return (
			(select?.level?.includes(unit.level) ?? true) && (select?.kind?.includes(unit.kind) ?? true)
		);
	}

	/** The lowest selected units of the branch. */
	reporters(code: string, select: Select): string[] {
		return this.branch(code).filter(
			(unit) =>
				this.selects(unit, select) && !this.below(unit).some((lower) => this.selects(lower, select))
		);
	}
}
