package org.fogg.analytics.kibana;

import java.util.Arrays;
import java.util.List;

/** A panel and where it stands. */
record Panel(String id, String title, Place place, Content content) {

    /** In the grid of 48 columns. */
    record Place(int x, int y, int width, int height) {}

    /** What a panel shows. */
    sealed interface Content {}

    /**
     * A Lens chart.
     *
     * @param shape how it is drawn
     * @param filter a condition in Kibana's query language; empty for none
     * @param columns buckets first
     */
    record Lens(Shape shape, DataView view, String filter, List<Column> columns)
            implements Content {

        static Lens of(Shape shape, DataView view, String filter, Column... columns) {
            return new Lens(shape, view, filter, Arrays.asList(columns));
        }
    }

    /** A map with a layer for each field of points. */
    record Maps(DataView view, List<String> fields) implements Content {}

    /** A Vega-Lite chart over a raw aggregation, which needs nothing of Kibana's own editors. */
    record Vega(String specification) implements Content {}

    /** How a Lens chart is drawn. */
    enum Shape {
        METRIC,
        TABLE,
        BARS,
        STACKED_BARS,
        HORIZONTAL_BARS,
        LINES
    }
}
