interface Keyed {
	readonly key: string;
}

/** What two sorted lists hold under one key: one of the two, or both. */
export interface Found<A extends Keyed, B extends Keyed> {
	readonly object?: A;
	readonly row?: B;
}

/** Walks two lists that are sorted by their keys' bytes, side by side. */
export async function* matchByKey<A extends Keyed, B extends Keyed>(
	objects: AsyncGenerator<A>,
	rows: AsyncGenerator<B>,
): AsyncGenerator<Found<A, B>> {
	try {
		let object = await next(objects);
		let row = await next(rows);
		while (object || row) {
			if (object && row && object.key === row.key) {
				yield { object, row };
				object = await next(objects);
				row = await next(rows);
			} else if (object && (!row || object.key < row.key)) {
				yield { object };
				object = await next(objects);
			} else if (row) {
				yield { row };
				row = await next(rows);
			}
		}
	} finally {
		await Promise.all([objects.return(undefined), rows.return(undefined)]);
	}
}

async function next<T>(list: AsyncGenerator<T>): Promise<T | undefined> {
	const { value, done } = await list.next();
	return done ? undefined : value;
}
