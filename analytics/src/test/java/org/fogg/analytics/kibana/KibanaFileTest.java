package org.fogg.analytics.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KibanaFileTest {

    private static final int GRID = 48;

    /** With {@code -Dfogg.kibana.write=true} the file is written first. */
    @BeforeAll
    static void write() throws IOException {
        if (Boolean.getBoolean("fogg.kibana.write")) {
            Files.createDirectories(KibanaFile.PATH.getParent());
            Files.writeString(KibanaFile.PATH, KibanaObjects.file());
        }
    }

    @Test
    void shouldBeWhatTheDescriptionMakes() {
        assertThat(KibanaFile.content())
                .as("deploy/kibana/fogg.ndjson; write it anew with -Dfogg.kibana.write=true")
                .isEqualTo(KibanaObjects.file());
    }

    @Test
    void shouldReferToObjectsOfTheFileOnlyAndByDistinctNames() {
        Map<String, JsonNode> objects = KibanaFile.objects();

        assertThat(objects).hasSize(KibanaFile.content().split("\n").length);
        for (JsonNode object : objects.values()) {
            List<String> names = new ArrayList<>();
            for (JsonNode reference : object.get("references")) {
                assertThat(objects).containsKey(KibanaFile.key(reference));
                names.add(reference.get("name").asString());
            }
            assertThat(names).doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldNameItsColumnsTheSameInLayersAccessorsAndReferences() {
        for (JsonNode lens : KibanaFile.ofType("lens")) {
            JsonNode state = lens.get("attributes").get("state");
            JsonNode layers = state.get("datasourceStates").get("formBased").get("layers");
            JsonNode layer = layers.get("layer");
            List<String> columns = new ArrayList<>(layer.get("columns").propertyNames());
            List<String> order = texts(layer.get("columnOrder"));

            assertThat(order).isEqualTo(columns);
            assertThat(lens.get("references").get(0).get("name").asString())
                    .isEqualTo("indexpattern-datasource-layer-layer");
            assertThat(accessors(state.get("visualization")))
                    .containsExactlyInAnyOrderElementsOf(columns);
        }
    }

    @Test
    void shouldLayPanelsOutWithoutOverlapAndNameTheirReferences() {
        JsonNode dashboard = KibanaFile.ofType("dashboard").get(0);
        JsonNode panels = Json.parse(dashboard.get("attributes").get("panelsJSON").asString());
        List<String> references = new ArrayList<>();
        dashboard.get("references").forEach(one -> references.add(one.get("name").asString()));
        boolean[][] taken = new boolean[GRID][200];

        for (JsonNode panel : panels) {
            JsonNode place = panel.get("gridData");
            int x = place.get("x").asInt();
            int y = place.get("y").asInt();
            assertThat(x + place.get("w").asInt()).isLessThanOrEqualTo(GRID);
            for (int column = x; column < x + place.get("w").asInt(); column++) {
                for (int line = y; line < y + place.get("h").asInt(); line++) {
                    assertThat(taken[column][line]).as("%s overlaps", panel).isFalse();
                    taken[column][line] = true;
                }
            }
            assertThat(place.get("i")).isEqualTo(panel.get("panelIndex"));
            assertThat(references)
                    .contains(
                            panel.get("panelIndex").asString()
                                    + ':'
                                    + panel.get("panelRefName").asString());
        }
        assertThat(panels).hasSize(references.size());
    }

    @Test
    void shouldHaveParsableParts() {
        for (JsonNode map : KibanaFile.ofType("map")) {
            JsonNode attributes = map.get("attributes");
            JsonNode layers = Json.parse(attributes.get("layerListJSON").asString());
            List<String> names = new ArrayList<>();
            map.get("references").forEach(one -> names.add(one.get("name").asString()));
            for (JsonNode layer : layers) {
                assertThat(names)
                        .contains(
                                layer.get("sourceDescriptor")
                                        .get("indexPatternRefName")
                                        .asString());
            }
            assertThat(Json.parse(attributes.get("mapStateJSON").asString()).isObject()).isTrue();
            assertThat(Json.parse(attributes.get("uiStateJSON").asString()).isObject()).isTrue();
        }
        for (JsonNode vega : KibanaFile.ofType("visualization")) {
            JsonNode state = Json.parse(vega.get("attributes").get("visState").asString());
            assertThat(Json.parse(state.get("params").get("spec").asString()).isObject()).isTrue();
        }
    }

    private static List<String> accessors(JsonNode visualization) {
        List<String> found = new ArrayList<>();
        if (visualization.has("metricAccessor")) {
            found.add(visualization.get("metricAccessor").asString());
        }
        if (visualization.has("columns")) {
            visualization.get("columns").forEach(one -> found.add(one.get("columnId").asString()));
        }
        if (visualization.has("layers")) {
            JsonNode layer = visualization.get("layers").get(0);
            found.add(layer.get("xAccessor").asString());
            found.addAll(texts(layer.get("accessors")));
            if (layer.has("splitAccessor")) {
                found.add(layer.get("splitAccessor").asString());
            }
        }
        return found;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asString()));
        return texts;
    }
}
