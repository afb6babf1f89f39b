package org.fogg.trader.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.fogg.trader.bench.client.HttpCall;
import org.fogg.trader.bench.client.HttpReply;

/** Keeps requests until the test answers them. */
final class FakeBroker implements Generator.Caller {

    private final FakeTime time;
    private final Deque<Request> waiting = new ArrayDeque<>();
    private final List<HttpCall> seen = new ArrayList<>();

    record Request(HttpCall call, Consumer<HttpReply> done) {

        String body() {
            return new String(call.body(), StandardCharsets.UTF_8);
        }
    }

    FakeBroker(FakeTime time) {
        this.time = time;
    }

    @Override
    public void call(HttpCall call, Consumer<HttpReply> done) {
        waiting.add(new Request(call, done));
        seen.add(call);
    }

    /** All requests so far. */
    List<HttpCall> seen() {
        return seen;
    }

    /** The oldest that has no answer. */
    Request next() {
        return waiting.remove();
    }

    int waiting() {
        return waiting.size();
    }

    void answer(int status, String body) {
        answer(next(), status, body);
    }

    void answer(Request request, int status, String body) {
        request.done()
                .accept(
                        HttpReply.answered(
                                status, body.getBytes(StandardCharsets.UTF_8), time.now()));
    }

    void loseAnswer() {
        next().done().accept(HttpReply.failed("time-out", time.now()));
    }
}
