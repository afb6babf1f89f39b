package org.fogg.broker.updates;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.fogg.broker.web.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * A message of a client, as it was written.
 *
 * @param action what to do
 * @param data with what
 */
record StreamRequest(@Nullable String action, @Nullable Data data) {

    /** The fields of all actions. */
    record Data(
            @JsonProperty("key_id") @Nullable String keyId,
            @JsonProperty("secret_key") @Nullable String secretKey,
            @Nullable List<String> streams,
            @Nullable String after) {

        /** Without the secret, which must not reach a log. */
        @Override
        public String toString() {
            return "Data[keyId=" + keyId + ", streams=" + streams + ", after=" + after + "]";
        }
    }

    /** The data. */
    Data required() {
        return required("data", data);
    }

    /** A field's value, which must be there. */
    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw ApiException.invalid(field, "is required");
        }
        return value;
    }
}
