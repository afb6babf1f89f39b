package org.fogg.launcher.command;

import java.util.stream.Collectors;
import org.fogg.launcher.broker.BrokerAdmin;
import org.fogg.launcher.broker.BrokerRefusal;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Reaches the brokers of the running world as their administrator. */
final class Administration {

    private final World world;

    Administration(World world) {
        this.world = world;
    }

    /** A request to a broker. */
    @FunctionalInterface
    interface Request<T> {
        T send(BrokerAdmin broker) throws BrokerRefusal, InterruptedException;
    }

    /**
     * Asks a broker of the georegion.
     *
     * @param georegion null for the first that runs
     * @throws picocli.CommandLine.ParameterException if that georegion does not run, or the broker
     *     finds the arguments wrong
     */
    <T> T ask(@Nullable CommandSpec command, @Nullable String georegion, Request<T> request)
            throws InterruptedException {
        WorldFile running = world.running();
        WorldFile.Broker broker =
                running.brokerOf(georegion == null ? first(running) : georegion)
                        .orElseThrow(
                                () ->
                                        BadArgument.of(
                                                command,
                                                "--georegion "
                                                        + georegion
                                                        + ": not one of "
                                                        + names(running)));
        try {
            return request.send(new BrokerAdmin(broker, running.admin()));
        } catch (BrokerRefusal e) {
            String sentence = broker.name() + " refuses: " + e.getMessage();
            if (e.isCallersFault()) {
                throw BadArgument.of(command, sentence);
            }
            throw new WorldException(sentence, e);
        }
    }

    private static String first(WorldFile running) {
        return running.georegions().get(0).name();
    }

    private static String names(WorldFile running) {
        return running.georegions().stream()
                .map(WorldFile.Georegion::name)
                .collect(Collectors.joining(", "));
    }
}
