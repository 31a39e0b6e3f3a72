import { expect, it } from "vitest";
import { seemsToSpeak } from "@/components/desk/claims/asked-speaker";

it("offers who speaks in a sentence, and nobody where nobody does", async () => {
  expect(await seemsToSpeak("Ida Holm said the quay would open in May.")).toBe("Ida Holm");
  expect(await seemsToSpeak("The quay opened in May.")).toBeNull();
});
