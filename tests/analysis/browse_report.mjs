// SPDX-License-Identifier: Apache-2.0
// Opens a report as its reader does: chooses a scenario and a measure, clicks a province, downloads a
// table, switches the language, uses the keyboard. Writes what it saw as JSON.
//     node browse_report.mjs REPORT.html FOLDER CHROMIUM
import { createRequire } from "node:module";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [report, folder, executablePath] = process.argv.slice(2);
const packages = new URL("../../analysis/", import.meta.url);
const { chromium } = createRequire(new URL("package.json", packages))("playwright-core");

const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), "browse-")), {
    executablePath, headless: true, acceptDownloads: true, viewport: { width: 1280, height: 900 },
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
        "--disable-background-networking", "--disable-component-update"],
});
const page = await context.newPage();
const seen = { errors: [], requests: [] };
page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.errors.push(message.text());
});
page.on("pageerror", (error) => seen.errors.push(String(error)));
page.on("request", (request) => {
    if (!request.url().startsWith("blob:") && !request.url().startsWith("data:")) seen.requests.push(request.url());
});
const stands = (what) => page.waitForFunction((name) => document.body.dataset[name] === "yes", what);
const ready = () => stands("drawn");
const shot = (name, fullPage = false) => page.screenshot({ path: join(folder, name + ".png"), fullPage });
const text = (selector) => page.locator(selector).innerText();

const begun = Date.now();
await page.goto(pathToFileURL(resolve(report)).href);
await stands("ready");
seen.opened = (Date.now() - begun) / 1000;
await ready();
seen.drawn = (Date.now() - begun) / 1000;
seen.title = await text("h1");
seen.answer = await text(".block:not([hidden])");
await shot("first_screen");

const alternatives = await page.locator("#scenario option").count();
if (alternatives > 1) {
    await page.selectOption("#scenario", String(alternatives - 1));
    await ready();
}
seen.second = await text("h1");
await page.selectOption("#measure", { label: "Placement rate" });
await ready();
seen.series = await page.locator("#series-chart svg").count();
seen.charts = await page.locator("figure svg").count();
await page.locator("#tiles button[data-region='Henan']").click();
seen.province = await text("#province-name");
seen.pressed = await page.locator("#tiles button[data-region='Henan']").getAttribute("aria-pressed");
// By keyboard: the next tile in order, chosen with Enter.
await page.keyboard.press("Tab");
await page.keyboard.press("Enter");
seen.byKeyboard = await text("#province-name");
// Open at once where there is nothing else to read.
if (await page.locator("#headline-box").getAttribute("open") === null) await page.locator("#headline-box summary").click();
seen.table = await page.locator("#headline tbody tr").allInnerTexts();
const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-csv='headline']").click()]);
seen.file = download.suggestedFilename();
await download.saveAs(join(folder, seen.file));
await page.selectOption("#show", "level");
await ready();
await shot("whole_levels", true);
if (alternatives > 1 || seen.answer.includes("What it changes")) {
    await page.selectOption("#show", "effect");
    await ready();
}
for (const box of await page.locator("details").elementHandles()) await box.evaluate((e) => { e.open = true; });
seen.downloads = await page.locator(".csv").count();
seen.tables = await page.locator("main table").count();
for (const box of await page.locator("details").elementHandles()) await box.evaluate((e) => { e.open = false; });
await shot("whole", true);
await page.locator("#language").click();
await ready();
seen.chinese = await text("#answer-head");
seen.lang = await page.locator("html").getAttribute("lang");
seen.chineseAnswer = await text(".block:not([hidden])");
await shot("chinese");
// What a screen reader needs: a name for every control, and no element that is named by nothing.
seen.unnamed = await page.evaluate(() => [...document.querySelectorAll("button,select,input,[role=region],[role=group]")]
    .filter((e) => !(e.getAttribute("aria-label") || e.getAttribute("aria-labelledby") || e.textContent.trim() || e.labels?.length))
    .map((e) => e.outerHTML.slice(0, 120)));
seen.indices = await page.locator("#sensitivity tbody").allInnerTexts().then((all) => all.join("\n"));
seen.results = await page.locator("#result option").allInnerTexts();
if (seen.results.length > 1) {
    await page.selectOption("#result", "1");
    await ready();
    seen.other = await text("h1");
}
if (seen.results.length > 2) {  // a collected sweep
    await page.selectOption("#result", "2");
    await ready();
    seen.points = await page.locator("#sweep tbody tr").allInnerTexts();
    seen.sweepCharts = await page.locator("#sweep-chart svg, #scenarios-chart svg").count();
    await shot("sweep", true);
}
await page.emulateMedia({ media: "print" });
seen.toolsInPrint = await page.locator("header .tools").isVisible();
writeFileSync(join(folder, "seen.json"), JSON.stringify(seen));
await context.close();
