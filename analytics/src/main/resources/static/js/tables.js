/** The lists: trending stocks, latest trades, movers, rejections, health. */

import { byId, cell, element, emptyRow, replace, row, spark } from "./dom.js";
import * as format from "./format.js";

const TAPE_ROWS = 40;

function stockButton(symbol, choose) {
  const button = element("button", {
    text: symbol,
    className: "stock",
    data: { key: symbol },
    attributes: { type: "button", title: `Show the price of ${symbol}` },
  });
  button.addEventListener("click", () => choose(symbol));
  return button;
}

const change = (value) =>
  cell(format.percent(value), `n ${value > 0 ? "up" : value < 0 ? "down" : ""}`);

export function showTrending(stocks, choose) {
  const rows = stocks.map((stock) =>
    row(
      element("td", {}, [stockButton(stock.symbol, choose)]),
      cell(format.count(stock.trades), "n"),
      cell(format.usd(stock.value), "n"),
      cell(format.price(stock.price), "n"),
      change(stock.momentum),
      cell(format.percent(stock.volatility, false), "n wide"),
      element("td", { className: "wide" }, [spark(stock.prices)])));
  replace(byId("trending"), rows.length ? rows : [emptyRow(7, "No trades in this time")]);
}

export function showMovers({ rising, falling }, choose) {
  const rows = [...rising, ...falling.toReversed()].map((mover) =>
    row(
      element("td", {}, [stockButton(mover.symbol, choose)]),
      element("td", {}, [spark(mover.prices)]),
      cell(format.price(mover.price), "n"),
      change(mover.change)));
  replace(byId("movers"), rows.length ? rows : [emptyRow(4, "No price has moved in this time")]);
}

export function showRejections(reasons) {
  const rows = reasons.map((one) =>
    row(cell(format.words(one.reason)), cell(format.count(one.orders), "n")));
  replace(byId("rejections"), rows.length ? rows : [emptyRow(2, "None in this time")]);
}

export function addToTape(trades) {
  const tape = byId("tape");
  for (const trade of trades.slice(-TAPE_ROWS)) {
    const order = element("td", {
      text: `${trade.side} ${trade.type}`,
      className: "type",
      data: { type: trade.type },
    });
    tape.prepend(
      row(
        cell(format.time(trade.at), "quiet"),
        cell(trade.symbol),
        order,
        cell(format.count(trade.quantity), "n"),
        cell(format.price(trade.price), "n")));
  }
  while (tape.rows.length > TAPE_ROWS) {
    tape.lastElementChild.remove();
  }
}

export function showHealth(parts) {
  replace(byId("health"), parts.map((part) =>
    element("li", { data: { state: part.healthy ? "up" : "down" } }, [
      element("span", { text: part.name }),
      element("span", { text: part.detail, className: "detail" }),
    ])));
}
