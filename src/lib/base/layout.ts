/** What the analyst said, by the key of the question: `unit:p 7` → `MH05`, `column:b1.kht` → `zero`. */
export type Answers = Readonly<Record<string, string>>;

/** What was settled about one kind of sheet, so that the next file of its kind is not asked again. */
export interface Layout {
	/** `B1` … `B7`, or `long`. */
	template: string;
	/** What a list of layouts calls it: the file or sheet that it was first settled for. */
	name: string;
	/** The keys of its headers in the order of the columns, blank ones left out: what it is recognised by. */
	headers: string[];
	answers: Answers;
}
