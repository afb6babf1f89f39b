package org.fogg.analytics.kibana;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fogg.analytics.kibana.Panel.Lens;
import org.fogg.analytics.kibana.Panel.Shape;

/** A Lens panel as Kibana saves it. */
final class LensObject {

    private static final String LAYER = "layer";
    private static final String VERSION = "8.9.0";

    private LensObject() {}

    static SavedObject of(Panel panel, Lens lens) {
        Map<String, Object> columns = new LinkedHashMap<>();
        lens.columns().forEach(column -> columns.put(column.id(), column.definition()));
        Map<String, Object> layer =
                Json.object(
                        "columnOrder", List.copyOf(columns.keySet()),
                        "columns", columns,
                        "incompleteColumns", Json.object());
        Map<String, Object> state =
                Json.object(
                        "visualization",
                        visualization(lens),
                        "query",
                        Json.object("query", lens.filter(), "language", "kuery"),
                        "filters",
                        List.of(),
                        "datasourceStates",
                        Json.object("formBased", Json.object("layers", Json.object(LAYER, layer))),
                        "internalReferences",
                        List.of(),
                        "adHocDataViews",
                        Json.object());
        Map<String, Object> attributes =
                Json.object(
                        "title",
                        panel.title(),
                        "description",
                        "",
                        "visualizationType",
                        type(lens.shape()),
                        "state",
                        state);
        return new SavedObject(
                "lens",
                "fogg-" + panel.id(),
                VERSION,
                attributes,
                List.of(
                        new SavedObject.Reference(
                                "indexpattern-datasource-layer-" + LAYER,
                                "index-pattern",
                                lens.view().id())));
    }

    private static String type(Shape shape) {
        return switch (shape) {
            case METRIC -> "lnsMetric";
            case TABLE -> "lnsDatatable";
            default -> "lnsXY";
        };
    }

    private static Map<String, Object> visualization(Lens lens) {
        return switch (lens.shape()) {
            case METRIC ->
                    Json.object(
                            "layerId",
                            LAYER,
                            "layerType",
                            "data",
                            "metricAccessor",
                            lens.columns().get(0).id());
            case TABLE ->
                    Json.object(
                            "layerId",
                            LAYER,
                            "layerType",
                            "data",
                            "columns",
                            lens.columns().stream()
                                    .map(column -> Json.object("columnId", column.id()))
                                    .toList());
            case BARS -> xy(lens, "bar");
            case STACKED_BARS -> xy(lens, "bar_stacked");
            case HORIZONTAL_BARS -> xy(lens, "bar_horizontal");
            case LINES -> xy(lens, "line");
        };
    }

    private static Map<String, Object> xy(Lens lens, String series) {
        List<String> buckets = new ArrayList<>();
        List<String> metrics = new ArrayList<>();
        lens.columns().forEach(column -> (column.bucket() ? buckets : metrics).add(column.id()));
        Map<String, Object> layer =
                Json.object(
                        "layerId", LAYER,
                        "layerType", "data",
                        "seriesType", series,
                        "xAccessor", buckets.get(0),
                        "accessors", metrics);
        if (buckets.size() > 1) {
            layer.put("splitAccessor", buckets.get(1));
        }
        return Json.object(
                "legend",
                Json.object("isVisible", true, "position", "bottom"),
                "valueLabels",
                "hide",
                "fittingFunction",
                "None",
                "preferredSeriesType",
                series,
                "layers",
                Json.array(layer));
    }
}
