package org.fogg.analytics.kibana;

import static org.fogg.analytics.kibana.Column.average;
import static org.fogg.analytics.kibana.Column.count;
import static org.fogg.analytics.kibana.Column.percentile;
import static org.fogg.analytics.kibana.Column.sum;
import static org.fogg.analytics.kibana.Column.terms;
import static org.fogg.analytics.kibana.Column.time;

import java.util.List;
import org.fogg.analytics.kibana.Panel.Lens;
import org.fogg.analytics.kibana.Panel.Maps;
import org.fogg.analytics.kibana.Panel.Place;
import org.fogg.analytics.kibana.Panel.Shape;
import org.fogg.analytics.kibana.Panel.Vega;

/** The one description of what Kibana shows. */
final class Dashboard {

    static final String ID = "fogg-trading";
    static final String TITLE = "Fogg: the world trading";

    private static final String LATENCY = "latency_us";

    private Dashboard() {}

    static List<Panel> panels() {
        return List.of(
                metric("trade-count", "Trades", 0, count("Trades")),
                metric("trade-value", "Value, USD", 12, sum("Value, USD", "value")),
                metric("p99", "Latency p99, µs", 24, percentile("p99, µs", LATENCY, 99)),
                metric("loss", "Worse than reference, USD", 36, sum("Loss, USD", "loss")),
                new Panel(
                        "map",
                        "Where it is traded",
                        new Place(0, 5, 24, 16),
                        new Maps(DataView.TRADES, List.of("exchange_location", "trader_location"))),
                new Panel(
                        "trades-over-time",
                        "Trades over time by type of order",
                        new Place(24, 5, 24, 8),
                        Lens.of(
                                Shape.STACKED_BARS,
                                DataView.TRADES,
                                "",
                                time(),
                                terms("Type", "type", 10, "count"),
                                count("Trades"))),
                new Panel(
                        "value-over-time",
                        "Value over time by exchange",
                        new Place(24, 13, 24, 8),
                        Lens.of(
                                Shape.LINES,
                                DataView.TRADES,
                                "",
                                time(),
                                terms("Exchange", "exchange", 10, "sum_value"),
                                sum("Value, USD", "value"))),
                new Panel(
                        "latency-by-type",
                        "Latency by type of order, µs",
                        new Place(0, 21, 16, 11),
                        Lens.of(
                                Shape.BARS,
                                DataView.TRADES,
                                "",
                                terms("Type", "type", 10, "p50_" + LATENCY),
                                percentile("p50", LATENCY, 50),
                                percentile("p90", LATENCY, 90),
                                percentile("p99", LATENCY, 99))),
                new Panel(
                        "loss-by-type",
                        "What latency costs, basis points by type of order",
                        new Place(16, 21, 16, 11),
                        Lens.of(
                                Shape.BARS,
                                DataView.TRADES,
                                "",
                                terms("Type", "type", 10, "average_loss_bps"),
                                average("Basis points", "loss_bps"))),
                new Panel(
                        "rejections",
                        "Rejected orders by reason",
                        new Place(32, 21, 16, 11),
                        Lens.of(
                                Shape.HORIZONTAL_BARS,
                                DataView.ORDERS,
                                "event : \"rejected\"",
                                terms("Reason", "reason_name", 20, "count"),
                                count("Orders"))),
                new Panel(
                        "trending",
                        "Trending stocks",
                        new Place(0, 32, 24, 14),
                        Lens.of(
                                Shape.TABLE,
                                DataView.TRADES,
                                "",
                                terms("Stock", "symbol", 20, "count"),
                                count("Trades"),
                                sum("Value, USD", "value"),
                                sum("Shares", "quantity"),
                                average("Price", "price"),
                                percentile("Latency p50, µs", LATENCY, 50))),
                new Panel(
                        "prices",
                        "Prices of the ten stocks with the most ticks",
                        new Place(24, 32, 24, 14),
                        new Vega(PRICES)));
    }

    private static Panel metric(String id, String title, int x, Column column) {
        return new Panel(
                id,
                title,
                new Place(x, 0, 12, 5),
                Lens.of(Shape.METRIC, DataView.TRADES, "", column));
    }

    private static final String PRICES =
            """
            {
              "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
              "data": {
                "url": {
                  "%context%": true,
                  "%timefield%": "at",
                  "index": "fogg-tickers-*",
                  "body": {
                    "size": 0,
                    "aggs": {
                      "stocks": {
                        "terms": {"field": "symbol", "size": 10},
                        "aggs": {
                          "times": {
                            "date_histogram": {"field": "at", "fixed_interval": "1m", "min_doc_count": 1},
                            "aggs": {"price": {"avg": {"field": "price"}}}
                          }
                        }
                      }
                    }
                  }
                },
                "format": {"property": "aggregations.stocks.buckets"}
              },
              "transform": [
                {"flatten": ["times.buckets"], "as": ["step"]},
                {"calculate": "datum.step.key", "as": "at"},
                {"calculate": "datum.step.price.value", "as": "price"}
              ],
              "mark": {"type": "line", "interpolate": "monotone"},
              "encoding": {
                "x": {"field": "at", "type": "temporal", "title": null},
                "y": {"field": "price", "type": "quantitative", "title": "USD", "scale": {"zero": false}},
                "color": {"field": "key", "type": "nominal", "title": "Stock"}
              }
            }
            """;
}
