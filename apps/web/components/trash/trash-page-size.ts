/** Rows of the trash that are fetched at once. */
export const trashPageSize = 24;
