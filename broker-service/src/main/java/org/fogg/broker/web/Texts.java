package org.fogg.broker.web;

/** A client's text inside a message. */
public final class Texts {

    private static final int LONGEST = 64;

    private Texts() {}

    /** The text in quotation marks, cut short, without control characters. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(Math.min(text.length(), LONGEST) + 5).append('"');
        int shown = Math.min(text.length(), LONGEST);
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            quoted.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
        }
        return quoted.append(shown < text.length() ? "...\"" : "\"").toString();
    }
}
