package org.fogg.broker.shard;

import java.util.ArrayList;
import java.util.List;
import org.fogg.broker.journal.Effect;
import org.fogg.core.engine.CommandResult;
import org.fogg.core.engine.Decision;

/**
 * What will become one journal entry: decisions, what they changed, and answers that wait for it.
 */
final class PendingEntry {

    private final List<Decision> decisions = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    void add(Effect effect) {
        decisions.add(effect.decision());
        effects.add(effect);
    }

    void add(Answer answer) {
        answers.add(answer);
    }

    boolean hasDecisions() {
        return !decisions.isEmpty();
    }

    List<Decision> decisions() {
        return decisions;
    }

    List<Effect> effects() {
        return effects;
    }

    List<Answer> answers() {
        return answers;
    }

    /**
     * An answer that waits.
     *
     * @param command what it answers
     */
    record Answer(OpenCommand command, CommandResult result) {}
}
