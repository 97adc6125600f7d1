/** Videos per page of the library: whole rows at two, three, four and six in a row. */
export const pageSize = 24;
