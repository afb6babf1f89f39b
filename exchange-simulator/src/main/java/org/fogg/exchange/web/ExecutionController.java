package org.fogg.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.CloseNowException;
import org.fogg.exchange.fault.Faults;
import org.fogg.exchange.journal.JournalUnavailableException;
import org.fogg.exchange.ledger.Decision;
import org.fogg.exchange.ledger.LogOnDecision;
import org.fogg.exchange.ledger.UnknownReportsException;
import org.fogg.exchange.market.Market;
import org.fogg.exchange.message.Attempt;
import org.fogg.exchange.message.ExecuteRequest;
import org.fogg.exchange.message.LogOnRequest;
import org.fogg.exchange.message.MalformedMessageException;
import org.fogg.exchange.message.Records;
import org.fogg.exchange.message.Requests;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Execute, resolve and log on: binary messages both ways. */
@RestController
@RequestMapping(
        path = "/exchanges/{code}",
        consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
        produces = {MediaType.APPLICATION_OCTET_STREAM_VALUE, MediaType.APPLICATION_JSON_VALUE})
final class ExecutionController {

    /** Tells people why an attempt was not filled. */
    static final String REASON = "Fogg-Reason";

    private static final long NANOS_PER_MS = 1_000_000;

    private final Hosts hosts;
    private final Faults faults;
    private final ExecutionMetrics metrics;

    ExecutionController(Hosts hosts, Faults faults, ExecutionMetrics metrics) {
        this.hosts = hosts;
        this.faults = faults;
        this.metrics = metrics;
    }

    @PostMapping("/execute")
    ResponseEntity<byte[]> execute(
            @PathVariable String code, InputStream body, HttpServletResponse response)
            throws IOException, MalformedMessageException, JournalUnavailableException {
        long start = System.nanoTime();
        ExecuteRequest request = Requests.execute(Bodies.read(body));
        Market market = hosts.market(code);
        Faults.Hit hit = faults.nextRequest();
        long available = available(request, hit);
        Decision decision = market.execute(request, available);
        if (hit.duplicate()) {
            requireSame(decision, market.execute(request, available));
        }
        metrics.executed(decision.outcome(), System.nanoTime() - start);
        return answer(decision.report(), decision.reason(), hit, response);
    }

    private static long available(ExecuteRequest request, Faults.Hit hit) {
        if (hit.refusal()) {
            return 0;
        }
        return hit.partial() ? Math.max(1, request.quantity() / 2) : Long.MAX_VALUE;
    }

    private static void requireSame(Decision first, Decision second) {
        boolean recorded = first.isNew() || !first.reason().isEmpty();
        if (recorded && !Arrays.equals(first.report(), second.report())) {
            throw new IllegalStateException("The same attempt got two different reports");
        }
    }

    @PostMapping("/resolve")
    ResponseEntity<byte[]> resolve(
            @PathVariable String code, InputStream body, HttpServletResponse response)
            throws IOException, MalformedMessageException, JournalUnavailableException {
        Attempt attempt = Requests.resolve(Bodies.read(body));
        Faults.Hit hit = faults.nextRequest();
        Decision decision = hosts.market(code).resolve(attempt);
        metrics.resolved(decision.outcome());
        return answer(decision.report(), decision.reason(), hit, response);
    }

    @PostMapping("/log-on")
    ResponseEntity<byte[]> logOn(
            @PathVariable String code, InputStream body, HttpServletResponse response)
            throws IOException,
                    MalformedMessageException,
                    JournalUnavailableException,
                    UnknownReportsException {
        LogOnRequest request = Requests.logOn(Bodies.read(body));
        Faults.Hit hit = faults.nextRequest();
        LogOnDecision decision = hosts.market(code).logOn(request);
        byte[] reply =
                Records.encodeLogOnReply(decision.accepted(), decision.epoch(), decision.reports());
        return answer(reply, "", hit, response);
    }

    private static ResponseEntity<byte[]> answer(
            byte[] bytes, String reason, Faults.Hit hit, HttpServletResponse response)
            throws IOException {
        if (hit.delayMs() > 0) {
            LockSupport.parkNanos(hit.delayMs() * NANOS_PER_MS);
        }
        if (hit.lostAnswer()) {
            lose(response, bytes.length);
        }
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM);
        if (!reason.isEmpty()) {
            answer.header(REASON, reason);
        }
        return answer.body(bytes);
    }

    // Tomcat answers for an exception, unless the response has begun: then it cuts the connection.
    private static void lose(HttpServletResponse response, int length) throws IOException {
        response.setContentLength(length);
        response.flushBuffer();
        throw new CloseNowException("An answer is lost on request");
    }
}
