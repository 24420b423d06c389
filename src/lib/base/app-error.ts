/** A failure that the user can act on: `code` names its words in data/messages/errors.json (what happened, what to do). */
export class AppError extends Error {
	override readonly name = 'AppError';
	readonly code: string;
	readonly params: Record<string, string | number>;

	constructor(code: string, params: Record<string, string | number> = {}) {
		super(`${code} ${JSON.stringify(params)}`);
		this.code = code;
		this.params = params;
	}
}
