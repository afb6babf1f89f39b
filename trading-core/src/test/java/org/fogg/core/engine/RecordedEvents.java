package org.fogg.core.engine;

import java.util.ArrayList;
import java.util.List;

/** Everything an engine said, in order. */
final class RecordedEvents implements EngineListener {

    /** An answer as it was told. */
    record Answer(long token, CommandResult result) {}

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
