import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { hashPassword } from "@/lib/contributors/password";
import { makeContributor } from "@/prisma/factories";

// That the last admin can be neither demoted nor suspended is proven in lib/contributors/commands.test.ts: here other
// tests make admins in the same database at the same time, so nobody is ever the last.

const suffix = () => crypto.randomUUID().slice(0, 6);

async function signInByPassword(page: Page, email: string, password: string) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function signOut(page: Page) {
  await page.getByRole("button", { name: /account and sign out/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in/);
}

test("someone invited comes in by the link, chooses a name and a password, and comes back with it", async ({
  signInAs,
  browser,
  baseURL,
}) => {
  const { page: admin } = await signInAs("admin");
  const name = `Nora ${suffix()}`;
  const email = `nora-${suffix()}@example.org`;
  await admin.goto("/desk/contributors");
  await admin.getByRole("button", { name: "Invite someone" }).click();
  await admin.getByLabel("Name", { exact: true }).fill(name);
  await admin.getByLabel("E-mail").fill(email);
  await admin.getByLabel("Role", { exact: true }).selectOption("editor");
  await admin.getByRole("button", { name: "Make the link" }).click();
  await expect(admin.getByRole("heading", { name: `${name} is invited` })).toBeVisible();
  const link = await admin.getByRole("textbox", { name: "One-time link" }).inputValue();
  await admin.getByRole("button", { name: "Done" }).click();
  await expect(admin.getByRole("row", { name })).toContainText("Invited");
  await admin.getByRole("button", { name: "Invite someone" }).click();
  await expect(admin.getByRole("textbox", { name: "One-time link" })).toHaveCount(0);
  await expect(admin.getByLabel("Name", { exact: true })).toHaveValue("");
  await admin.reload();
  expect(await admin.content()).not.toContain(link);

  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: `Sign in as ${name}` }).click();
  await expect(page.getByRole("heading", { name: `Welcome, ${name}` })).toBeVisible();
  const password = `a kettle on the ${suffix()} stove`;
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Save the password" }).click();
  await expect(page.getByText("Your password is saved.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Account", level: 1 })).toBeVisible();
  await page.getByLabel("Your name").fill(`${name} Lund`);
  await page.getByRole("button", { name: "Save the name" }).click();
  await expect(page.getByText("Your name is saved")).toBeVisible();
  await signOut(page);

  await signInByPassword(page, email, "not the right one at all");
  await expect(page.getByText("This e-mail address and password do not belong together.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await signInByPassword(page, email, password);
  await expect(page.getByRole("heading", { name: "Issues", level: 1 })).toBeAttached();
  await expect(page.getByRole("button", { name: `${name} Lund` })).toBeVisible();

  await signOut(page);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link has been used" })).toBeVisible();
  await admin.reload();
  await expect(admin.getByRole("row", { name: `${name} Lund` })).toContainText("Active");
  await context.close();
});

test("a new role acts on the next request, and says why something is refused", async ({
  signInAs,
  insertIssue,
}) => {
  const sections = [{ title: "Only", stories: [{ headline: "One" }, { headline: "Two" }] }];
  const issue = await insertIssue({ title: `Roles ${suffix()}`, sections });
  const [admin, editor] = await Promise.all([signInAs("admin"), signInAs("editor")]);
  const { page } = editor;
  await page.goto(`/desk/issues/${issue.id}`);
  const order = page.getByRole("navigation", { name: "Running order" });
  const rows = order.locator("[data-order-row]");
  await expect(rows).toHaveCount(2);

  await admin.page.goto("/desk/contributors");
  await admin.page.getByLabel(`Role of ${editor.name}`).selectOption("contributor");
  await expect(admin.page.getByText(`${editor.name} is now a contributor`)).toBeVisible();

  await rows.nth(1).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(order).toContainText(
    "Your role (contributor) does not allow this: changing the running order.",
  );
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Publish edition 1" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(
    "Nothing was published. Your role (contributor) does not allow this: publishing.",
  );
  expect((await page.request.get(`/issues/${issue.slug}`)).status()).toBe(404);

  await page.reload();
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("One");
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Add section" })).toHaveCount(0);
});

test("a suspension signs out on the next request and can be undone", async ({
  signInAs,
  browser,
  baseURL,
  database,
}) => {
  const { page: admin } = await signInAs("admin");
  const person = await signInAs("editor");
  const password = `seven wet coats ${suffix()}`;
  const passwordHash = await hashPassword(password);
  await database.contributor.update({ where: { id: person.contributorId }, data: { passwordHash } });

  await person.page.goto("/desk");
  await admin.goto("/desk/contributors");
  const row = admin.getByRole("row", { name: person.name });
  await row.getByRole("button", { name: `More for ${person.name}` }).click();
  await admin.getByRole("menuitem", { name: "Suspend" }).click();
  await expect(admin.getByText(`${person.name} is suspended and signed out`)).toBeVisible();
  await expect(row).toContainText("Suspended");

  await person.page.getByRole("link", { name: "Backlog" }).click();
  await person.page.waitForURL(/\/sign-in/);
  await signInByPassword(person.page, person.email, password);
  await expect(person.page.getByText("do not belong together")).toBeVisible();

  await admin.getByRole("button", { name: `Reinstate ${person.name}` }).click();
  await expect(admin.getByText(`${person.name} can sign in again`)).toBeVisible();
  await expect(row).toContainText("Active");
  await person.page.goto("/desk/backlog");
  await person.page.waitForURL(/\/sign-in/);
  await signInByPassword(person.page, person.email, password);
  await expect(person.page.getByRole("heading", { name: "Backlog", level: 1 })).toBeVisible();

  const context = await browser.newContext({ baseURL });
  const stranger = await context.newPage();
  await stranger.goto("/sign-in/link/nothing");
  await expect(stranger.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await context.close();
});

test("everyone else reads the list, and sign-in leads back to where one wanted to go", async ({
  page,
  database,
}) => {
  const password = `nine green doors ${suffix()}`;
  const reader = await makeContributor(database, {
    name: `Reader ${suffix()}`,
    passwordHash: await hashPassword(password),
  });
  await page.goto("/desk/contributors?from=mail");
  await page.waitForURL(/\/sign-in\?next=/);
  await signInByPassword(page, reader.email, password);
  await page.waitForURL("**/desk/contributors?from=mail");
  const row = page.getByRole("row", { name: reader.name });
  await expect(row.getByRole("cell", { name: /^editor$/i })).toBeVisible();
  await expect(page.getByText("Admins invite people and change roles.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Invite someone" })).toHaveCount(0);
  const table = page.getByRole("table");
  await expect(table.getByRole("combobox")).toHaveCount(0);
  await expect(table.getByRole("button")).toHaveCount(0);
});
