package org.fogg.broker;

import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Clock;
import org.fogg.broker.account.AccountReads;
import org.fogg.broker.account.cassandra.CassandraAccountReads;
import org.fogg.broker.admin.AdminStore;
import org.fogg.broker.admin.cassandra.CassandraAdminStore;
import org.fogg.broker.cassandra.CassandraAccess;
import org.fogg.broker.cassandra.OddRows;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.config.FoggProperties;
import org.fogg.broker.home.Home;
import org.fogg.broker.orders.OrderReads;
import org.fogg.broker.orders.cassandra.CassandraOrderReads;
import org.fogg.broker.security.KeyStore;
import org.fogg.broker.security.cassandra.CassandraKeyStore;
import org.fogg.broker.stocks.BarReads;
import org.fogg.broker.stocks.cassandra.CassandraBarReads;
import org.fogg.contracts.Keyspaces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the REST API reads and keeps in Cassandra, over a session whose schema is up to date. */
@Configuration(proxyBeanMethods = false)
class ReadSide {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    CassandraAccess cassandraAccess(CqlSession session, FoggProperties fogg, Home home) {
        return new CassandraAccess(session, fogg.cassandra().answerWithin(), home);
    }

    @Bean
    KeyStore keyStore(CassandraAccess cassandra, Clock clock, OddRows oddRows) {
        return new CassandraKeyStore(cassandra, clock, oddRows);
    }

    @Bean
    OddRows oddRows(KeptAside keptAside) {
        return new OddRows(keptAside::note);
    }

    @Bean
    OrderReads orderReads(
            CassandraAccess cassandra, FoggProperties fogg, Clock clock, OddRows oddRows) {
        return new CassandraOrderReads(cassandra, Keyspaces.of(fogg.georegion()), clock, oddRows);
    }

    @Bean
    AccountReads accountReads(
            CassandraAccess cassandra, FoggProperties fogg, Clock clock, OddRows oddRows) {
        return new CassandraAccountReads(cassandra, Keyspaces.of(fogg.georegion()), clock, oddRows);
    }

    @Bean
    BarReads barReads(CassandraAccess cassandra, FoggProperties fogg) {
        return new CassandraBarReads(cassandra, Keyspaces.of(fogg.georegion()));
    }

    @Bean
    AdminStore adminStore(CassandraAccess cassandra, FoggProperties fogg, Clock clock) {
        return new CassandraAdminStore(cassandra, fogg.georegion(), clock);
    }
}
