package org.fogg.broker.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.projection.Projector.ShardMarks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event that is lost with its owner's memory is published by the next owner. */
class DurablePipelineTest {

    private final AgentWorld world = new AgentWorld().owning();
    private DurableEntry entry;

    @BeforeEach
    void makeAnEntryWithAnEvent() {
        world.openAccount(1_000_0000L);
        entry = world.events.entries.get(world.events.entries.size() - 1);
        world.events.entries.clear();
        world.projector.entries.clear();
    }

    private DurablePipeline pipeline(ShardMarks marks) {
        return new DurablePipeline(AgentWorld.SHARD, world.ports, marks, () -> true);
    }

    @Test
    void shouldNotTakeAnEventForPublishedUntilItIsDurable() {
        long before = entry.sequence() - 1;
        DurablePipeline pipeline = pipeline(new ShardMarks(before, before));
        world.events.hold = true;

        pipeline.add(entry, List.of());
        world.settle();

        assertThat(pipeline.marks()).isEqualTo(new ShardMarks(entry.sequence(), before));
        assertThat(pipeline.isIdle()).isFalse();

        world.events.underWay.removeFirst().run();
        world.settle();

        assertThat(pipeline.marks()).isEqualTo(new ShardMarks(entry.sequence(), entry.sequence()));
        assertThat(pipeline.isIdle()).isTrue();
    }

    @Test
    void shouldPublishAgainWhatIsProjectedButNotKnownToBePublished() {
        DurablePipeline pipeline = pipeline(new ShardMarks(entry.sequence(), entry.sequence() - 1));

        pipeline.add(entry, List.of());
        world.settle();

        assertThat(world.events.entries).containsExactly(entry);
        assertThat(world.projector.entries).isEmpty();
    }
}
