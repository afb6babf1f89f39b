package org.fogg.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.DriverTimeoutException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class ServerFaultTest {

    @Test
    void shouldNameCassandraWhenItsDriverGaveUp() {
        assertThat(ServerFault.sentence(new DriverTimeoutException("Query timed out after PT5S")))
                .startsWith(
                        "Cassandra did not do what was asked of it: Query timed out after PT5S. ")
                .contains("fogg status");
    }

    @Test
    void shouldNameKafkaWhenItIsTheCause() {
        var failure = new IllegalStateException(new ExecutionException(new TimeoutException("t")));

        assertThat(ServerFault.sentence(failure))
                .startsWith("Kafka did not do what was asked of it: t. ");
    }

    @Test
    void shouldBlameNoServerForWhatIsFoggsOwnFault() {
        assertThat(ServerFault.sentence(new IllegalStateException("wrong"))).isNull();
    }
}
