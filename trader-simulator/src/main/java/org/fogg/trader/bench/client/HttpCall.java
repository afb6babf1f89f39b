package org.fogg.trader.bench.client;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param method e.g. {@code GET}
 * @param base scheme, host, port and perhaps a path without a trailing slash
 * @param path begins with a slash
 * @param key sent in the authentication headers; null for none
 * @param body null for none
 * @param contentType of the body
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record HttpCall(
        String method,
        URI base,
        String path,
        @Nullable ApiKey key,
        byte @Nullable [] body,
        String contentType) {

    /** Content type of REST bodies. */
    public static final String JSON = "application/json";

    /** Content type of binary messages. */
    public static final String BINARY = "application/octet-stream";

    /** A request without a body. */
    public static HttpCall plain(String method, URI base, String path, ApiKey key) {
        return new HttpCall(method, base, path, key, null, JSON);
    }

    /** A request with a JSON body. */
    public static HttpCall json(String method, URI base, String path, ApiKey key, byte[] body) {
        return new HttpCall(method, base, path, key, body, JSON);
    }

    /** A binary message to an exchange. */
    public static HttpCall binary(URI base, String path, byte[] body) {
        return new HttpCall("POST", base, path, null, body, BINARY);
    }

    /** The same request to another address. */
    public HttpCall to(URI other) {
        return new HttpCall(method, other, path, key, body, contentType);
    }
}
