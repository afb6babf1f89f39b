package org.fogg.analytics.kibana;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The search that Kibana would make of a Lens panel, near enough to see whether it finds anything.
 */
final class PanelQuery {

    private PanelQuery() {}

    /** Buckets within buckets in the order of the columns, and the metrics in the innermost. */
    static String of(JsonNode lens) {
        JsonNode state = lens.get("attributes").get("state");
        JsonNode layer = state.get("datasourceStates").get("formBased").get("layers").get("layer");
        List<String> buckets = new ArrayList<>();
        Map<String, Object> aggregations = Json.object();
        for (JsonNode id : layer.get("columnOrder")) {
            JsonNode column = layer.get("columns").get(id.asString());
            if (column.get("isBucketed").asBoolean()) {
                buckets.add(id.asString());
            } else if (!column.get("operationType").asString().equals("count")) {
                aggregations.put(id.asString(), metric(column));
            }
        }
        for (int i = buckets.size() - 1; i >= 0; i--) {
            Map<String, Object> bucket = bucket(layer.get("columns").get(buckets.get(i)));
            bucket.put("aggs", aggregations);
            aggregations = Json.object(buckets.get(i), bucket);
        }
        String filter = state.get("query").get("query").asString();
        Object query =
                filter.isEmpty()
                        ? Json.object("match_all", Json.object())
                        : Json.object(
                                "query_string", Json.object("query", filter.replace(" : ", ":")));
        return Json.text(Json.object("size", 0, "query", query, "aggs", aggregations));
    }

    /** The grid of a layer of a map. */
    static String ofLayer(JsonNode layer) {
        String field = layer.get("sourceDescriptor").get("geoField").asString();
        Map<String, Object> grid =
                Json.object("geotile_grid", Json.object("field", field, "precision", 5));
        return Json.text(Json.object("size", 0, "aggs", Json.object("grid", grid)));
    }

    private static Map<String, Object> bucket(JsonNode column) {
        String field = column.get("sourceField").asString();
        return column.get("operationType").asString().equals("terms")
                ? Json.object(
                        "terms",
                        Json.object(
                                "field", field, "size", column.get("params").get("size").asInt()))
                : Json.object(
                        "date_histogram",
                        Json.object("field", field, "fixed_interval", "1m", "min_doc_count", 1));
    }

    private static Map<String, Object> metric(JsonNode column) {
        String field = column.get("sourceField").asString();
        return switch (column.get("operationType").asString()) {
            case "sum" -> Json.object("sum", Json.object("field", field));
            case "average" -> Json.object("avg", Json.object("field", field));
            case "percentile" ->
                    Json.object(
                            "percentiles",
                            Json.object(
                                    "field",
                                    field,
                                    "percents",
                                    Json.array(column.get("params").get("percentile").asInt())));
            default -> throw new IllegalArgumentException(column.toString());
        };
    }
}
