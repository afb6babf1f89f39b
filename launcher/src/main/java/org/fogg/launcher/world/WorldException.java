package org.fogg.launcher.world;

/**
 * A world that does not do what was asked, for a reason its user can act on. The message is a whole
 * sentence for them.
 */
public final class WorldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WorldException(String sentence) {
        super(sentence);
    }

    public WorldException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
