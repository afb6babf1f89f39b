package org.fogg.broker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts a broker. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WebSide.class, ReadSide.class, ExecutionConfiguration.class})
public class BrokerServiceApplication {

    /** Starts a broker; settings as docs/configuration.md has them. */
    public static void main(String[] arguments) {
        try {
            SpringApplication.run(BrokerServiceApplication.class, arguments);
        } catch (RuntimeException e) {
            // Spring has logged it. Threads of clients that were connected would keep the process.
            System.exit(1);
        }
    }
}
