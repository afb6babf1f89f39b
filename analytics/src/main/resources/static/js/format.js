/** Numbers and times for people. */

const whole = new Intl.NumberFormat("en");
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const money = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
const minutes = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });

export const NOTHING = "–";

const known = (value) => value !== null && value !== undefined && Number.isFinite(value);

export const count = (value) => (known(value) ? whole.format(value) : NOTHING);
export const short = (value) => (known(value) ? compact.format(value) : NOTHING);
export const price = (value) => (known(value) ? money.format(value) : NOTHING);
export const usd = (value) => (known(value) ? `$${compact.format(value)}` : NOTHING);
export const time = (value) => clock.format(new Date(value));
export const minute = (value) => minutes.format(new Date(value));

export function millis(micros) {
  if (!known(micros)) {
    return NOTHING;
  }
  const value = micros / 1000;
  return `${value < 10 ? value.toFixed(1) : whole.format(Math.round(value))} ms`;
}

export function percent(value, signed = true) {
  if (!known(value)) {
    return NOTHING;
  }
  const sign = signed && value > 0 ? "+" : "";
  const digits = Math.abs(value) < 100 ? 2 : 0;
  return `${sign}${value.toFixed(digits)}%`;
}

/** A georegion's name as people write it. */
export const place = (name) =>
  name.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");

/** A reason's name as people write it. */
export const words = (name) => name.replaceAll("_", " ");
