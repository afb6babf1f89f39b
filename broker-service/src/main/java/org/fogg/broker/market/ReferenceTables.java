package org.fogg.broker.market;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import org.fogg.broker.statement.Preparation;
import org.fogg.contracts.Keyspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies listings into the reference tables that every georegion reads. Thread-safe. */
public final class ReferenceTables {

    private static final Logger log = LoggerFactory.getLogger(ReferenceTables.class);

    private final CqlSession session;
    private final String georegion;
    private final PreparedStatement exchange;
    private final PreparedStatement stock;

    /** For the stocks of one georegion; the tables exist. */
    public ReferenceTables(CqlSession session, String georegion) {
        this.session = session;
        this.georegion = georegion;
        exchange =
                prepare(
                        ".exchanges (exchange_id, code, name, city, georegion, latitude, longitude,"
                                + " time_zone, url) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        stock =
                prepare(
                        ".stocks (stock_id, symbol, name, exchange_id, georegion, price_increment,"
                                + " volatility) VALUES (?, ?, ?, ?, ?, ?, ?)");
    }

    private PreparedStatement prepare(String cql) {
        return Preparation.prepare(
                session,
                SimpleStatement.builder("INSERT INTO " + Keyspaces.GLOBAL + cql)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotence(true)
                        .build());
    }

    /** Writes a stock and its exchange; a failure is logged, for the next start writes again. */
    public void write(Stock listed) {
        Exchange at = listed.exchange();
        run(
                exchange.bind(
                        at.id(),
                        at.code(),
                        at.name(),
                        at.city(),
                        georegion,
                        at.latitudeMicros(),
                        at.longitudeMicros(),
                        at.zone().getId(),
                        at.url().toString()));
        run(
                stock.bind(
                        listed.id(),
                        listed.symbol(),
                        listed.name(),
                        at.id(),
                        georegion,
                        listed.priceIncrement(),
                        listed.volatility()));
    }

    private void run(BoundStatement statement) {
        session.executeAsync(statement)
                .exceptionally(
                        failure -> {
                            log.warn("A listing is not in the tables: {}", failure.getMessage());
                            return null;
                        });
    }
}
