package org.fogg.exchange.message;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.contracts.sbe.MessageHeaderDecoder;

/** Checks a message's header and turns a codec's complaints into one kind of exception. */
final class Decoding {

    /** Reads a message whose header has been checked. */
    interface Body<T> {
        T decode(DirectBuffer buffer, MessageHeaderDecoder header) throws MalformedMessageException;
    }

    private Decoding() {}

    static <T> T of(byte[] bytes, int templateId, String name, Body<T> body)
            throws MalformedMessageException {
        if (templateOf(bytes) != templateId) {
            throw new MalformedMessageException(
                    "the body must be an SBE message "
                            + name
                            + " (template "
                            + templateId
                            + "), not template "
                            + templateOf(bytes));
        }
        try {
            return body.decode(new UnsafeBuffer(bytes), new MessageHeaderDecoder());
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new MalformedMessageException(
                    "the body is not a whole " + name + ": " + e.getMessage());
        }
    }

    static int templateOf(byte[] bytes) throws MalformedMessageException {
        if (bytes.length < MessageHeaderDecoder.ENCODED_LENGTH) {
            throw new MalformedMessageException("the body is too short for an SBE header");
        }
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(new UnsafeBuffer(bytes), 0);
        if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
            throw new MalformedMessageException(
                    "the SBE schema must be "
                            + MessageHeaderDecoder.SCHEMA_ID
                            + ", not "
                            + header.schemaId());
        }
        return header.templateId();
    }
}
