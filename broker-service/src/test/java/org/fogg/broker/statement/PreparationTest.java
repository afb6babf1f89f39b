package org.fogg.broker.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PreparationTest {

    private static final SimpleStatement STATEMENT = SimpleStatement.newInstance("SELECT a FROM b");

    private final PreparedStatement prepared =
            (PreparedStatement)
                    Proxy.newProxyInstance(
                            PreparationTest.class.getClassLoader(),
                            new Class<?>[] {PreparedStatement.class},
                            (proxy, method, arguments) -> {
                                throw new AssertionError(method);
                            });

    /** A Cassandra that is late so many times. */
    private CqlSession late(AtomicInteger times) {
        return (CqlSession)
                Proxy.newProxyInstance(
                        PreparationTest.class.getClassLoader(),
                        new Class<?>[] {CqlSession.class},
                        (proxy, method, arguments) -> {
                            assertThat(method.getName()).isEqualTo("prepare");
                            assertThat(arguments).containsExactly(STATEMENT);
                            if (times.getAndDecrement() > 0) {
                                throw new DriverTimeoutException("late");
                            }
                            return prepared;
                        });
    }

    @Test
    void shouldPrepareWhenCassandraIsLateNineteenTimes() {
        CqlSession session = late(new AtomicInteger(19));

        assertThat(Preparation.prepare(session, STATEMENT) == prepared).isTrue();
    }

    @Test
    void shouldGiveUpWhenCassandraIsLateTwentyTimes() {
        AtomicInteger left = new AtomicInteger(20);

        assertThatExceptionOfType(DriverTimeoutException.class)
                .isThrownBy(() -> Preparation.prepare(late(left), STATEMENT));
        assertThat(left).hasValue(0);
    }
}
