package org.fogg.exchange.web;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;

/** Reads request bodies, up to a size. */
final class Bodies {

    /** Several times the largest message that a broker sends. */
    private static final int MAX_BYTES = 8 * 1024;

    private Bodies() {}

    static byte[] read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new RequestException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "body",
                    "body must be at most " + MAX_BYTES + " bytes");
        }
        return bytes;
    }
}
