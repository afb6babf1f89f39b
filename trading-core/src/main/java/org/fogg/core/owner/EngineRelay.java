package org.fogg.core.owner;

import org.fogg.core.engine.CommandResult;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.EngineListener;
import org.fogg.core.engine.ExecutionRequest;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.jspecify.annotations.Nullable;

/** Stands between an engine, which is made to fold a journal, and the owner that hears it later. */
public final class EngineRelay implements EngineListener {

    private @Nullable EngineListener listener;

    void connect(EngineListener to) {
        listener = to;
    }

    private EngineListener listener() {
        if (listener == null) {
            throw new IllegalStateException("Folding a journal decides nothing");
        }
        return listener;
    }

    @Override
    public void decided(Decision decision) {
        listener().decided(decision);
    }

    @Override
    public void execute(ExecutionRequest request) {
        listener().execute(request);
    }

    @Override
    public void send(TransferRequest request) {
        listener().send(request);
    }

    @Override
    public void recall(TransferRequest request) {
        listener().recall(request);
    }

    @Override
    public void transferred(long token, TransferOutcome outcome) {
        listener().transferred(token, outcome);
    }

    @Override
    public void answered(long token, CommandResult result) {
        listener().answered(token, result);
    }
}
