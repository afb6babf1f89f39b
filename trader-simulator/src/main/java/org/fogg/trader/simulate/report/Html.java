package org.fogg.trader.simulate.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Small pieces of a page. */
final class Html {

    private Html() {}

    /** Text with the characters that mean something in a page made harmless. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A row of cells that are HTML already. */
    static String row(String cell, String style, List<String> cells) {
        StringBuilder row = new StringBuilder("<tr" + style + ">");
        cells.forEach(
                each ->
                        row.append('<')
                                .append(cell)
                                .append('>')
                                .append(each)
                                .append("</")
                                .append(cell)
                                .append('>'));
        return row.append("</tr>\n").toString();
    }

    /** A table that scrolls sideways by itself where the window is narrow. */
    static String table(String style, List<String> heads, String rows) {
        return "<div class=\"wide "
                + style
                + "\" tabindex=\"0\"><table><thead>"
                + row("th", "", heads)
                + "</thead><tbody>\n"
                + rows
                + "</tbody></table></div>\n";
    }

    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String decimal(double number, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", number);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text.replace('-', '\u2212');
    }

    /** A file beside this class. */
    static String resource(String name) {
        try (InputStream content = Html.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
