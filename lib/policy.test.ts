import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { type Ability, type Actor, authorize, can, POLICY, ROLES } from "@/lib/policy";

const ME = "0190a000-0000-7000-8000-000000000001";
const abilities = Object.keys(POLICY) as Ability[];

/** One letter a cell: yes, own only, or no. */
function cell(ability: Ability, role: Actor["role"]): string {
  const actor = { id: ME, role, name: "Me" };
  if (can(actor, ability, { ownerId: "someone else" })) return "yes";
  return can(actor, ability, { ownerId: ME }) ? "own" : "-";
}

describe("policy", () => {
  it("is exactly this matrix", () => {
    const width = Math.max(...abilities.map((ability) => ability.length)) + 2;
    const line = (first: string, rest: string[]) =>
      (first.padEnd(width) + rest.map((text) => text.padEnd(13)).join("")).trimEnd();
    const matrix = [
      line("", [...ROLES]),
      ...abilities.map((ability) =>
        line(
          ability,
          ROLES.map((role) => cell(ability, role)),
        ),
      ),
    ].join("\n");
    console.info(matrix);
    expect(`\n${matrix}\n`).toMatchSnapshot();
  });

  it("does not take a missing owner for one's own", () => {
    const contributor: Actor = { id: ME, role: "contributor", name: "Me" };
    expect(can(contributor, "story.write")).toBe(false);
    expect(can(contributor, "story.write", { ownerId: null })).toBe(false);
    expect(can({ ...contributor, id: null }, "story.write", { ownerId: null })).toBe(false);
  });

  it("refuses with a sentence that names the role and the deed", () => {
    const refused = () => authorize({ id: ME, role: "contributor", name: "Me" }, "issue.publish");
    expect(refused).toThrow(AppError);
    expect(refused).toThrow("Your role (contributor) does not allow this: publishing.");
  });
});
