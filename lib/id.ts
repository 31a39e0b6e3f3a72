import { z } from "zod";

/**
 * An id as it comes from outside. In small letters, as Postgres writes them: a uuid in capitals is the same one, and two ids that
 * are compared as words have to be written alike.
 */
export const id = z.uuid().toLowerCase();
