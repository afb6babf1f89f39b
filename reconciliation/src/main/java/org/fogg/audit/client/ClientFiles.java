package org.fogg.audit.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files with one JSON object a line. */
public final class ClientFiles implements ClientSource {

    private final List<Path> files;
    private final JsonMapper mapper = JsonMapper.builder().build();

    /** Reads these files, in this order. */
    public ClientFiles(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The last line of a file is left out while it does not end with a line feed: its writer has
     * not finished it.
     */
    @Override
    public void read(Consumer<ClientRecord> reader, BiConsumer<String, String> malformed) {
        for (Path file : files) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                read(file, lines, reader, malformed);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the client records " + file, e);
            }
        }
    }

    private void read(
            Path file,
            BufferedReader lines,
            Consumer<ClientRecord> reader,
            BiConsumer<String, String> malformed)
            throws IOException {
        StringBuilder line = new StringBuilder();
        int number = 1;
        int next;
        while ((next = lines.read()) >= 0) {
            if (next != '\n') {
                line.append((char) next);
                continue;
            }
            String place = file.getFileName() + " line " + number;
            number++;
            try {
                if (!line.toString().isBlank()) {
                    reader.accept(parse(place, line.toString()));
                }
            } catch (JacksonException | IllegalArgumentException e) {
                malformed.accept(place, String.valueOf(e.getMessage()));
            }
            line.setLength(0);
        }
    }

    private ClientRecord parse(String place, String line) {
        JsonNode json = mapper.readTree(line);
        return new ClientRecord(
                place,
                required(json, "run"),
                UUID.fromString(required(json, "trader")),
                required(json, "op"),
                text(json, "client_order_id"),
                text(json, "symbol"),
                text(json, "side"),
                text(json, "type"),
                text(json, "tif"),
                number(json, "qty"),
                number(json, "limit_price"),
                number(json, "stop_price"),
                number(json, "amount"),
                json.path("sent_ns").asLong(0),
                json.path("http").asInt(0),
                id(json, "order_id"),
                text(json, "status"),
                number(json, "filled_qty"));
    }

    private static String required(JsonNode json, String field) {
        String value = text(json, field);
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    private static @Nullable BigDecimal number(JsonNode json, String field) {
        String text = text(json, field);
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable UUID id(JsonNode json, String field) {
        String text = text(json, field);
        return text == null ? null : UUID.fromString(text);
    }
}
