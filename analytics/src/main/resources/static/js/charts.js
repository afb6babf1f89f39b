/** The charts. Made once, then fed; colours follow the page's. */

import * as format from "./format.js";
import { byId } from "./dom.js";

const { Chart } = globalThis;
const TYPES = ["market", "limit", "stop"];

const colour = (name) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function axis({ grid = true, ...more }) {
  return {
    grid: { display: grid, color: colour("line") },
    border: { display: false },
    ticks: { color: colour("quiet"), maxRotation: 0, autoSkipPadding: 18, font: { size: 11 } },
    ...more,
  };
}

function make(id, type, data, options) {
  return new Chart(byId(id), {
    type,
    data,
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: "index", intersect: false },
      ...options,
    },
  });
}

const legend = () => ({ labels: { color: colour("quiet"), boxWidth: 10, boxHeight: 10, font: { size: 11 } } });

function say(id, text) {
  byId(id).setAttribute("aria-label", text);
}

let charts = {};

export function makeCharts() {
  Object.values(charts).forEach((chart) => chart.destroy());
  charts = {
    price: make("price-chart", "line", {
      labels: [],
      datasets: [
        { label: "price", data: [], yAxisID: "price", borderColor: colour("price"), borderWidth: 1.8, pointRadius: 0, spanGaps: true, tension: 0.15 },
        { label: "shares", type: "bar", data: [], yAxisID: "volume", backgroundColor: colour("volume") },
      ],
    }, {
      plugins: { legend: legend() },
      scales: {
        x: axis({ grid: false }),
        price: axis({ position: "left" }),
        volume: axis({ position: "right", grid: false, beginAtZero: true, grace: "200%", display: false }),
      },
    }),
    activity: make("activity-chart", "bar", {
      labels: [],
      datasets: TYPES.map((type) => ({ label: type, data: [], backgroundColor: colour(type), barPercentage: 1, categoryPercentage: 0.9 })),
    }, {
      plugins: { legend: legend() },
      scales: { x: axis({ grid: false, stacked: true }), y: axis({ stacked: true, beginAtZero: true }) },
    }),
    latency: make("latency-chart", "bar", {
      labels: [],
      datasets: [
        { label: "p50", data: [], backgroundColor: [] },
        { label: "p99", data: [], backgroundColor: [] },
      ],
    }, {
      indexAxis: "y",
      plugins: { legend: { display: false }, tooltip: { callbacks: { label: ({ dataset, raw }) => `${dataset.label} ${raw.toFixed(1)} ms` } } },
      scales: { x: axis({ beginAtZero: true }), y: axis({ grid: false }) },
    }),
    loss: make("loss-chart", "bar", { labels: [], datasets: [{ label: "basis points", data: [], backgroundColor: [] }] }, {
      indexAxis: "y",
      plugins: { legend: { display: false } },
      scales: { x: axis({ beginAtZero: true }), y: axis({ grid: false }) },
    }),
  };
}

export function showPrice(stock) {
  const { price } = charts;
  price.data.labels = stock.series.map((point) => format.minute(point.at));
  price.data.datasets[0].data = stock.series.map((point) => point.price);
  price.data.datasets[1].data = stock.series.map((point) => point.volume);
  price.update();
  const text = `${stock.symbol}: ${format.price(stock.price)}, ${format.percent(stock.momentum)}; VWAP ${
    format.price(stock.vwap)}, ${format.short(stock.volume)} shares in ${format.count(stock.trades)} trades, volatility ${
    format.percent(stock.volatility, false)} a year`;
  byId("price-note").textContent = text;
  say("price-chart", `Price and volume over time. ${text}`);
}

export function showActivity(steps) {
  const { activity } = charts;
  activity.data.labels = steps.map((step) => format.minute(step.at));
  activity.data.datasets.forEach((set, index) => {
    set.data = steps.map((step) => step.types[TYPES[index]] ?? 0);
  });
  activity.update();
  const trades = steps.reduce((sum, step) => sum + step.trades, 0);
  say("activity-chart", `Trades over time by type of order: ${format.count(trades)} in all`);
}

/** Latency and loss have the same types in the same order, side by side. */
export function showCost(latencies, losses) {
  const types = TYPES.filter((type) =>
    latencies.some((one) => one.type === type) || losses.some((one) => one.type === type));
  const latency = types.map((type) => latencies.find((one) => one.type === type)?.latency_us);
  const loss = types.map((type) => losses.find((one) => one.type === type)?.loss_bps ?? 0);
  const solid = types.map((type) => colour(type));
  charts.latency.data.labels = types;
  charts.latency.data.datasets[0].data = latency.map((one) => (one ? one.p50 / 1000 : 0));
  charts.latency.data.datasets[0].backgroundColor = solid;
  charts.latency.data.datasets[1].data = latency.map((one) => (one ? one.p99 / 1000 : 0));
  charts.latency.data.datasets[1].backgroundColor = solid.map((one) => `${one}55`);
  charts.latency.update();
  charts.loss.data.labels = types;
  charts.loss.data.datasets[0].data = loss;
  charts.loss.data.datasets[0].backgroundColor = solid;
  charts.loss.update();
  say("latency-chart", types.map((type, index) =>
    `${type}: p50 ${format.millis(latency[index]?.p50)}, p99 ${format.millis(latency[index]?.p99)}`).join("; "));
  say("loss-chart", types.map((type, index) => `${type}: ${loss[index].toFixed(2)} basis points`).join("; "));
}
