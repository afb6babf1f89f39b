package org.fogg.launcher.command;

import com.datastax.oss.driver.api.core.DriverException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** What a server could not do, which is no fault of Fogg's own. */
final class ServerFault {

    private ServerFault() {}

    /**
     * Which server failed, how, and where to look.
     *
     * @return null where no server is at the bottom of it
     */
    static @Nullable String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DriverException) {
                return sentence("Cassandra", cause);
            }
            if (cause instanceof KafkaException) {
                return sentence("Kafka", cause);
            }
        }
        return null;
    }

    private static String sentence(String server, Throwable cause) {
        return server
                + " did not do what was asked of it: "
                + cause.getMessage()
                + ". \"fogg status\" tells whether it runs; a machine that is too busy is another reason.";
    }
}
