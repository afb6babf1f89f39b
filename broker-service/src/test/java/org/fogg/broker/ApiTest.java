package org.fogg.broker;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.fogg.broker.security.Role;
import org.fogg.broker.security.StoredKey;
import org.fogg.core.engine.AccountSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Speaks plain HTTP with the REST API over fakes; each test begins with two fresh traders. */
@SpringBootTest(
        classes = FakeWorld.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "fogg.admin.key-id=admin",
            "fogg.admin.secret-key=admin-secret",
            "fogg.brokers.secret-key=" + ApiTest.BROKERS_SECRET,
            "fogg.keys.revocation-poll=50ms"
        })
abstract class ApiTest {

    static final String BROKERS_SECRET = "a-secret-of-brokers-with-32-signs";
    static final UUID ALICE = UUID.fromString("a11ce000-0000-4000-8000-000000000001");
    static final UUID BOB = UUID.fromString("b0b00000-0000-4000-8000-000000000002");
    static final long CASH = 1_000_000_000L;

    @Autowired FakeShards shards;
    @Autowired FakeMarket market;
    @Autowired FakeStores stores;
    @Autowired FakeAbroad abroad;
    @LocalServerPort int port;

    @BeforeEach
    void makeTraders() {
        shards.reset();
        market.reset();
        abroad.reset();
        stores.setAway(null);
        stores.add(StoredKey.of("alice", "alice-secret", Role.TRADER, ALICE));
        stores.add(StoredKey.of("bob", "bob-secret", Role.TRADER, BOB));
        shards.put(new AccountSnapshot(ALICE, CASH, 0, 0, false, FakeMarket.AT));
        shards.put(new AccountSnapshot(BOB, CASH, 0, 0, false, FakeMarket.AT));
    }

    Reply get(String path) {
        return send("GET", path, "alice", null);
    }

    Reply delete(String path) {
        return send("DELETE", path, "alice", null);
    }

    Reply post(String path, String body) {
        return send("POST", path, "alice", body);
    }

    Reply patch(String path, String body) {
        return send("PATCH", path, "alice", body);
    }

    /** Sends as the holder of a key; null sends no key. A body goes as JSON. */
    Reply send(String method, String path, String who, String body) {
        HttpRequest.Builder request = request(path);
        if (who != null) {
            request.header("APCA-API-KEY-ID", who).header("APCA-API-SECRET-KEY", who + "-secret");
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return send(
                request.method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    Reply send(HttpRequest.Builder request) {
        return Reply.to(request);
    }
}
