package org.fogg.broker.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.ToIntFunction;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/**
 * Refuses commands while too many requests wait for a thread, before anything of them is looked at:
 * else each would wait longer than its client does, and a refusal that costs as much as an order
 * would not shorten the queue. Reads, and what administrators and other brokers send, go on.
 */
public final class QueueValve extends ValveBase {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final byte[] BODY =
            "{\"code\":%d,\"message\":\"Too many requests wait for this broker\"}"
                    .formatted(ErrorCode.UNAVAILABLE.code())
                    .getBytes(StandardCharsets.UTF_8);

    private final int most;
    private final ToIntFunction<Request> waiting;
    private final Counter refused;

    /**
     * A valve before all others.
     *
     * @param most requests that may wait
     * @param waiting how many wait with a request
     */
    public QueueValve(int most, ToIntFunction<Request> waiting, MeterRegistry meters) {
        super(true);
        this.most = most;
        this.waiting = waiting;
        refused =
                Counter.builder("fogg.requests.refused.early")
                        .description("Requests refused because too many waited for a thread")
                        .register(meters);
    }

    /** How many requests wait for a thread of the connector that a request came through. */
    public static int waiting(Request request) {
        Executor threads = request.getConnector().getProtocolHandler().getExecutor();
        return threads instanceof ThreadPoolExecutor pool ? pool.getQueue().size() : 0;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (isCommand(request) && waiting.applyAsInt(request) > most) {
            refuse(response);
        } else {
            getNext().invoke(request, response);
        }
    }

    private static boolean isCommand(Request request) {
        String method = request.getMethod();
        String path = request.getRequestURI();
        // A request line that makes no sense has neither; it is refused further on.
        return method != null
                && path != null
                && !READS.contains(method)
                && path.startsWith("/v2/")
                && !path.startsWith("/v2/admin/")
                && !path.startsWith("/v2/brokers/");
    }

    private void refuse(Response response) throws IOException {
        refused.increment();
        HttpServletResponse answer = response.getResponse();
        answer.setStatus(ErrorCode.UNAVAILABLE.status());
        answer.setHeader("Retry-After", "1");
        answer.setContentType("application/json");
        answer.setContentLength(BODY.length);
        answer.getOutputStream().write(BODY);
    }
}
