package org.fogg.analytics.kibana;

import java.util.Map;

/**
 * A column of a Lens panel: what the rows are divided by, or what is computed of them.
 *
 * @param id names it within the panel
 * @param bucket whether it divides
 */
record Column(String id, boolean bucket, Map<String, Object> definition) {

    private static final String RECORDS = "___records___";

    /** By time. */
    static Column time() {
        return new Column(
                "time",
                true,
                Json.object(
                        "label",
                        "Time",
                        "customLabel",
                        true,
                        "dataType",
                        "date",
                        "operationType",
                        "date_histogram",
                        "sourceField",
                        DataView.TIME,
                        "isBucketed",
                        true,
                        "scale",
                        "interval",
                        "params",
                        Json.object("interval", "auto", "includeEmptyRows", true)));
    }

    /** By the values of a keyword, the largest first by another column. */
    static Column terms(String label, String field, int size, String orderedBy) {
        return new Column(
                field,
                true,
                Json.object(
                        "label",
                        label,
                        "customLabel",
                        true,
                        "dataType",
                        "string",
                        "operationType",
                        "terms",
                        "sourceField",
                        field,
                        "isBucketed",
                        true,
                        "scale",
                        "ordinal",
                        "params",
                        Json.object(
                                "size",
                                size,
                                "orderBy",
                                Json.object("type", "column", "columnId", orderedBy),
                                "orderDirection",
                                "desc",
                                "otherBucket",
                                false,
                                "missingBucket",
                                false,
                                "parentFormat",
                                Json.object("id", "terms"))));
    }

    /** How many documents. */
    static Column count(String label) {
        return metric("count", label, "count", RECORDS, Json.object("emptyAsNull", true));
    }

    static Column sum(String label, String field) {
        return metric("sum_" + field, label, "sum", field, Json.object("emptyAsNull", true));
    }

    static Column average(String label, String field) {
        return metric(
                "average_" + field, label, "average", field, Json.object("emptyAsNull", true));
    }

    static Column percentile(String label, String field, int percent) {
        return metric(
                "p" + percent + '_' + field,
                label,
                "percentile",
                field,
                Json.object("percentile", percent));
    }

    private static Column metric(
            String id, String label, String operation, String field, Map<String, Object> params) {
        return new Column(
                id,
                false,
                Json.object(
                        "label",
                        label,
                        "customLabel",
                        true,
                        "dataType",
                        "number",
                        "operationType",
                        operation,
                        "sourceField",
                        field,
                        "isBucketed",
                        false,
                        "scale",
                        "ratio",
                        "params",
                        params));
    }
}
