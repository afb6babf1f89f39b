/** The map: exchanges, georegions, and the trades that go between them. */

import { byId } from "./dom.js";
import * as format from "./format.js";

const { d3 } = globalThis;
const MOST_MOVING = 40;
const TRAVEL_MS = 900;
/** How many times nearer than the whole world; on a narrow screen cities of one georegion would lie on one another. */
const CLOSEST = { wide: 4.5, narrow: 9 };
const NARROW_PX = 600;
const still = matchMedia("(prefers-reduced-motion: reduce)");

export class WorldMap {
  #land;
  #world = { exchanges: [], georegions: [] };
  #flows = [];
  #near = true;
  #moving = 0;
  #projection = d3.geoNaturalEarth1();
  #svg;

  constructor(land) {
    this.#land = land;
    this.#svg = d3.select(byId("map")).append("svg").attr("aria-hidden", "true");
    new ResizeObserver(() => this.draw()).observe(byId("map"));
  }

  set near(near) {
    this.#near = near;
    this.draw();
  }

  set world(world) {
    if (JSON.stringify(world) !== JSON.stringify(this.#world)) {
      this.#world = world;
      this.draw();
    }
  }

  set flows(flows) {
    this.#flows = flows;
    this.#drawFlows();
    byId("map-text").textContent = flows
      .map((flow) => `${format.place(flow.georegion)} to ${flow.exchange}: ${format.count(flow.trades)} trades`)
      .join("; ");
  }

  draw() {
    const { clientWidth: width, clientHeight: height } = byId("map");
    if (width === 0) {
      return;
    }
    this.#fit(width, height);
    const path = d3.geoPath(this.#projection);
    this.#svg.attr("viewBox", `0 0 ${width} ${height}`).selectChildren().remove();
    this.#svg.append("path").attr("class", "grid").attr("d", path(d3.geoGraticule10()));
    this.#svg.append("path").attr("class", "land").attr("d", path(this.#land));
    this.#svg.append("g").attr("class", "flows");
    this.#svg.append("g").attr("class", "movers");
    this.#drawFlows();
    this.#drawPlaces();
  }

  #fit(width, height) {
    this.#projection.fitExtent([[8, 8], [width - 8, height - 8]], { type: "Sphere" }).clipExtent([[0, 0], [width, height]]);
    const points = this.#activePoints();
    if (!this.#near || points.length < 2) {
      return;
    }
    const farthest = this.#projection.scale() * (width < NARROW_PX ? CLOSEST.narrow : CLOSEST.wide);
    const margin = Math.min(width, height) * 0.22;
    this.#projection.fitExtent([[margin, margin], [width - margin, height - margin]], { type: "MultiPoint", coordinates: points });
    if (this.#projection.scale() > farthest) {
      this.#projection.scale(farthest).translate([0, 0]);
      const [[left, up], [right, down]] = d3.geoPath(this.#projection.clipExtent(null)).bounds({ type: "MultiPoint", coordinates: points });
      this.#projection.translate([(width - left - right) / 2, (height - up - down) / 2]).clipExtent([[0, 0], [width, height]]);
    }
  }

  #activePoints() {
    return [...this.#world.exchanges, ...this.#world.georegions.filter((one) => one.active)]
      .map((one) => [one.longitude, one.latitude]);
  }

  #drawFlows() {
    const path = d3.geoPath(this.#projection);
    const widest = Math.max(1, ...this.#flows.map((flow) => flow.trades));
    this.#svg.select(".flows").selectAll("path")
      .data(this.#flows.map((flow) => ({ ...flow, line: this.#line(flow.georegion, flow.exchange) })).filter((flow) => flow.line))
      .join("path")
      .attr("class", "flow")
      .attr("stroke-width", (flow) => 1 + 4 * Math.sqrt(flow.trades / widest))
      .attr("d", (flow) => path(flow.line));
  }

  #line(georegion, exchange) {
    const from = this.#world.georegions.find((one) => one.name === georegion);
    const to = this.#world.exchanges.find((one) => one.code === exchange);
    return from && to && {
      type: "LineString",
      coordinates: [[from.longitude, from.latitude], [to.longitude, to.latitude]],
    };
  }

  #drawPlaces() {
    const at = (one) => `translate(${this.#projection([one.longitude, one.latitude])})`;
    const georegions = this.#svg.append("g").selectAll("g").data(this.#world.georegions).join("g")
      .attr("class", (one) => (one.active ? "georegion active" : "georegion")).attr("transform", at);
    georegions.append("circle").attr("r", 7);
    georegions.append("text").attr("x", 11).attr("y", 4).text((one) => format.place(one.name));
    const exchanges = this.#svg.append("g").selectAll("g").data(this.#world.exchanges).join("g")
      .attr("class", "exchange").attr("transform", at);
    exchanges.append("rect").attr("x", -4).attr("y", -4).attr("width", 8).attr("height", 8).attr("rx", 1.5);
    exchanges.append("text").attr("x", -9).attr("y", 4).attr("text-anchor", "end").text((one) => one.city);
  }

  /** Lets trades travel, each a dot of its order's colour; those beyond what the eye follows are left out. */
  travel(trades) {
    if (still.matches || document.hidden) {
      return;
    }
    trades.slice(-MOST_MOVING).forEach((trade, index, all) => {
      const line = this.#line(trade.trader_georegion, trade.exchange);
      if (line && this.#moving < MOST_MOVING) {
        this.#move(line, trade.type, (index / all.length) * TRAVEL_MS);
      }
    });
  }

  #move(line, type, delay) {
    const along = d3.geoInterpolate(...line.coordinates);
    const place = (share) => `translate(${this.#projection(along(share))})`;
    this.#moving += 1;
    this.#svg.select(".movers").append("circle")
      .attr("class", "moving").attr("data-type", type).attr("r", 0).attr("transform", place(0))
      .transition().delay(delay).duration(TRAVEL_MS).ease(d3.easeCubicInOut)
      .attr("r", 3.5)
      .attrTween("transform", () => place)
      .on("end interrupt cancel", () => { this.#moving -= 1; })
      .remove();
  }
}
