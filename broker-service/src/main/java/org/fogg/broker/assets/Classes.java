package org.fogg.broker.assets;

import java.util.Map;

/** The asset classes that clients may name. */
public final class Classes {

    /** Whether Fogg has assets of a class. */
    public static final Map<String, Boolean> WANTED =
            Map.of("us_equity", true, "crypto", false, "us_option", false);

    private Classes() {}
}
