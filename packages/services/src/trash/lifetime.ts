/** A video can be taken out of the trash for this long. */
export const trashMs = 30 * 86_400_000;

export const purgedAfter = (deletedAt: Date) => new Date(deletedAt.getTime() + trashMs);
