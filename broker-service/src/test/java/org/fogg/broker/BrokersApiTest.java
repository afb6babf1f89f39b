package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.fogg.broker.command.AnswerCodec;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.command.CommandCodec;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What brokers of other georegions may ask for, and that nobody else may. */
final class BrokersApiTest extends ApiTest {

    private static final String PATH = "/v2/brokers/commands";
    private static final Command.Origin ORIGIN = new Command.Origin(new UUID(1, 1), 0, 0);
    private static final SenderId SENDER = new SenderId("north-america", 2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Command apply(String destination) {
        var terms = new TransferTerms(new UUID(3, 3), ALICE, destination, 5, null);
        return new Command.ApplyTransfer(ORIGIN, SENDER, new TransferRequest(4, 2, terms, 0));
    }

    private HttpResponse<byte[]> ask(Command command) throws Exception {
        return send(
                PATH,
                "brokers",
                BROKERS_SECRET,
                "application/octet-stream",
                new CommandCodec().encode(command));
    }

    private HttpResponse<byte[]> send(
            String path, String key, String secret, String type, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Content-Type", type);
        if (key != null) {
            request.header("APCA-API-KEY-ID", key).header("APCA-API-SECRET-KEY", secret);
        }
        return HTTP.send(
                request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofByteArray());
    }

    private static CommandAnswer answer(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return new AnswerCodec().decode(response.body());
    }

    @Test
    void shouldTakeInATransferAndTellHowItEnded() throws Exception {
        CommandAnswer applied = answer(ask(apply("europe")));

        assertThat(applied.transfer()).isEqualTo(TransferOutcome.APPLIED);
        assertThat(shards.received())
                .singleElement()
                .asString()
                .startsWith("apply " + SENDER)
                .contains("number=4, lowestOpen=2")
                .contains(ALICE.toString());
    }

    @Test
    void shouldBarATransfer() throws Exception {
        var terms = new TransferTerms(new UUID(3, 3), ALICE, "europe", 5, null);
        var bar = new Command.BarTransfer(ORIGIN, SENDER, new TransferRequest(4, 2, terms, 0));

        assertThat(answer(ask(bar)).transfer()).isEqualTo(TransferOutcome.VOIDED);
    }

    @Test
    void shouldAnswerWithTheShardsRefusalWhenAnOrderIsNotThere() throws Exception {
        var cancel = new Command.CancelOrder(ORIGIN, ALICE, new UUID(8, 8));

        assertThat(answer(ask(cancel)).reason()).isEqualTo(Reason.UNKNOWN_ORDER);
    }

    @Test
    void shouldRefuseATransferThatIsForAnotherGeoregion() throws Exception {
        String before = shards.state();

        assertThat(ask(apply("east-asia")).statusCode()).isEqualTo(422);
        assertThat(shards.state()).isEqualTo(before);
    }

    @Test
    void shouldRefuseCommandsThatBrokersDoNotGiveEachOther() throws Exception {
        String before = shards.state();

        assertThat(ask(new Command.Deposit(ORIGIN, ALICE, 5)).statusCode()).isEqualTo(422);
        assertThat(ask(new Command.OpenAccount(ORIGIN, BOB, 5)).statusCode()).isEqualTo(422);
        assertThat(ask(new Command.SetHalt(ORIGIN, null, true)).statusCode()).isEqualTo(422);
        assertThat(shards.state()).isEqualTo(before);
    }

    @Test
    void shouldRefuseWhatIsNoCommand() throws Exception {
        String type = "application/octet-stream";

        assertThat(send(PATH, "brokers", BROKERS_SECRET, type, new byte[3]).statusCode())
                .isEqualTo(422);
        assertThat(send(PATH, "brokers", BROKERS_SECRET, "text/plain", new byte[3]).statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "admin"})
    void shouldRefuseEveryOtherKey(String key) throws Exception {
        String before = shards.state();
        byte[] body = new CommandCodec().encode(apply("europe"));

        HttpResponse<byte[]> reply =
                send(PATH, key, key + "-secret", "application/octet-stream", body);

        assertThat(reply.statusCode()).isEqualTo(403);
        assertThat(shards.state()).isEqualTo(before);
    }

    @Test
    void shouldRefuseAWrongSecretAndNone() throws Exception {
        byte[] body = new CommandCodec().encode(apply("europe"));
        String type = "application/octet-stream";

        assertThat(send(PATH, "brokers", "wrong", type, body).statusCode()).isEqualTo(401);
        assertThat(send(PATH, null, null, type, body).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/orders", "/v2/account", "/v2/admin/traders"})
    void shouldLetBrokersDoNothingElse(String path) throws Exception {
        HttpResponse<byte[]> reply =
                send(path, "brokers", BROKERS_SECRET, "application/json", "{}".getBytes());

        assertThat(reply.statusCode()).isEqualTo(403);
    }
}
