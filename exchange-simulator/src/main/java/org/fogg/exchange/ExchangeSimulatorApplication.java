package org.fogg.exchange;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Runs the exchanges of one georegion. */
@SpringBootApplication
@EnableConfigurationProperties(ExchangeProperties.class)
public class ExchangeSimulatorApplication {

    /** Starts and runs until it is told to stop. */
    public static void main(String[] args) {
        try {
            SpringApplication.run(ExchangeSimulatorApplication.class, args);
        } catch (RuntimeException e) {
            // Spring has logged it. Threads of clients that were connected would keep the process.
            System.exit(1);
        }
    }
}
