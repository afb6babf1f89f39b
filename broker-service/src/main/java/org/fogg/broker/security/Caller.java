package org.fogg.broker.security;

import java.util.UUID;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.web.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sent a request, as their key says.
 *
 * @param keyId the key's id
 * @param role what it may do
 * @param traderId whose account it is for; null for an administrator
 */
public record Caller(String keyId, Role role, @Nullable UUID traderId) {

    /**
     * The trader whose account the request is about.
     *
     * @throws ApiException for an administrator's key
     */
    public UUID trader() {
        if (traderId == null) {
            throw ApiException.of(
                    ErrorCode.FORBIDDEN,
                    "forbidden: an administrator's key has no trading account, use a trader's key");
        }
        return traderId;
    }
}
