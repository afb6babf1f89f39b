package org.fogg.broker.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.juli.logging.Log;
import org.apache.juli.logging.LogFactory;

/**
 * Answers for what Tomcat refuses before the application sees it, e.g. a malformed request line.
 * Public with a public constructor because Tomcat makes it by name.
 */
public final class JsonErrorValve extends ErrorReportValve {

    private static final Log LOG = LogFactory.getLog(JsonErrorValve.class);

    /** Made by Tomcat. */
    public JsonErrorValve() {}

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        ErrorCode code = ErrorCode.ofStatus(response.getStatus());
        String message =
                code == ErrorCode.INTERNAL
                        ? "internal server error"
                        : "request: its form is not acceptable for HTTP";
        byte[] body =
                "{\"code\":%d,\"message\":\"%s\"}"
                        .formatted(code.code(), message)
                        .getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("The client went away before its error was written", e);
        }
    }
}
