package org.fogg.trader.bench.mix;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads a mix from a file with a line {@code operation = weight} for each operation. Empty lines
 * and what follows a {@code #} are skipped.
 */
public final class MixFile {

    private MixFile() {}

    /**
     * The weights in a file.
     *
     * @throws IllegalArgumentException naming file, line and rule
     */
    public static Weights read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readAllLines(file));
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException("mix " + file + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("mix " + file + " cannot be read: " + e, e);
        }
    }

    static Weights parse(String name, List<String> lines) {
        Map<Operation, Integer> weights = new EnumMap<>(Operation.class);
        Map<Operation, Integer> lineOf = new EnumMap<>(Operation.class);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                String place = name + " line " + (i + 1) + ": ";
                int equals = line.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException(
                            place + "must be \"operation = weight\", not \"" + line + "\"");
                }
                Operation operation = operation(place, line.substring(0, equals).strip());
                Integer earlier = lineOf.put(operation, i + 1);
                if (earlier != null) {
                    throw new IllegalArgumentException(
                            place + operation.key() + " already has a weight in line " + earlier);
                }
                int weight = weight(place, operation, line.substring(equals + 1).strip());
                if (weight > 0) {
                    weights.put(operation, weight);
                }
            }
        }
        try {
            return new Weights(weights);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static Operation operation(String place, String key) {
        Operation operation = Operation.of(key);
        if (operation == null) {
            throw new IllegalArgumentException(
                    place
                            + "there is no operation \""
                            + key
                            + "\"; there are "
                            + Arrays.stream(Operation.values())
                                    .map(Operation::key)
                                    .collect(Collectors.joining(", ")));
        }
        return operation;
    }

    private static int weight(String place, Operation operation, String text) {
        int weight;
        try {
            weight = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            weight = -1;
        }
        if (weight < 0 || weight > Weights.MOST) {
            throw new IllegalArgumentException(
                    place
                            + operation.key()
                            + " must be a whole number from 0 to "
                            + Weights.MOST
                            + ", not \""
                            + text
                            + "\"");
        }
        return weight;
    }
}
