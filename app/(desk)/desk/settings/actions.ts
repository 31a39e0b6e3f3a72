"use server";

import { action } from "@/lib/action";
import * as publication from "@/lib/publication/commands";
import { namePublicationInput, setRuleLevelsInput } from "@/lib/publication/schema";

export const namePublication = action(namePublicationInput, publication.namePublication);
export const setRuleLevels = action(setRuleLevelsInput, publication.setRuleLevels);
