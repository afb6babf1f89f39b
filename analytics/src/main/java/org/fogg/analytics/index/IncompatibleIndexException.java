package org.fogg.analytics.index;

/** An index that is there has fields that the documents of this version do not fit into. */
public final class IncompatibleIndexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IncompatibleIndexException(String index, String reason) {
        super(
                "The index "
                        + index
                        + " does not fit this version of analytics ("
                        + reason
                        + "). Stop analytics, delete the index (DELETE /"
                        + index
                        + "), and start analytics with --rebuild: it indexes everything that Kafka"
                        + " still has.");
    }
}
