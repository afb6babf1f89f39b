package org.fogg.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The fields of one YAML mapping, read with errors that name the line. */
final class YamlFields {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

    private final String file;
    private final Node node;
    private final Map<String, Node> fields = new LinkedHashMap<>();

    YamlFields(String file, Node node, Set<String> allowed) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw refusal(node, "must be a mapping with the fields " + sorted(allowed));
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = scalar(tuple.getKeyNode(), "a field name");
            if (!allowed.contains(name)) {
                throw refusal(
                        tuple.getKeyNode(),
                        name + " is no field here; those are " + sorted(allowed));
            }
            if (fields.put(name, tuple.getValueNode()) != null) {
                throw refusal(tuple.getKeyNode(), name + " is given twice");
            }
        }
    }

    AtlasException refusal(String field, String rule) {
        return refusal(fields.getOrDefault(field, node), field + ' ' + rule);
    }

    private AtlasException refusal(Node where, String rule) {
        return new AtlasException(
                file + " line " + (where.getStartMark().getLine() + 1) + ": " + rule);
    }

    String text(String field) {
        String text = scalar(required(field), field).strip();
        if (text.isEmpty()) {
            throw refusal(field, "must not be empty");
        }
        return text;
    }

    /** A decimal number in units of 10 to the power of minus {@code digits}. */
    long decimal(String field, int digits) {
        String text = text(field);
        if (!DECIMAL.matcher(text).matches()) {
            throw refusal(field, "must be a decimal number, not \"" + text + '"');
        }
        BigDecimal scaled = new BigDecimal(text).movePointRight(digits);
        if (scaled.stripTrailingZeros().scale() > 0) {
            throw refusal(field, "must have at most " + digits + " decimals, not " + text);
        }
        return scaled.longValueExact();
    }

    int whole(String field, int least, int most) {
        long number = decimal(field, 0);
        if (number < least || number > most) {
            throw refusal(field, "must be from " + least + " to " + most + ", not " + number);
        }
        return (int) number;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** A list of mappings, not empty. */
    List<YamlFields> list(String field, Set<String> allowed) {
        List<YamlFields> list = new ArrayList<>();
        for (Node each : sequence(field)) {
            list.add(new YamlFields(file, each, allowed));
        }
        if (list.isEmpty()) {
            throw refusal(field, "must name at least one");
        }
        return list;
    }

    /** A list of single values. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (Node each : sequence(field)) {
            texts.add(scalar(each, "each of " + field));
        }
        return texts;
    }

    YamlFields mapping(String field, Set<String> allowed) {
        Node value = required(field);
        if (!(value instanceof MappingNode)) {
            throw refusal(field, "must be a mapping with the fields " + sorted(allowed));
        }
        return new YamlFields(file, value, allowed);
    }

    private List<Node> sequence(String field) {
        if (!(required(field) instanceof SequenceNode sequence)) {
            throw refusal(field, "must be a list");
        }
        return sequence.getValue();
    }

    private static SortedSet<String> sorted(Set<String> names) {
        return new TreeSet<>(names);
    }

    private Node required(String field) {
        Node value = fields.get(field);
        if (value == null) {
            throw refusal(node, field + " is missing");
        }
        return value;
    }

    private String scalar(Node value, String name) {
        if (!(value instanceof ScalarNode scalar)) {
            throw refusal(value, name + " must be a single value");
        }
        return scalar.getValue();
    }
}
