package org.fogg.analytics.kibana;

import java.util.List;
import java.util.Map;

/** The indices that panels look at. */
enum DataView {
    TRADES("fogg-trades", "Fogg trades"),
    ORDERS("fogg-orders", "Fogg orders"),
    TICKERS("fogg-tickers", "Fogg tickers");

    static final String TIME = "at";

    private final String id;
    private final String title;

    DataView(String id, String title) {
        this.id = id;
        this.title = title;
    }

    String id() {
        return id;
    }

    String pattern() {
        return id + "-*";
    }

    SavedObject object() {
        Map<String, Object> attributes =
                Json.object("title", pattern(), "timeFieldName", TIME, "name", title);
        return new SavedObject("index-pattern", id, "8.0.0", attributes, List.of());
    }
}
