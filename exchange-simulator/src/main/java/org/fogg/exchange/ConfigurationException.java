package org.fogg.exchange;

/** A setting that cannot be used; names its key, its value and the reason. */
final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ConfigurationException(String key, String value, String reason) {
        super(key + " = " + value + ": " + reason);
    }
}
