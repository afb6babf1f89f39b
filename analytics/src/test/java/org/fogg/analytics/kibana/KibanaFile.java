package org.fogg.analytics.kibana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The file that people import. */
final class KibanaFile {

    static final Path PATH = Path.of("..", "deploy", "kibana", "fogg.ndjson");

    private KibanaFile() {}

    static String content() {
        try {
            return Files.exists(PATH) ? Files.readString(PATH) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its objects, by type and id. */
    static Map<String, JsonNode> objects() {
        Map<String, JsonNode> objects = new LinkedHashMap<>();
        for (String line : content().split("\n")) {
            JsonNode object = Json.parse(line);
            objects.put(key(object), object);
        }
        return objects;
    }

    static List<JsonNode> ofType(String type) {
        return objects().values().stream()
                .filter(object -> object.get("type").asString().equals(type))
                .toList();
    }

    /** The type and id of an object, or of what a reference names. */
    static String key(JsonNode object) {
        return object.get("type").asString() + ':' + object.get("id").asString();
    }
}
