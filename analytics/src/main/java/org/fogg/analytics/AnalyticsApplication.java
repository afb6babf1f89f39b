package org.fogg.analytics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the analytics service. */
@SpringBootApplication
@EnableConfigurationProperties(AnalyticsProperties.class)
public class AnalyticsApplication {

    /** Runs until stopped; settings as in docs/configuration.md. */
    public static void main(String[] args) {
        try {
            SpringApplication.run(AnalyticsApplication.class, args);
        } catch (RuntimeException e) {
            // Spring has logged it. Threads of clients that were connected would keep the process.
            System.exit(1);
        }
    }
}
