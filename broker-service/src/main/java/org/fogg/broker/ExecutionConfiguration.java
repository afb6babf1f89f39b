package org.fogg.broker;

import com.datastax.oss.driver.api.core.CqlSession;
import io.micrometer.core.instrument.MeterRegistry;
import org.fogg.broker.command.CommandGateway;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.config.FoggProperties;
import org.fogg.broker.config.PairProperties;
import org.fogg.broker.foreign.ForeignBrokers;
import org.fogg.broker.home.Home;
import org.fogg.broker.home.HomeSettings;
import org.fogg.broker.home.Homes;
import org.fogg.broker.market.ForeignDirectory;
import org.fogg.broker.market.MarketDirectory;
import org.fogg.broker.market.PriceBoard;
import org.fogg.broker.portfolio.PortfolioStore;
import org.fogg.broker.security.BrokerKey;
import org.fogg.broker.shard.ShardHealth;
import org.fogg.broker.snapshot.SnapshotSettings;
import org.fogg.broker.updates.UpdateLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the execution side to the rest of the application, and starts and stops it with it. */
@Configuration(proxyBeanMethods = false)
class ExecutionConfiguration {

    @Bean
    ExecutionSettings executionSettings(
            FoggProperties properties, @Value("${server.tomcat.threads.max:200}") int threads) {
        // Each command that waits has a thread; a quarter is for requests that wait for none.
        int most = Math.min(properties.commands().maxInFlight(), Math.max(1, threads * 3 / 4));
        return new ExecutionSettings(
                properties.georegion(),
                properties.broker().instance(),
                properties.shards(),
                properties.cassandra().addresses(),
                properties.cassandra().localDc(),
                properties.cassandra().replicationOrDefault(),
                properties.cassandra().globalReplicationOrDefault(),
                properties.foreign(),
                BrokerKey.headers(properties.brokers().secretKey()),
                properties.cassandra().answerWithin(),
                properties.kafka().bootstrap(),
                properties.kafka().replication(),
                properties.limits().toTradingLimits(),
                most,
                Math.min(most, properties.commands().maxPerShard()),
                properties.commands().answerWithin(),
                new SnapshotSettings(
                        properties.snapshot().every(), properties.snapshot().removeJournal()),
                properties.wan().toDistances(),
                new HomeSettings(
                        properties.dc(),
                        properties.pair().dcs(),
                        properties.pair().otherBrokers(),
                        properties.pair().durability() == PairProperties.Durability.GEOREGION,
                        properties.pair().lostAfter()));
    }

    @Bean(destroyMethod = "close")
    ExecutionSide executionSide(ExecutionSettings settings, MeterRegistry meters)
            throws InterruptedException {
        return new ExecutionSide(settings, meters);
    }

    @Bean
    SmartLifecycle executionLifecycle(ExecutionSide side) {
        return new Lifecycle(side);
    }

    @Bean
    CommandGateway commandGateway(ExecutionSide side) {
        return side.gateway();
    }

    @Bean
    MarketDirectory marketDirectory(ExecutionSide side) {
        return side.directory();
    }

    @Bean
    ForeignDirectory foreignDirectory(ExecutionSide side) {
        return side.foreign();
    }

    @Bean(destroyMethod = "")
    ForeignBrokers foreignBrokers(ExecutionSide side) {
        return side.foreignBrokers();
    }

    @Bean(destroyMethod = "")
    PortfolioStore portfolioStore(ExecutionSide side) {
        return side.portfolio();
    }

    /** Both {@code LastPrices} and {@code StatisticsView}. */
    @Bean
    PriceBoard priceBoard(ExecutionSide side) {
        return side.board();
    }

    @Bean
    Homes homes(ExecutionSide side) {
        return side.homes();
    }

    @Bean
    Home home(ExecutionSide side) {
        return side.home();
    }

    @Bean
    ShardHealth shardHealth(ExecutionSide side) {
        return side.health();
    }

    @Bean
    KeptAside keptAside(ExecutionSide side) {
        return side.keptAside();
    }

    /** Not closed by the container, like the session. */
    @Bean(destroyMethod = "")
    UpdateLog updateLog(ExecutionSide side) {
        return side.updates();
    }

    /** Not closed by the container: the execution side needs it until its own end. */
    @Bean(destroyMethod = "")
    CqlSession cqlSession(ExecutionSide side) {
        return side.session();
    }

    /** Starts before requests are served, and stops after the last one. */
    private static final class Lifecycle implements SmartLifecycle {

        private final ExecutionSide side;
        private volatile boolean running;

        private Lifecycle(ExecutionSide side) {
            this.side = side;
        }

        @Override
        public void start() {
            try {
                side.start();
                running = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while starting", e);
            }
        }

        @Override
        public void stop() {
            running = false;
            side.stop();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return 0;
        }
    }
}
