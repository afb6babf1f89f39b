package org.fogg.broker.shard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.projection.Projector.ShardMarks;
import org.fogg.core.engine.CommandResult;
import org.fogg.core.owner.Answer;

/**
 * What follows when an entry is durable: its rows, its events, and, when the rows of this entry and
 * all before it are written, its answers. Confined to the agent's thread.
 */
final class DurablePipeline {

    private final int shard;
    private final ShardPorts ports;
    private final BooleanSupplier wanted;
    private final ArrayDeque<Step> projecting = new ArrayDeque<>();
    private final ArrayDeque<Step> publishing = new ArrayDeque<>();
    private long projected;
    private long published;
    private long durable;

    /**
     * @param marks how far an earlier owner got
     * @param wanted whether the shard is still this owner's
     */
    DurablePipeline(int shard, ShardPorts ports, ShardMarks marks, BooleanSupplier wanted) {
        this.shard = shard;
        this.ports = ports;
        this.wanted = wanted;
        this.projected = marks.projected();
        this.published = marks.published();
        this.durable = Math.max(projected, published);
    }

    /** Takes an entry on, in the order of the journal. */
    void add(DurableEntry entry, List<Answer<Command.Origin>> answers) {
        durable = entry.sequence();
        var step = new Step(entry.sequence(), new ArrayList<>(answers));
        if (entry.sequence() > projected) {
            projecting.addLast(step);
            project(step, entry);
        }
        if (entry.sequence() > published) {
            publishing.addLast(step);
            publish(step, entry);
        }
    }

    private void project(Step step, DurableEntry entry) {
        if (entry.effects().isEmpty()) {
            projected(step);
            return;
        }
        long start = ports.clock().getAsLong();
        ports.projector()
                .project(
                        entry,
                        wanted,
                        () -> {
                            ports.timers().record(Stage.PROJECT, ports.clock().getAsLong() - start);
                            ports.agent().post(() -> projected(step));
                        });
    }

    private void projected(Step step) {
        step.projected = true;
        for (Step first = projecting.peekFirst(); first != null && first.projected; ) {
            projecting.removeFirst();
            projected = first.sequence;
            first.answers.forEach(answer -> send(answer, projected));
            first = projecting.peekFirst();
        }
    }

    private void publish(Step step, DurableEntry entry) {
        if (entry.effects().isEmpty()) {
            published(step);
            return;
        }
        long start = ports.clock().getAsLong();
        ports.publisher()
                .publish(
                        entry,
                        wanted,
                        () -> {
                            ports.timers().record(Stage.PUBLISH, ports.clock().getAsLong() - start);
                            ports.agent().post(() -> published(step));
                        });
    }

    private void published(Step step) {
        step.published = true;
        for (Step first = publishing.peekFirst(); first != null && first.published; ) {
            publishing.removeFirst();
            published = first.sequence;
            first = publishing.peekFirst();
        }
    }

    /** Sends an answer as soon as all that is durable now is readable. */
    void answer(Answer<Command.Origin> answer) {
        Step last = projecting.peekLast();
        if (last == null) {
            send(answer, durable);
        } else {
            last.answers.add(answer);
        }
    }

    private void send(Answer<Command.Origin> answer, long sequence) {
        if (!wanted.getAsBoolean()) {
            return;
        }
        CommandResult result = answer.result();
        Command.Origin origin = answer.origin();
        ports.answers()
                .answer(
                        origin.replyTo(),
                        shard,
                        new CommandAnswer(
                                origin.commandId(),
                                result.reason(),
                                result.requested(),
                                result.available(),
                                result.order(),
                                sequence,
                                answer.transfer()));
        ports.timers().record(Stage.ANSWER, ports.clock().getAsLong() - origin.acceptedAt());
    }

    /** How far it has got. */
    ShardMarks marks() {
        return new ShardMarks(projected, published);
    }

    /** Whether nothing is under way. */
    boolean isIdle() {
        return projecting.isEmpty() && publishing.isEmpty();
    }

    /** An entry on its way. */
    private static final class Step {

        private final long sequence;
        private final List<Answer<Command.Origin>> answers;
        private boolean projected;
        private boolean published;

        private Step(long sequence, List<Answer<Command.Origin>> answers) {
            this.sequence = sequence;
            this.answers = answers;
        }
    }
}
