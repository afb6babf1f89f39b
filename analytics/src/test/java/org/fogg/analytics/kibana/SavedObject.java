package org.fogg.analytics.kibana;

import java.util.List;
import java.util.Map;

/**
 * One line of the file. Its versions are the lowest whose shape it has: Kibana brings older ones up
 * to its own, and refuses newer ones.
 *
 * @param version the version of its type's shape
 */
record SavedObject(
        String type,
        String id,
        String version,
        Map<String, Object> attributes,
        List<Reference> references) {

    private static final String CORE_VERSION = "8.8.0";

    String line() {
        return Json.text(
                Json.object(
                        "id", id,
                        "type", type,
                        "attributes", attributes,
                        "references", references,
                        "coreMigrationVersion", CORE_VERSION,
                        "typeMigrationVersion", version));
    }

    /** Another object that this one needs. */
    record Reference(String name, String type, String id) {}
}
