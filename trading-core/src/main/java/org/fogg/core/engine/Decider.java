package org.fogg.core.engine;

import java.util.UUID;
import org.fogg.core.order.Reason;
import org.jspecify.annotations.Nullable;

/** The way out: decisions are applied, then told; answers are told. */
final class Decider {

    private final Fold fold;
    private final EngineListener listener;

    Decider(Fold fold, EngineListener listener) {
        this.fold = fold;
        this.listener = listener;
    }

    void decide(Decision decision) {
        fold.apply(decision);
        listener.decided(decision);
    }

    void answer(long token, CommandResult result) {
        listener.answered(token, result);
    }

    void refuse(
            long token, UUID traderId, @Nullable UUID orderId, CommandResult refusal, long now) {
        decide(new Decision.CommandRefused(traderId, orderId, refusal.reason(), now));
        answer(token, refusal);
    }

    void refuse(long token, UUID traderId, @Nullable UUID orderId, Reason reason, long now) {
        refuse(token, traderId, orderId, CommandResult.refused(reason), now);
    }
}
