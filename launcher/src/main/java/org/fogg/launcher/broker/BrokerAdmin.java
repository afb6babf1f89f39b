package org.fogg.launcher.broker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fogg.launcher.json.Json;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What an administrator asks of one broker. Amounts are decimal strings in USD. Thread-safe. */
public final class BrokerAdmin {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int TRIES = 6;
    private static final int UNAVAILABLE = 503;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_PATIENCE)
                    .build();
    private final WorldFile.Broker broker;
    private final WorldFile.Admin key;

    public BrokerAdmin(WorldFile.Broker broker, WorldFile.Admin key) {
        this.broker = broker;
        this.key = key;
    }

    /**
     * A new trader.
     *
     * @param secretKey shown here only; the broker keeps a digest
     */
    public record CreatedTrader(
            UUID traderId, String georegion, String keyId, String secretKey, String cash) {

        /** Leaves the secret out of logs. */
        @Override
        public String toString() {
            return "CreatedTrader[traderId=" + traderId + ", keyId=" + keyId + "]";
        }
    }

    /** What a trader has after a deposit. */
    public record Deposited(UUID traderId, String amount, String cash) {}

    /**
     * Makes a trader with an account and an API key.
     *
     * @throws BrokerRefusal if the broker refuses
     */
    public CreatedTrader createTrader(String cash) throws BrokerRefusal, InterruptedException {
        return Json.read(
                send("POST", "/v2/admin/traders", Map.of("cash", cash)), CreatedTrader.class);
    }

    /**
     * Gives a trader money, once, asking again while the broker is late.
     *
     * @throws BrokerRefusal if the broker refuses
     */
    public Deposited deposit(UUID trader, String amount)
            throws BrokerRefusal, InterruptedException {
        Map<String, Object> body =
                Map.of("amount", amount, "idempotency_key", UUID.randomUUID().toString());
        return Json.read(
                sendUntilDone("POST", "/v2/admin/traders/" + trader + "/deposits", body),
                Deposited.class);
    }

    /**
     * Ends an API key, asking again while the broker is late.
     *
     * @throws BrokerRefusal if the broker refuses
     */
    public void revokeKey(String keyId) throws BrokerRefusal, InterruptedException {
        sendUntilDone("DELETE", "/v2/admin/keys/" + keyId, null);
    }

    /**
     * Turns the kill switch, asking again while the broker is late.
     *
     * @param trader whose trading it stops or resumes; null for everybody's
     * @throws BrokerRefusal if the broker refuses
     */
    public void halt(boolean halted, @Nullable UUID trader)
            throws BrokerRefusal, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("halted", halted);
        if (trader != null) {
            body.put("trader_id", trader);
        }
        sendUntilDone("PUT", "/v2/admin/halt", body);
    }

    /**
     * A georegion's home, as a broker knows it.
     *
     * @param pair whether there is a second data centre
     * @param term numbers the homes
     * @param home the data centre that is home
     * @param other how the other one stands: together, behind, diverged or rejoining
     */
    public record Home(String georegion, boolean pair, int term, String home, String other) {}

    /**
     * Which data centre is home.
     *
     * @throws BrokerRefusal if the broker refuses
     */
    public Home home() throws BrokerRefusal, InterruptedException {
        return Json.read(send("GET", "/v2/admin/home", null), Home.class);
    }

    /**
     * Takes the data centre that is not home a step nearer: to rejoining, then together.
     *
     * @return how it stands then
     * @throws BrokerRefusal if the broker refuses
     */
    public Home rejoin(String step) throws BrokerRefusal, InterruptedException {
        return Json.read(sendUntilDone("PUT", "/v2/admin/home", Map.of("other", step)), Home.class);
    }

    /** Sends what may arrive twice, again while the broker does not know whether it was done. */
    private String sendUntilDone(String method, String path, @Nullable Object body)
            throws BrokerRefusal, InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                return send(method, path, body);
            } catch (BrokerRefusal e) {
                if (e.status() != UNAVAILABLE || tried == TRIES) {
                    throw e;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private String send(String method, String path, @Nullable Object body)
            throws BrokerRefusal, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(broker.url() + path))
                        .timeout(PATIENCE)
                        .header("APCA-API-KEY-ID", key.keyId())
                        .header("APCA-API-SECRET-KEY", key.secretKey());
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(Json.pretty(body)));
        }
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new BrokerRefusal(answer.statusCode(), message(answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new WorldException(
                    broker.name() + " does not answer at " + broker.url() + "; see fogg status", e);
        }
    }

    private static String message(String body) {
        try {
            JsonNode message = Json.tree(body).get("message");
            return message == null ? body : message.asString();
        } catch (JacksonException e) {
            return body;
        }
    }
}
