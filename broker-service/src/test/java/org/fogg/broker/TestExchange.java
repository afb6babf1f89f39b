package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.fogg.exchange.ExchangeSimulatorApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The real exchange simulator, within this process, with prices that tests set by hand. */
final class TestExchange implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();

    TestExchange(String georegion, String kafka, int ticksPerSecond) {
        int port = freePort();
        base = URI.create("http://127.0.0.1:" + port);
        context =
                new SpringApplicationBuilder(ExchangeSimulatorApplication.class, OpenDoors.class)
                        .run(
                                "--spring.config.location=optional:classpath:/nowhere/",
                                "--spring.jmx.enabled=false",
                                "--spring.main.banner-mode=off",
                                "--server.address=127.0.0.1",
                                "--server.port=" + port,
                                "--server.tomcat.max-keep-alive-requests=-1",
                                "--logging.level.org.apache.kafka=error",
                                "--fogg.georegion=" + georegion,
                                "--fogg.exchange.file=" + file(georegion),
                                "--fogg.kafka.bootstrap=" + kafka,
                                // A busy machine is no outage.
                                "--fogg.exchange.journal-within=30s",
                                "--fogg.exchange.ticks-per-second=" + ticksPerSecond);
    }

    /** The exchange knows no security, but the broker's class path does. */
    @Configuration(proxyBeanMethods = false)
    static class OpenDoors {

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .build();
        }
    }

    /** Two exchanges with codes, and so journals, that no other test has. */
    private static Path file(String georegion) {
        String code = georegion.replaceAll("[^a-z]", "").toUpperCase(Locale.ROOT);
        code = code.substring(0, Math.min(10, code.length()));
        var text =
                new StringBuilder(
                        """
                        aws_regions:
                          - {name: xx-test-1, city: London, latitude: 51, longitude: 0, rtt_ms: {xx-test-1: 1}}
                        georegions:
                          - name: %s
                            title: Test
                            latitude: 51
                            longitude: 0
                            aws_regions: [xx-test-1]
                            no_pair: a test
                            traders_rtt_ms: {nearest: 1, farthest: 1}
                        exchanges:
                        """
                                .formatted(georegion));
        for (int id = 1; id <= 2; id++) {
            text.append(
                    """
                      - id: %d
                        code: %s%d
                        name: Exchange %d
                        georegion: %s
                        city: London
                        latitude: 51.5151
                        longitude: -0.099
                        time_zone: Europe/London
                        rtt_ms: {xx-test-1: 1}
                        stocks:
                          - {symbol: A%d, name: "A", price: 36.20, volatility: 22}
                          - {symbol: B%d, name: "B", price: 152.40, volatility: 23}
                          - {symbol: C%d, name: "C", price: 12.30, volatility: 21}
                    """
                            .formatted(id, code, id, id, georegion, id, id, id));
        }
        try {
            Path file = Files.createTempFile("exchanges", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes a price as the next tick of a stock. */
    void price(String exchange, String symbol, String price) {
        put(
                "/exchanges/" + exchange + "/stocks/" + symbol + "/price",
                "{\"price\":\"" + price + "\"}");
    }

    /** Sets the faults of all exchanges. */
    void faults(String json) {
        put("/faults", json);
    }

    private void put(String path, String json) {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json))
                        .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
