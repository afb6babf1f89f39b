package org.fogg.audit.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Connections for reading whole tables. */
public final class Sessions {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int PAGE = 2000;

    private Sessions() {}

    /** Connects to a georegion's nodes, reading from one of its data centres at its quorum. */
    public static CqlSession open(List<InetSocketAddress> nodes, String localDc) {
        DriverConfigLoader config =
                DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, TIMEOUT)
                        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, TIMEOUT)
                        .withInt(DefaultDriverOption.REQUEST_PAGE_SIZE, PAGE)
                        .withString(
                                DefaultDriverOption.REQUEST_CONSISTENCY,
                                DefaultConsistencyLevel.LOCAL_QUORUM.name())
                        .withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, true)
                        .build();
        return CqlSession.builder()
                .addContactPoints(nodes)
                .withLocalDatacenter(localDc)
                .withConfigLoader(config)
                .build();
    }
}
