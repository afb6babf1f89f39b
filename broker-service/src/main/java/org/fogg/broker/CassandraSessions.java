package org.fogg.broker;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import com.datastax.oss.driver.internal.core.loadbalancing.DefaultLoadBalancingPolicy;
import java.time.Duration;
import org.fogg.broker.home.HomePolicy;

/** Connects a broker to Cassandra. */
final class CassandraSessions {

    private static final Duration SCHEMA_AGREEMENT = Duration.ofSeconds(30);

    /** What nobody waits for may take this much longer than what a request needs. */
    private static final Duration BACKGROUND_PATIENCE = Duration.ofMillis(500);

    private CassandraSessions() {}

    /** Connects to the nodes of the one data centre, or of both. */
    static CqlSession connect(ExecutionSettings settings) {
        ProgrammaticDriverConfigLoaderBuilder config =
                DriverConfigLoader.programmaticBuilder()
                        .withBoolean(DefaultDriverOption.RECONNECT_ON_INIT, true)
                        .withDuration(
                                DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(50))
                        .withDuration(
                                DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(1))
                        .withInt(DefaultDriverOption.CONNECTION_POOL_LOCAL_SIZE, 2)
                        .withDuration(
                                DefaultDriverOption.REQUEST_TIMEOUT,
                                settings.cassandraAnswerWithin().plus(BACKGROUND_PATIENCE))
                        .withDuration(
                                DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT,
                                Duration.ofSeconds(5))
                        .withDuration(
                                DefaultDriverOption.CONTROL_CONNECTION_AGREEMENT_TIMEOUT,
                                SCHEMA_AGREEMENT);
        CqlSessionBuilder session =
                CqlSession.builder().addContactPoints(settings.cassandraContactPoints());
        if (settings.home().isPair()) {
            followHome(config, settings);
        } else {
            session.withLocalDatacenter(settings.cassandraLocalDc());
        }
        return session.withConfigLoader(config.build()).build();
    }

    /** A profile for each data centre, and a policy that takes that of the home. */
    private static void followHome(
            ProgrammaticDriverConfigLoaderBuilder config, ExecutionSettings settings) {
        config.withClass(DefaultDriverOption.LOAD_BALANCING_POLICY_CLASS, HomePolicy.class);
        for (String dc : settings.home().dcs()) {
            config.startProfile(dc)
                    .withClass(
                            DefaultDriverOption.LOAD_BALANCING_POLICY_CLASS,
                            DefaultLoadBalancingPolicy.class)
                    .withString(DefaultDriverOption.LOAD_BALANCING_LOCAL_DATACENTER, dc)
                    .endProfile();
        }
    }
}
