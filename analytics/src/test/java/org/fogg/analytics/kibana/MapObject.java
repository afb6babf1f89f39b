package org.fogg.analytics.kibana;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fogg.analytics.kibana.Panel.Maps;

/** A map as Kibana saves it: one layer of circles by geotile grid for each field. */
final class MapObject {

    private static final String VERSION = "8.4.0";
    private static final List<String> COLOURS = List.of("#0f766e", "#b45309");

    private MapObject() {}

    static SavedObject of(Panel panel, Maps map) {
        List<Object> layers = new ArrayList<>();
        List<SavedObject.Reference> references = new ArrayList<>();
        for (int i = 0; i < map.fields().size(); i++) {
            String reference = "layer_" + i + "_source_index_pattern";
            layers.add(layer(map.fields().get(i), reference, COLOURS.get(i % COLOURS.size())));
            references.add(new SavedObject.Reference(reference, "index-pattern", map.view().id()));
        }
        Map<String, Object> state =
                Json.object(
                        "zoom",
                        2.4,
                        "center",
                        Json.object("lon", 10, "lat", 40),
                        "timeFilters",
                        Json.object("from", "now-1h", "to", "now"),
                        "refreshConfig",
                        Json.object("isPaused", false, "interval", 10_000),
                        "query",
                        Json.object("query", "", "language", "kuery"),
                        "filters",
                        List.of(),
                        "settings",
                        Json.object());
        Map<String, Object> attributes =
                Json.object(
                        "title", panel.title(),
                        "description", "",
                        "mapStateJSON", Json.text(state),
                        "layerListJSON", Json.text(layers),
                        "uiStateJSON", Json.text(Json.object("isLayerTOCOpen", true)));
        return new SavedObject("map", "fogg-" + panel.id(), VERSION, attributes, references);
    }

    private static Map<String, Object> layer(String field, String reference, String colour) {
        Map<String, Object> source =
                Json.object(
                        "type",
                        "ES_GEO_GRID",
                        "id",
                        "source-" + field,
                        "geoField",
                        field,
                        "requestType",
                        "point",
                        "resolution",
                        "COARSE",
                        "metrics",
                        Json.array(Json.object("type", "count")),
                        "applyGlobalQuery",
                        true,
                        "applyGlobalTime",
                        true,
                        "indexPatternRefName",
                        reference);
        Map<String, Object> size =
                Json.object(
                        "type",
                        "DYNAMIC",
                        "options",
                        Json.object(
                                "minSize",
                                6,
                                "maxSize",
                                28,
                                "field",
                                Json.object("name", "doc_count", "origin", "source"),
                                "fieldMetaOptions",
                                Json.object("isEnabled", false, "sigma", 3)));
        Map<String, Object> style =
                Json.object(
                        "type",
                        "VECTOR",
                        "properties",
                        Json.object(
                                "fillColor",
                                Json.object(
                                        "type", "STATIC", "options", Json.object("color", colour)),
                                "lineColor",
                                Json.object(
                                        "type",
                                        "STATIC",
                                        "options",
                                        Json.object("color", "#ffffff")),
                                "iconSize",
                                size),
                        "isTimeAware",
                        true);
        return Json.object(
                "id",
                "layer-" + field,
                "type",
                "GEOJSON_VECTOR",
                "label",
                field.replace('_', ' '),
                "minZoom",
                0,
                "maxZoom",
                24,
                "alpha",
                0.75,
                "visible",
                true,
                "sourceDescriptor",
                source,
                "style",
                style,
                "joins",
                List.of());
    }
}
