package org.fogg.analytics.kibana;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fogg.analytics.kibana.Panel.Lens;
import org.fogg.analytics.kibana.Panel.Maps;
import org.fogg.analytics.kibana.Panel.Vega;

/** All that Kibana imports, made of the description. */
final class KibanaObjects {

    private static final String DASHBOARD_VERSION = "8.7.0";
    private static final String VISUALIZATION_VERSION = "8.5.0";
    private static final String NO_QUERY =
            Json.text(
                    Json.object(
                            "query",
                            Json.object("query", "", "language", "kuery"),
                            "filter",
                            List.of()));

    private KibanaObjects() {}

    /** The file's content. */
    static String file() {
        List<SavedObject> objects = new ArrayList<>();
        for (DataView view : DataView.values()) {
            objects.add(view.object());
        }
        List<SavedObject> panels = Dashboard.panels().stream().map(KibanaObjects::object).toList();
        objects.addAll(panels);
        objects.add(dashboard(Dashboard.panels(), panels));
        return objects.stream().map(SavedObject::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static SavedObject object(Panel panel) {
        Panel.Content content = panel.content();
        if (content instanceof Lens lens) {
            return LensObject.of(panel, lens);
        }
        if (content instanceof Maps map) {
            return MapObject.of(panel, map);
        }
        return vega(panel, (Vega) content);
    }

    private static SavedObject vega(Panel panel, Vega vega) {
        Map<String, Object> state =
                Json.object(
                        "title",
                        panel.title(),
                        "type",
                        "vega",
                        "aggs",
                        List.of(),
                        "params",
                        Json.object("spec", vega.specification()));
        Map<String, Object> attributes =
                Json.object(
                        "title",
                        panel.title(),
                        "description",
                        "",
                        "visState",
                        Json.text(state),
                        "uiStateJSON",
                        "{}",
                        "version",
                        1,
                        "kibanaSavedObjectMeta",
                        Json.object("searchSourceJSON", NO_QUERY));
        return new SavedObject(
                "visualization",
                "fogg-" + panel.id(),
                VISUALIZATION_VERSION,
                attributes,
                List.of());
    }

    private static SavedObject dashboard(List<Panel> panels, List<SavedObject> objects) {
        List<Object> places = new ArrayList<>();
        List<SavedObject.Reference> references = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            SavedObject object = objects.get(i);
            String index = panel.id();
            places.add(
                    Json.object(
                            "version",
                            DASHBOARD_VERSION,
                            "type",
                            object.type(),
                            "gridData",
                            Json.object(
                                    "x", panel.place().x(),
                                    "y", panel.place().y(),
                                    "w", panel.place().width(),
                                    "h", panel.place().height(),
                                    "i", index),
                            "panelIndex",
                            index,
                            "embeddableConfig",
                            Json.object("enhancements", Json.object()),
                            "panelRefName",
                            "panel_" + index));
            references.add(
                    new SavedObject.Reference(
                            index + ":panel_" + index, object.type(), object.id()));
        }
        Map<String, Object> attributes =
                Json.object(
                        "title",
                        Dashboard.TITLE,
                        "description",
                        "Trades, value, latency and what it costs, by type, stock and place",
                        "timeRestore",
                        true,
                        "timeFrom",
                        "now-1h",
                        "timeTo",
                        "now",
                        "refreshInterval",
                        Json.object("pause", false, "value", 10_000),
                        "optionsJSON",
                        Json.text(
                                Json.object(
                                        "useMargins",
                                        true,
                                        "syncColors",
                                        true,
                                        "hidePanelTitles",
                                        false)),
                        "panelsJSON",
                        Json.text(places),
                        "kibanaSavedObjectMeta",
                        Json.object("searchSourceJSON", NO_QUERY));
        return new SavedObject(
                "dashboard", Dashboard.ID, DASHBOARD_VERSION, attributes, references);
    }
}
