/** Starts the page and keeps it up to date. */

import { ask } from "./api.js";
import * as charts from "./charts.js";
import { byId, element } from "./dom.js";
import * as format from "./format.js";
import { WorldMap } from "./map.js";
import * as tables from "./tables.js";

const LIVE_MS = 1000;
const TRENDS_MS = 5000;
const WORLD_MS = 10000;
const POINTS = 60;

const chosen = { window: "10m", georegion: "", by: "trades", stock: "" };
let map;
let lastTrade = 0;

/** What is asked for, as the trends take it. */
const scope = () => ({ window: chosen.window, georegion: chosen.georegion });

const SECONDS = { "1m": 60, "10m": 600, "1h": 3600, "1d": 86400 };

async function showTrends() {
  const [trending, activity, latency, loss, movers, rejections, flows] = await Promise.all([
    ask("trends/stocks", { ...scope(), by: chosen.by, size: 10 }),
    ask("trends/activity", { ...scope(), points: POINTS }),
    ask("trends/latency", scope()),
    ask("trends/loss", scope()),
    ask("trends/movers", { ...scope(), size: 4 }),
    ask("trends/rejections", scope()),
    ask("trends/flows", scope()),
  ]);
  tables.showTrending(trending, choose);
  tables.showMovers(movers, choose);
  tables.showRejections(rejections);
  charts.showActivity(activity);
  charts.showCost(latency, loss);
  map.flows = flows;
  showFigures(loss, latency);
  // Of a stock that is not listed, or not known yet, there is nothing more to ask for.
  const listed = trending.find((one) => one.georegion);
  if (!chosen.stock && listed) {
    choose(listed.symbol);
  } else {
    await showStock();
  }
  seen();
}

/** Marks, once, when the reader saw figures first. */
function seen() {
  if (performance.getEntriesByName("first-view").length === 0) {
    performance.mark("first-view");
  }
}

function showFigures(losses, latencies) {
  const sum = (field) => losses.reduce((total, one) => total + one[field], 0);
  const worst = (percentile) =>
    Math.max(...latencies.map((one) => one.latency_us?.[percentile] ?? Number.NEGATIVE_INFINITY));
  const trades = sum("trades");
  byId("figure-trades").textContent = format.count(trades);
  byId("figure-value").textContent = format.usd(sum("value"));
  byId("figure-rate").textContent = (trades / SECONDS[chosen.window]).toFixed(1);
  byId("figure-p50").textContent = format.millis(worst("p50"));
  byId("figure-p99").textContent = format.millis(worst("p99"));
}

async function showStock() {
  if (chosen.stock) {
    charts.showPrice(await ask(`trends/stocks/${encodeURIComponent(chosen.stock)}`, { window: chosen.window, points: POINTS }));
  }
}

function choose(symbol) {
  chosen.stock = symbol;
  byId("stock").value = symbol;
  attempt(showStock);
}

async function showLive() {
  const { last, trades } = await ask("live", { after: lastTrade });
  const first = lastTrade === 0;
  lastTrade = last;
  tables.addToTape(trades);
  if (!first) {
    map.travel(trades);
  }
}

async function showHealth() {
  const { parts, lag } = await ask("health");
  tables.showHealth(parts);
  byId("figure-lag").textContent = lag < 0 ? format.NOTHING : format.count(lag);
  const away = parts.filter((part) => !part.healthy).map((part) => part.name);
  show(away.length ? "behind" : "live", away.length ? `${away.join(", ")}: not well` : "live");
}

async function showWorld() {
  const [world, stocks] = await Promise.all([ask("world"), ask("stocks")]);
  map.world = world;
  options(byId("georegion"), world.georegions.filter((one) => one.active)
    .map((one) => [one.name, format.place(one.name)]), 1);
  options(byId("stock"), stocks.map((one) => [one.symbol, `${one.symbol} · ${one.name}`]), 0);
  byId("stock").value = chosen.stock;
}

/** Brings a list of choices up to date after its first, fixed ones. */
function options(select, choices, fixed) {
  if (select.options.length - fixed === choices.length) {
    return;
  }
  const value = select.value;
  select.replaceChildren(
    ...[...select.options].slice(0, fixed),
    ...choices.map(([key, text]) => element("option", { text, attributes: { value: key } })));
  select.value = value;
}

function show(state, text) {
  const line = byId("state");
  if (line.textContent !== text) {
    line.textContent = text;
  }
  line.dataset.state = state;
}

/** Runs one update; an error becomes the line at the top, and the next time tries again. */
async function attempt(update) {
  try {
    await update();
    return true;
  } catch (error) {
    show("away", error instanceof TypeError || error.name === "TimeoutError" ? "the service does not answer" : error.message);
    return false;
  }
}

/** Repeats an update, one at a time, and not while nobody looks. */
async function repeat(update, everyMs) {
  for (;;) {
    if (!document.hidden) {
      await attempt(update);
    }
    await new Promise((resume) => { setTimeout(resume, everyMs); });
  }
}

function pressed(on, off, change) {
  byId(on).addEventListener("click", () => {
    byId(on).setAttribute("aria-pressed", "true");
    byId(off).setAttribute("aria-pressed", "false");
    change();
  });
}

function listen() {
  byId("controls").addEventListener("submit", (event) => event.preventDefault());
  for (const name of ["window", "georegion"]) {
    byId(name).addEventListener("change", (event) => {
      chosen[name] = event.target.value;
      attempt(showTrends);
    });
  }
  byId("stock").addEventListener("change", (event) => choose(event.target.value));
  const order = (by) => () => { chosen.by = by; attempt(showTrends); };
  pressed("by-trades", "by-value", order("trades"));
  pressed("by-value", "by-trades", order("value"));
  pressed("map-near", "map-world", () => { map.near = true; });
  pressed("map-world", "map-near", () => { map.near = false; });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    charts.makeCharts();
    attempt(showTrends);
  });
}

async function start() {
  const land = await (await fetch("/map/land-110m.geojson")).json();
  map = new WorldMap(land);
  charts.makeCharts();
  listen();
  repeat(showWorld, WORLD_MS);
  repeat(showTrends, TRENDS_MS);
  repeat(showHealth, TRENDS_MS);
  repeat(showLive, LIVE_MS);
}

attempt(start);
