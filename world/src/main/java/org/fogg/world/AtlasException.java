package org.fogg.world;

/** A world file that cannot be used; the message names file, line and what is wrong there. */
public final class AtlasException extends RuntimeException {

    private static final long serialVersionUID = 1;

    AtlasException(String message) {
        super(message);
    }
}
