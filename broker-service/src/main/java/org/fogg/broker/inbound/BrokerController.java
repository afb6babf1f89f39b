package org.fogg.broker.inbound;

import io.swagger.v3.oas.annotations.Hidden;
import org.fogg.broker.command.AnswerCodec;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.command.CommandCodec;
import org.fogg.broker.command.CommandGateway;
import org.fogg.broker.command.CommandGateway.Sending;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.config.FoggProperties;
import org.fogg.broker.web.Answers;
import org.fogg.broker.web.ApiException;
import org.fogg.broker.wire.MalformedMessageException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes commands of other georegions' brokers for the shards of this one: a command in, its answer
 * out when it is durable, both in the binary form that they have in Kafka. Only for the brokers'
 * key.
 */
@RestController
@Hidden
@RequestMapping("/v2/brokers/commands")
final class BrokerController {

    private final CommandGateway gateway;
    private final FoggProperties settings;
    private final ThreadLocal<CommandCodec> commands = ThreadLocal.withInitial(CommandCodec::new);
    private final ThreadLocal<AnswerCodec> answers = ThreadLocal.withInitial(AnswerCodec::new);

    BrokerController(CommandGateway gateway, FoggProperties settings) {
        this.gateway = gateway;
        this.settings = settings;
    }

    /** Nothing: whoever asks learns that this broker is there. */
    @GetMapping(produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] ping() {
        return new byte[0];
    }

    @PostMapping(
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] command(@RequestBody byte[] body) {
        Command command;
        try {
            command = commands.get().decode(body);
        } catch (MalformedMessageException e) {
            throw ApiException.invalid("body", "must be a command: " + e.getMessage());
        }
        return answers.get().encode(0, answer(command));
    }

    private CommandAnswer answer(Command command) {
        if (command instanceof Command.ApplyTransfer c) {
            requireHere(c.request().terms().destination());
            return Answers.await(gateway.applyTransfer(c.sender(), c.request()));
        } else if (command instanceof Command.BarTransfer c) {
            requireHere(c.request().terms().destination());
            return Answers.await(gateway.barTransfer(c.sender(), c.request()));
        } else if (command instanceof Command.PlaceOrder c) {
            return Answers.await(gateway.placeOrder(c.terms()));
        } else if (command instanceof Command.CancelOrder c) {
            return Answers.await(gateway.cancelOrder(c.traderId(), c.orderId()));
        } else if (command instanceof Command.ReplaceOrder c) {
            return Answers.await(gateway.replaceOrder(c.terms()));
        } else if (command instanceof Command.SendTransfer c) {
            return send(c);
        }
        throw ApiException.invalid("body", "must be a command that brokers give each other");
    }

    /** How the transfer ended when it did so in time, else that it is on its way. */
    private CommandAnswer send(Command.SendTransfer command) {
        Sending sending = gateway.sendTransfer(command.terms());
        CommandAnswer held = Answers.await(sending.held());
        try {
            return Answers.await(sending.ended());
        } catch (UnavailableException e) {
            return held;
        }
    }

    private void requireHere(String destination) {
        if (!destination.equals(settings.georegion())) {
            throw ApiException.unprocessable(
                    "destination", "must be " + settings.georegion() + ", was " + destination);
        }
    }
}
