package org.fogg.broker.updates;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.fogg.broker.orders.OrderView;
import org.fogg.broker.updates.TradeUpdate.Execution;
import org.fogg.broker.web.Amounts;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.BodyErrors;
import org.fogg.broker.web.Times;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The messages of the stream as JSON. Thread-safe. */
final class StreamJson {

    /** The stream of updates, the only one there is. */
    static final String TRADE_UPDATES = "trade_updates";

    private final JsonMapper mapper;

    /**
     * @param mapper as strict as that of the REST API
     */
    StreamJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads a client's message.
     *
     * @throws ApiException when it is none
     */
    StreamRequest read(String text) {
        try {
            StreamRequest request = mapper.readValue(text, StreamRequest.class);
            return StreamRequest.required("message", request);
        } catch (JacksonException e) {
            throw new ApiException(BodyErrors.of("message", e));
        }
    }

    /** The answer to authenticate, or to listen without it. */
    String authorization(boolean authorized, String action) {
        return write(
                "authorization",
                new Authorization(authorized ? "authorized" : "unauthorized", action));
    }

    /** The answer to listen. */
    String listening(List<String> streams) {
        return write("listening", new Listening(streams));
    }

    /** What is wrong. */
    String error(String message) {
        return write("error", new Problem(message));
    }

    /** An update. */
    String update(TradeUpdate update) {
        return write(TRADE_UPDATES, View.of(update));
    }

    private String write(String stream, Object data) {
        return mapper.writeValueAsString(new Message(stream, data));
    }

    private record Message(String stream, Object data) {}

    private record Authorization(String status, String action) {}

    private record Listening(List<String> streams) {}

    private record Problem(String message) {}

    private record View(
            String event,
            @JsonProperty("event_id") String eventId,
            @Nullable String at,
            @Nullable String timestamp,
            OrderView order,
            @JsonProperty("execution_id") @JsonInclude(Include.NON_NULL) @Nullable UUID executionId,
            @JsonInclude(Include.NON_NULL) @Nullable String price,
            @JsonInclude(Include.NON_NULL) @Nullable String qty,
            @JsonProperty("position_qty") @JsonInclude(Include.NON_NULL)
                    @Nullable String positionQty) {

        static View of(TradeUpdate update) {
            String at = Times.format(update.at());
            Execution execution = update.execution();
            return new View(
                    update.kind().word(),
                    update.id().toString(),
                    at,
                    at,
                    OrderView.of(update.order(), update.symbol()),
                    execution == null ? null : execution.id(),
                    execution == null ? null : Amounts.format(execution.price()),
                    execution == null ? null : Long.toString(execution.quantity()),
                    execution == null ? null : Long.toString(execution.position()));
        }
    }
}
