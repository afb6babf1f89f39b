package org.fogg.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a server's configuration file from the form of it that is on the class path. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("@([a-z-]+)@");

    private Template() {}

    static void write(String template, Map<String, String> values, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, fill(load(template), values));
    }

    static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(
                        place -> {
                            String value = values.get(place.group(1));
                            if (value == null) {
                                throw new IllegalArgumentException("No value for " + place.group());
                            }
                            return Matcher.quoteReplacement(value);
                        });
    }

    private static String load(String template) throws IOException {
        try (InputStream in = Template.class.getResourceAsStream(template)) {
            if (in == null) {
                throw new IOException("No template " + template + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
