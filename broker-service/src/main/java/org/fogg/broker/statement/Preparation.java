package org.fogg.broker.statement;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;

/** Prepares statements while a broker starts. */
public final class Preparation {

    private static final int ATTEMPTS = 20;

    private Preparation() {}

    /**
     * Prepares a statement, waiting for many times its time limit: a broker that starts has nobody
     * waiting, and a Cassandra that starts beside it may take long.
     *
     * @throws com.datastax.oss.driver.api.core.DriverException when Cassandra cannot do it, or does
     *     not answer
     */
    public static PreparedStatement prepare(CqlSession session, SimpleStatement statement) {
        return prepare(session, statement, ATTEMPTS);
    }

    private static PreparedStatement prepare(
            CqlSession session, SimpleStatement statement, int attempts) {
        try {
            return session.prepare(statement);
        } catch (DriverTimeoutException e) {
            if (attempts == 1) {
                throw e;
            }
            return prepare(session, statement, attempts - 1);
        }
    }
}
