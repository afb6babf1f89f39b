package org.fogg.broker.schema;

/** What kept a change of the schema from being finished, and may be over a moment later. */
final class UnsettledSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsettledSchemaException(String message) {
        super(message);
    }
}
