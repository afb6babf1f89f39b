package org.fogg.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;

/** Everything an engine said, in order. */
final class RecordedEvents implements EngineListener {

    /** An answer as it was told. */
    record Answer(long token, CommandResult result) {}

    /** A transfer that is to be sent. */
    record Sent(TransferRequest request) {}

    /** A transfer that is to be called back. */
    record Recalled(TransferRequest request) {}

    /** What the sender of a transfer is told. */
    record Transferred(long token, TransferOutcome outcome) {}

    final List<Object> all = new ArrayList<>();

    @Override
    public void decided(Decision decision) {
        all.add(decision);
    }

    @Override
    public void execute(ExecutionRequest request) {
        all.add(request);
    }

    @Override
    public void answered(long token, CommandResult result) {
        all.add(new Answer(token, result));
    }

    @Override
    public void send(TransferRequest request) {
        all.add(new Sent(request));
    }

    @Override
    public void recall(TransferRequest request) {
        all.add(new Recalled(request));
    }

    @Override
    public void transferred(long token, TransferOutcome outcome) {
        all.add(new Transferred(token, outcome));
    }

    List<Decision> decisions() {
        return all(Decision.class);
    }

    List<ExecutionRequest> requests() {
        return all(ExecutionRequest.class);
    }

    List<Answer> answers() {
        return all(Answer.class);
    }

    private <T> List<T> all(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
