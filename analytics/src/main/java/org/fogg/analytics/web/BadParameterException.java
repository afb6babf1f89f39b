package org.fogg.analytics.web;

/** A parameter that breaks its rule. */
public final class BadParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String rule;

    /**
     * Names both.
     *
     * @param field the parameter
     * @param rule what it must be
     */
    public BadParameterException(String field, String rule) {
        super(field + ": " + rule);
        this.field = field;
        this.rule = rule;
    }

    String field() {
        return field;
    }

    String rule() {
        return rule;
    }
}
