package org.fogg.broker.shard;

import java.util.function.LongSupplier;
import org.fogg.broker.command.AnswerSink;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.events.EventPublisher;
import org.fogg.broker.exchange.ExchangeClient;
import org.fogg.broker.foreign.ForeignBrokers;
import org.fogg.broker.journal.JournalStore;
import org.fogg.broker.market.LastPrices;
import org.fogg.broker.market.MarketDirectory;
import org.fogg.broker.portfolio.PortfolioStore;
import org.fogg.broker.projection.Projector;
import org.fogg.broker.snapshot.Snapshots;
import org.fogg.core.engine.TradingLimits;

/**
 * What shards need of the world.
 *
 * @param georegion whose shards they are
 * @param clock nanoseconds since the Unix epoch
 * @param agent runs what happened elsewhere on the agent's thread
 */
record ShardPorts(
        String georegion,
        JournalStore journal,
        Projector projector,
        EventPublisher publisher,
        AnswerSink answers,
        ExchangeClient exchanges,
        ForeignBrokers foreign,
        PortfolioStore portfolio,
        MarketDirectory directory,
        LastPrices prices,
        TradingLimits limits,
        LongSupplier clock,
        Completions agent,
        Stage.Timers timers,
        Snapshots snapshots,
        RecoveryTimers recovery,
        KeptAside keptAside) {

    /** The same, with another way to the agent's thread. */
    ShardPorts withAgent(Completions way) {
        return new ShardPorts(
                georegion, journal, projector, publisher, answers, exchanges, foreign, portfolio,
                directory, prices, limits, clock, way, timers, snapshots, recovery, keptAside);
    }

    /** Takes what happened elsewhere to the agent's thread. */
    @FunctionalInterface
    interface Completions {

        /** Runs it there, soon; never blocks, refuses nothing. */
        void post(Runnable completion);
    }
}
