package org.fogg.broker.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** Answers with an error where no controller is reached. Thread-safe. */
public final class ErrorWriter {

    private final JsonMapper mapper;

    /** Writes bodies with this mapper. */
    public ErrorWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Writes the whole answer. */
    public void write(HttpServletResponse response, ApiError error) throws IOException {
        response.setStatus(error.code().status());
        response.setContentType("application/json");
        if (error.retryAfterSeconds() > 0) {
            response.setHeader("Retry-After", Integer.toString(error.retryAfterSeconds()));
        }
        byte[] body = mapper.writeValueAsBytes(error.body());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
